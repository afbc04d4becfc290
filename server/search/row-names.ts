import { middles, type Columns } from './columns.ts';

/** Parts of one row's name, as numbers of syllables; 0 is none. */
export interface RowName {
  given: number;
  family: number;
  middles: number[];
}

const tailWidth = middles + 2;

function inner(list: Uint16Array, from: number): number[] {
  const found: number[] = [];
  for (let part = 0; part < middles; part++) if (list[from + part] !== 0) found.push(list[from + part]!);
  return found;
}

/** The name a row stands under, whether it is in the sorted part or in the tail. */
export function nameOfRow(columns: Columns, row: number): RowName {
  const { view } = columns;
  if (row >= columns.rows) {
    const at = (row - columns.rows) * tailWidth;
    return {
      given: view.tailName[at]!,
      family: view.tailName[at + 1]!,
      middles: inner(view.tailName, at + 2),
    };
  }
  const name = lastAtMost(view.nameRow, columns.names, row);
  const run = lastAtMost(view.runName, view.runFamily.length, name);
  return {
    given: view.runGiven[run]!,
    family: view.runFamily[run]!,
    middles: inner(view.nameMiddles, name * middles),
  };
}

/** Writes a tail row's name. */
export function setTailName(columns: Columns, tail: number, name: RowName): void {
  const at = tail * tailWidth;
  const { tailName } = columns.view;
  tailName.fill(0, at, at + tailWidth);
  tailName[at] = name.given;
  tailName[at + 1] = name.family;
  name.middles.forEach((middle, part) => (tailName[at + 2 + part] = middle));
}

/** Greatest index below `length` whose start is at most `value`; empty ranges (equal starts) give the last one. */
function lastAtMost(starts: Uint32Array, length: number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
