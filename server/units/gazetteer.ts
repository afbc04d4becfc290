import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Element } from './element.ts';
import { parseUnit } from './parse.ts';
import { fold } from './read/text.ts';

/** How far a row can be trusted; only `verified-source` is shown as verified ("chưa kiểm chứng" otherwise). */
export type Confidence = 'verified-source' | 'secondary' | 'unverified';

/** One unit in one period. Years and days as written: YYYY, YYYY-MM or YYYY-MM-DD; "" unknown or still open. */
export interface Unit {
  id: string;
  designation: string;
  level: string;
  /** Short forms it goes by. */
  short: string[];
  parentId: string;
  from: string;
  to: string;
  area: string;
  theatre: string;
  formedFrom: string;
  note: string;
  source: string;
  confidence: Confidence;
}

/** One meaning of one code; a code with several meanings has several rows. */
export interface UnitCode {
  code: string;
  kind: string;
  meaning: string;
  unitId: string;
  from: string;
  to: string;
  theatre: string;
  confidence: Confidence;
  source: string;
  note: string;
}

/** One unit at one place in one period; WGS 84 degrees, good to about 0.05°. */
export interface Movement {
  unitId: string;
  from: string;
  to: string;
  place: string;
  lat: number;
  lng: number;
  what: string;
  source: string;
  confidence: Confidence;
}

/** The rows a gazetteer is made of: the seed files, or what staff have confirmed since. */
export interface GazetteerRows {
  units: readonly Unit[];
  codes: readonly UnitCode[];
  movements: readonly Movement[];
}

/** Units, codes and movements, indexed. */
export interface Gazetteer {
  units: ReadonlyMap<string, Unit>;
  /** Units by the key of an element (`elementKey`): "f325b", "doan:559". */
  byElement: ReadonlyMap<string, readonly Unit[]>;
  /** Code rows by `codeKey`. */
  codes: ReadonlyMap<string, readonly UnitCode[]>;
  /** Movements of one unit, oldest first. */
  movements: ReadonlyMap<string, readonly Movement[]>;
}

/** Folded text of an element, as in the search index: "e12", "code:kb". */
export function elementKey(element: Element): string {
  return fold('level' in element ? element.level + element.number : `${element.tag}:${element.value}`);
}

/** A code without blanks, dots and dashes: "86.500 YK" → "86500yk". */
export function codeKey(code: string): string {
  return fold(code).replace(/[\s.–-]+/g, '');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Indexes the rows. A unit is found by every short form that reads as one element, and by its designation. */
export function buildGazetteer(rows: GazetteerRows): Gazetteer {
  const byElement = new Map<string, Unit[]>();
  const codes = new Map<string, UnitCode[]>();
  const movements = new Map<string, Movement[]>();
  for (const unit of rows.units) {
    const bare = unit.designation.replace(/\s*\(.*$/, '').replace(/,.*$/, '');
    for (const form of [...unit.short, bare]) {
      const { chain } = parseUnit(form);
      if (chain.length === 1) push(byElement, elementKey(chain[0]!), unit);
    }
  }
  for (const code of rows.codes) push(codes, codeKey(code.code), code);
  const inOrder = [...rows.movements].sort((x, y) => x.from.localeCompare(y.from));
  for (const movement of inOrder) push(movements, movement.unitId, movement);
  return { units: new Map(rows.units.map((unit) => [unit.id, unit])), byElement, codes, movements };
}

type Row = Record<string, string>;

function readRows(name: string): Row[] {
  const file = new URL(`./data/${name}.csv`, import.meta.url);
  return parse<Row>(readFileSync(file), { columns: true, bom: true, trim: true });
}

/** The rows of the seed files in server/units/data. */
export function readSeedRows(): GazetteerRows {
  const cell = (row: Row, column: string): string => row[column] ?? '';
  const common = (row: Row): { from: string; to: string; source: string; confidence: Confidence } => ({
    from: cell(row, 'from'),
    to: cell(row, 'to'),
    source: cell(row, 'source'),
    confidence: cell(row, 'confidence') as Confidence,
  });
  return {
    units: readRows('units').map((row) => ({
      id: cell(row, 'id'),
      designation: cell(row, 'designation'),
      level: cell(row, 'level'),
      short: cell(row, 'short').split('|').filter(Boolean),
      parentId: cell(row, 'parent_id'),
      area: cell(row, 'area'),
      theatre: cell(row, 'theatre'),
      formedFrom: cell(row, 'formed_from'),
      note: cell(row, 'note'),
      ...common(row),
    })),
    codes: readRows('codes').map((row) => ({
      code: cell(row, 'code'),
      kind: cell(row, 'kind'),
      meaning: cell(row, 'meaning'),
      unitId: cell(row, 'unit_id'),
      theatre: cell(row, 'theatre'),
      note: cell(row, 'note'),
      ...common(row),
    })),
    movements: readRows('movements').map((row) => ({
      unitId: cell(row, 'unit_id'),
      place: cell(row, 'place'),
      lat: Number(cell(row, 'lat')),
      lng: Number(cell(row, 'lng')),
      what: cell(row, 'what'),
      ...common(row),
    })),
  };
}

let seed: Gazetteer | undefined;

/** The gazetteer of the seed files, read once. */
export function seedGazetteer(): Gazetteer {
  seed ??= buildGazetteer(readSeedRows());
  return seed;
}

/** The units above one unit, nearest first; a loop in the rows ends it. */
export function parentsOf(gazetteer: Gazetteer, unit: Unit): Unit[] {
  const parents: Unit[] = [];
  let parent = gazetteer.units.get(unit.parentId);
  while (parent && !parents.includes(parent) && parents.length < 8) {
    parents.push(parent);
    parent = gazetteer.units.get(parent.parentId);
  }
  return parents;
}
