import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { national } from './national.ts';
import type { Plan } from './plan.ts';
import { provincial } from './provincial.ts';

export type { Plan, XY } from './plan.ts';

/**
 * The two drawn cemeteries of the demonstration: 2,000 graves (`national`) and 600 (`provincial`, with section A,
 * row 12, number 7). The cemeteries are real, their drawings invented; the same on every machine.
 */
export function plans(): Plan[] {
  return [
    national('Nghĩa trang liệt sĩ quốc gia Trường Sơn', {
      ...place('Nghĩa trang liệt sĩ quốc gia Trường Sơn'),
      upBearing: 18,
    }),
    provincial('Nghĩa trang liệt sĩ tỉnh Hậu Giang', {
      ...place('Nghĩa trang liệt sĩ tỉnh Hậu Giang'),
      upBearing: -24,
    }),
  ];
}

/** The point of a cemetery in cemeteries.csv. */
function place(name: string): { lng: number; lat: number; accuracyM: number } {
  const rows = parse<Record<'name' | 'lng' | 'lat' | 'accuracy_m', string>>(
    readFileSync(new URL('../data/cemeteries.csv', import.meta.url)),
    { columns: true, bom: true },
  );
  const row = rows.find((cemetery) => cemetery.name === name);
  if (!row) throw new Error(`cemeteries.csv has no "${name}".`);
  return { lng: Number(row.lng), lat: Number(row.lat), accuracyM: Number(row.accuracy_m) };
}
