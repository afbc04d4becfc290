import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Rng } from './rng.ts';
import { bare } from './spoil.ts';

/** A true unit: numbers of company, battalion, regiment, division; any may be unknown to the writer. */
export interface TrueUnit {
  c?: number;
  d?: string;
  e?: string;
  f?: string;
  /** A code that stood for it. */
  code?: string;
  /** Forces of a place, in words. */
  local?: string;
}

interface UnitRow {
  id: string;
  designation: string;
  level: string;
  parent_id: string;
}
const file = (name: string) => readFileSync(new URL(`../../server/units/data/${name}`, import.meta.url));
const units: UnitRow[] = parse(file('units.csv'), { columns: true });
const number = (unit: UnitRow | undefined) => /(\d+[A-C]?)/.exec(unit?.designation ?? '')?.[1];
const byId = new Map(units.map((unit) => [unit.id, unit]));
const codesOf = new Map<string, string[]>();
for (const row of parse<Record<string, string>>(file('codes.csv'), { columns: true }))
  if (row['unit_id'] !== '' && !row['code']!.includes('['))
    codesOf.set(row['unit_id']!, [...(codesOf.get(row['unit_id']!) ?? []), row['code']!]);
const regiments = units.filter((unit) => unit.level === 'e' && number(unit) !== undefined);
const battalions = units.filter((unit) => unit.level === 'd' && number(unit) !== undefined);

/** Draws a unit: most in a regiment of a division, some in separate battalions, a fifth local forces. */
export function drawUnit(rng: Rng, district: string): TrueUnit {
  const share = rng.next();
  if (share < 0.18)
    return {
      local: `${rng.pick(['huyện đội', 'du kích huyện', 'bộ đội địa phương', 'công an huyện', 'dân quân'])} ${district}`,
    };
  if (share < 0.3) return { c: rng.int(1, 12), d: number(rng.pick(battalions))! };
  // Half of all served in regiments that the seed list does not hold: any number.
  if (share < 0.6)
    return {
      c: rng.int(1, 25),
      d: String(rng.int(1, 18)),
      e: String(rng.int(1, 320)),
      f: String(rng.int(1, 350)),
    };
  const regiment = rng.pick(regiments);
  const division = byId.get(regiment.parent_id);
  const f = division?.level === 'f' ? number(division) : undefined;
  const code = rng.pick(codesOf.get(regiment.id) ?? codesOf.get(regiment.parent_id) ?? ['']);
  return {
    c: rng.int(1, 25),
    d: String(rng.int(1, 12)),
    e: number(regiment)!,
    ...(f === undefined ? {} : { f }),
    ...(code === '' ? {} : { code }),
  };
}

const words = { c: 'Đại đội', d: 'Tiểu đoàn', e: 'Trung đoàn', f: 'Sư đoàn' } as const;
const levels = ['c', 'd', 'e', 'f'] as const;

/** Writes a unit in one of six notations, smaller or larger parts often missing. */
export function writeUnit(unit: TrueUnit, rng: Rng): string {
  if (unit.local !== undefined) return rng.chance(0.15) ? bare(unit.local) : unit.local;
  const shape = rng.next();
  if (unit.code !== undefined && shape > 0.93) return unit.code;
  let parts = levels.flatMap((level) =>
    unit[level] === undefined ? [] : [[level, String(unit[level])] as const],
  );
  if (parts.length > 2 && rng.chance(0.35)) parts = parts.slice(1);
  if (parts.length > 2 && rng.chance(0.3)) parts = parts.slice(0, -1);
  const long = parts.map(([level, value]) => `${words[level]} ${value}`);
  if (shape < 0.25) return parts.map(([level, value]) => level + value).join(' ');
  if (shape < 0.45) return parts.map(([level, value]) => level.toUpperCase() + value).join('-');
  if (shape < 0.65) return long.join(', ');
  if (shape < 0.75) return parts.map(([level, value]) => level + value).join('/');
  if (shape < 0.85)
    return [...parts]
      .reverse()
      .map(([level, value]) => level.toUpperCase() + value)
      .join(' ');
  const text = long.reverse().join(' - ');
  return rng.chance(0.3) ? bare(text) : text;
}
