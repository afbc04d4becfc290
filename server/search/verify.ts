import type { Columns } from './columns.ts';
import { rowFlag } from './columns.ts';
import { nameOfRow } from './row-names.ts';

/** For each document its rows as one number: the same for the same rows in any order, under any numbering. */
export type Fingerprints = Map<string, number>;

/** What the columns say of everybody, in words and not in numbers of this packing. */
export function fingerprints(columns: Columns): Fingerprints {
  const found: Fingerprints = new Map();
  const { view } = columns;
  for (let row = 0; row < columns.rows + columns.tail; row++) {
    if ((view.flags[row]! & rowFlag.gone) !== 0) continue;
    const id = columns.idOf(row);
    // Sums do not depend on the order of a document's rows.
    found.set(id, ((found.get(id) ?? 0) + hashOf(rowInWords(columns, row))) >>> 0);
  }
  return found;
}

function rowInWords(columns: Columns, row: number): string {
  const { view, places, units, tokens, cemeteries, syllables } = columns;
  const unit = units.get(view.unit[row]!);
  const unitWords: string[] = [];
  for (let at = 0; at + 1 < unit.length; at += 2)
    unitWords.push(tokens.text(unit[at]! | (unit[at + 1]! << 8)));
  const { family, middles, given } = nameOfRow(columns, row);
  return [
    view.flags[row],
    ...view.birth.subarray(row * 2, row * 2 + 2),
    ...view.death.subarray(row * 2, row * 2 + 2),
    Buffer.from(places.get(view.home[row]!)).toString('hex'),
    Buffer.from(places.get(view.deathPlace[row]!)).toString('hex'),
    unitWords.join(' '),
    Buffer.from(cemeteries.get(view.cemetery[row]!)).toString('hex'),
    [family, ...middles, given].map((part) => syllables.text(part)).join(' '),
  ].join('|');
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Documents of which two indexes do not say the same. */
export function differing(one: Fingerprints, other: Fingerprints): string[] {
  const found = [...one].filter(([id, print]) => other.get(id) !== print).map(([id]) => id);
  for (const id of other.keys()) if (!one.has(id)) found.push(id);
  return found;
}
