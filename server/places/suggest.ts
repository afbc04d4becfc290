import { gazetteer } from './gazetteer.ts';
import { nameKey, wordKey, wordsOf } from './names.ts';
import { nameOf } from './resolve.ts';
import type { Unit } from './unit.ts';

export interface PlaceSuggestion {
  id: string;
  /** "xã Vị Thanh, huyện Vị Thủy, tỉnh Hậu Giang" */
  text: string;
  level: Unit['level'];
}

interface Entry {
  key: string;
  unit: Unit;
  rank: number;
}

let entries: Entry[] | undefined;

const levelRank: Record<Unit['level'], number> = { province: 0, district: 1, commune: 2 };
const eraRank: Record<Unit['era'], number> = { before: 0, past: 0.2, today: 0.5 };

/** All names in the order of their keys, so that a beginning is one stretch of them. */
function sorted(): Entry[] {
  if (entries) return entries;
  const all: Entry[] = [];
  for (const [key, units] of gazetteer().byName)
    for (const unit of units) all.push({ key, unit, rank: levelRank[unit.level] + eraRank[unit.era] });
  return (entries = all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)));
}

function firstAt(list: Entry[], key: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fullName(unit: Unit): string {
  const names = [nameOf(unit)];
  for (let above = unit.parent; above; above = above.parent) names.push(nameOf(above));
  return names.join(', ');
}

/**
 * Names that begin with what was typed, larger units first, then shorter names; marks and the kind word are not needed.
 * What stands before the last comma is kept by the page, which completes one part at a time.
 */
export function suggestPlaces(prefix: string, limit: number): PlaceSuggestion[] {
  const words = wordsOf(prefix);
  const typed = nameKey(words.join(' ')).replace(
    /^(tinh|huien|quan|thi xa|thi tran|thanh pho|tp|tx|xa|phuong) (?=\S)/,
    '',
  );
  if (typed === '' || wordKey(typed) === '') return [];
  const list = sorted();
  const found: Entry[] = [];
  for (let at = firstAt(list, typed); at < list.length && list[at]!.key.startsWith(typed); at += 1)
    found.push(list[at]!);
  found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
  const texts = new Set<string>();
  const suggestions: PlaceSuggestion[] = [];
  for (const { unit } of found) {
    const text = fullName(unit);
    if (texts.has(text)) continue;
    texts.add(text);
    suggestions.push({ id: unit.id, text, level: unit.level });
    if (suggestions.length >= limit) break;
  }
  return suggestions;
}
