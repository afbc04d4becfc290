import type { Element } from '../element.ts';

/** A bracket after a unit tells of a higher level or of another name for the same unit (README, rule 6). */
export function otherLevel(before: Element, inside: Element): boolean {
  if ('level' in inside) {
    // Công trường and nông trường are divisions: "Công trường 7 (F7)" is one unit.
    if ('tag' in before) return !(['ct', 'nt'].includes(before.tag) && inside.level === 'f');
    return before.level !== inside.level;
  }
  if (inside.tag === 'mt' && 'tag' in before && before.tag === 'mt') return false;
  if (inside.tag === 'mt' || inside.tag === 'ct' || inside.tag === 'nt' || inside.tag === 'bt') return true;
  return (
    inside.tag === 'doan' &&
    /\d/.test(inside.value) &&
    'level' in before &&
    ['a', 'b', 'c', 'd'].includes(before.level)
  );
}

/** The level letter of a numbered element. */
export const levelOf = (element: Element | undefined): string | undefined =>
  element && 'level' in element ? element.level : undefined;

/** B1–B5 beside a company or battalion is a platoon; above a regiment, or alone, it is a theatre (README, traps). */
export function frontOrPlatoon(
  elements: readonly (Element | undefined)[],
  at: number,
): { element: Element; doubt?: string } {
  const element = elements[at]!;
  const number = 'level' in element ? element.number : '';
  const neighbours = [levelOf(elements[at - 1]), levelOf(elements[at + 1])];
  const next = elements[at + 1];
  const local = next !== undefined && !('level' in next) && (next.tag === 'local' || next.tag === 'code');
  if (neighbours.some((level) => level === 'a' || level === 'c') || neighbours[1] === 'd' || local)
    return { element };
  const front: Element = { tag: 'mt', value: `B${number}` };
  const above = elements.length > 1 && (at === elements.length - 1 || at === 0);
  return above
    ? { element: front }
    : { element: front, doubt: `"B${number}" là mặt trận hay trung đội ${number}` };
}

/** TĐ is a tiểu đoàn when a trung đoàn is named too, and the other way round; else it stays in doubt. */
export function battalionOrRegiment(
  elements: readonly (Element | undefined)[],
  at: number,
): { element: Element; doubt?: string } {
  const element = elements[at] as { level: 'd'; number: string };
  const others = elements.filter((_, place) => place !== at).map(levelOf);
  if (others.includes('e')) return { element };
  if (others.includes('d')) return { element: { level: 'e', number: element.number } };
  return { element, doubt: 'TĐ: tiểu đoàn hay trung đoàn' };
}
