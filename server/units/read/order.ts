import type { Element } from '../element.ts';

/** One link while the chain is put together. */
export interface Link {
  element: Element;
  /** Height in the order of battle; undefined when the words do not tell. */
  height?: number;
  /** A branch or office: it stands below the unit it serves. */
  office: boolean;
}

const LEVEL_HEIGHT: Record<string, number> = {
  a: 1,
  b: 2,
  c: 3,
  d: 4,
  e: 5,
  l: 5.5,
  f: 6,
  qd: 7,
  khu: 8,
  qk: 8,
};
const TAG_HEIGHT: Record<string, number> = { bt: 5.2, ct: 6, nt: 6, qk: 8, mt: 9 };
const NAME_HEIGHT: Record<string, number> = {
  'Tiểu đội': 1,
  'Trung đội': 2,
  'Đại đội': 3,
  'Tiểu đoàn': 4,
  'Trung đoàn': 5,
  'Lữ đoàn': 5.5,
  'Sư đoàn': 6,
  'Quân đoàn': 7,
};
const SEAT_HEIGHT: [RegExp, number][] = [
  [/^(cục|tổng cục|bộ tư lệnh|bộ tham mưu|bộ tổng tham mưu|binh chủng|quân chủng) /, 7.5],
  [/^(ấp|thôn) (đội|ủy|đoàn)/, 2.5],
  [/^(xã|phường) (đội|ủy|đoàn)/, 3.4],
  [/^(huyện|thị|quận) (đội|ủy|đoàn)/, 4.6],
  [/^(tỉnh|thành) (đội|ủy|đoàn|hội)/, 6.2],
];

/** Height of an element, from its level or from the rung its words name. */
export function heightOf(element: Element): number | undefined {
  if ('level' in element) return LEVEL_HEIGHT[element.level];
  if (element.tag === 'local' || element.tag === 'other') {
    const seat = SEAT_HEIGHT.find(([pattern]) => pattern.test(element.value));
    if (seat) return seat[1];
    if (element.tag === 'local' || /^(tỉnh|huyện|xã)\b/.test(element.value)) {
      if (/ tỉnh( |$)|^tỉnh/.test(element.value)) return 6.2;
      if (/ (huyện|thị xã|quận)( |$)|^huyện/.test(element.value)) return 4.6;
      if (/ (xã|ấp|phường)( |$)|^xã/.test(element.value)) return 3.4;
    }
    if (/^đội \d|^đội biệt động/.test(element.value)) return 3.2;
    return undefined;
  }
  if (element.tag === 'name') {
    const name = /^(Tiểu đội|Trung đội|Đại đội|Tiểu đoàn|Trung đoàn|Lữ đoàn|Sư đoàn|Quân đoàn)/.exec(
      element.value,
    )?.[0];
    return name === undefined ? undefined : NAME_HEIGHT[name];
  }
  // A numbered đoàn is about a regiment and may serve a division; 559 and 500 commanded divisions.
  if (element.tag === 'doan') return ['559', '500'].includes(element.value) ? 6.5 : 5.5;
  // R (Trung ương Cục, Miền) and T1–T10 (its regions) are known to stand high.
  if (element.tag === 'code')
    return element.value === 'R' ? 9 : /^T\d{1,2}$/.test(element.value) ? 8 : undefined;
  return TAG_HEIGHT[element.tag];
}

/**
 * Puts links smallest first. Text that runs large to small is turned round as a whole; a mixed order is sorted.
 * @returns the chain, and true when the order had to be guessed
 */
export function smallestFirst(links: readonly Link[]): { chain: Link[]; mixed: boolean } {
  const heights = links.map((link) => link.height).filter((height) => height !== undefined);
  const rising = heights.every((height, at) => at === 0 || heights[at - 1]! <= height);
  if (rising) {
    const last = links.at(-1);
    const single = heights.length === 1 && links.length === 2 && links[0]!.height !== undefined;
    // "E2, hậu cần": the office of a regiment or more stands below it.
    if (last && single && last.office && links[0]!.height! >= 5)
      return { chain: [last, links[0]!], mixed: false };
    return { chain: [...links], mixed: false };
  }
  const falling = heights.every((height, at) => at === 0 || heights[at - 1]! >= height);
  if (falling) return { chain: [...links].reverse(), mixed: false };
  // An element whose height is unknown keeps to the one after it.
  const groups: { height: number; links: Link[] }[] = [];
  let waiting: Link[] = [];
  for (const link of links) {
    waiting.push(link);
    if (link.height !== undefined) {
      groups.push({ height: link.height, links: waiting });
      waiting = [];
    }
  }
  groups.sort((x, y) => x.height - y.height);
  return { chain: [...groups.flatMap((group) => group.links), ...waiting], mixed: true };
}
