import type { Gazetteer } from './gazetteer.ts';

/** The gazetteer's tables that anyone may take along. */
export const tables = ['units', 'codes', 'movements'] as const;
export type Table = (typeof tables)[number];

type Cell = string | number | readonly string[];

function rowsOf(gazetteer: Gazetteer, table: Table): Iterable<object> {
  if (table === 'units') return gazetteer.units.values();
  const rows: ReadonlyMap<string, readonly object[]> =
    table === 'codes' ? gazetteer.codes : gazetteer.movements;
  return [...rows.values()].flat();
}

/** One JSON object a line. The whole gazetteer stands in memory and is some hundred kB: it is sent in one piece. */
export function asNdjson(gazetteer: Gazetteer, table: Table): Buffer {
  return Buffer.from([...rowsOf(gazetteer, table)].map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** RFC 4180 with a byte order mark, without which a spreadsheet breaks Vietnamese letters. */
export function asCsv(gazetteer: Gazetteer, table: Table): Buffer {
  const rows = [...rowsOf(gazetteer, table)] as Record<string, Cell>[];
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return Buffer.from('\ufeff' + lines.map((line) => line.map(cell).join(',') + '\r\n').join(''));
}

/** Words that a spreadsheet would run as a formula begin with an apostrophe (OWASP, CSV injection). */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const words = typeof value === 'string' ? value : value.join('|');
  const text = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
