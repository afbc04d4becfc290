import type { Element } from '../element.ts';
import { battalionOrRegiment, frontOrPlatoon, levelOf } from './doubtful.ts';
import { Assembly, bodyText } from './gather.ts';
import { heightOf, smallestFirst, type Link } from './order.ts';
import { fold } from './text.ts';
import type { Placed } from './scan.ts';

/** What the parts of a text come to. */
export interface Assembled {
  chain: Element[];
  post: string[];
  place: string[];
  doubts: string[];
  notes: string[];
}

/** Puts the parts of one text together: chain smallest first, posts, places, and what is in doubt. */
export function assemble(items: readonly Placed[]): Assembled {
  const assembly = new Assembly(items);
  assembly.run();
  const { entries, doubts, notes } = assembly;
  // A capital word taken for a place, and no unit: perhaps a damaged unit.
  const guess = entries.length === 0 && items.some((item) => item.is === 'place' && item.note !== undefined);
  if (guess) doubts.push('không thấy đơn vị, có chữ chưa hiểu');
  const elements = entries.map((entry): Element =>
    entry.is === 'unit' ? entry.element : { tag: entry.body.tag, value: bodyText(entry) },
  );
  const seen = new Set<string>();
  const links: Link[] = [];
  const levels = new Map<string, string>();
  entries.forEach((entry, at) => {
    let element = elements[at]!;
    if (entry.is === 'unit' && entry.bearing) {
      const told = entry.bearing === 'tđ' ? battalionOrRegiment(elements, at) : frontOrPlatoon(elements, at);
      element = told.element;
      if (told.doubt) doubts.push(told.doubt);
    }
    const key = fold(JSON.stringify(element));
    if (seen.has(key)) return;
    seen.add(key);
    const level = levelOf(element);
    const number = 'level' in element ? element.number : '';
    const previous = links.at(-1);
    if (entry.beside && previous) {
      levels.set(level ?? key, number);
      links.push({
        element: { ...element, beside: true },
        office: false,
        ...(previous.height !== undefined ? { height: previous.height } : {}),
      });
      return;
    }
    if (level !== undefined) {
      if (levels.has(level)) doubts.push(`hai số cùng cấp ${level}`);
      levels.set(level, number);
    }
    const height = heightOf(element);
    links.push({
      element,
      office: entry.is === 'body' && entry.body.tag === 'other',
      ...(height !== undefined ? { height } : {}),
    });
  });
  const { chain, mixed } = smallestFirst(links);
  if (mixed) notes.push('thứ tự lẫn lộn, đã xếp lại từ nhỏ đến lớn');
  const ordered = chain.map((link) => link.element);
  const first = ordered[0];
  // Turned round, the first of two parallel bodies now comes second.
  if (first?.beside) {
    delete first.beside;
    const second = ordered[1];
    if (second) ordered[1] = { ...second, beside: true };
  }
  return { chain: ordered, post: assembly.post, place: assembly.place, doubts, notes };
}
