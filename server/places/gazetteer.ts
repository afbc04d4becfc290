import { readFileSync } from 'node:fs';
import { addPastDistricts, addPastProvinces } from './past.ts';
import { nameKey, splitKind } from './names.ts';
import type { Shares, Unit } from './unit.ts';

/** All units we know, of three periods, and who is called what. */
export interface Gazetteer {
  /** The 63 provinces, their districts and communes of June 2025, by index: the atoms of which everything is made. */
  provinces: Unit[];
  districts: Unit[];
  communes: Unit[];
  /** Today's 34 provinces and 3,321 communes. */
  provincesToday: Unit[];
  communesToday: Unit[];
  pastProvinces: Unit[];
  pastDistricts: Unit[];
  byName: Map<string, Unit[]>;
  byId: Map<string, Unit>;
}

/** Rows of one of the files of ./data. None has a quoted cell, so that splitting reads 14,000 rows in a few ms. */
function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8').normalize('NFC');
  if (text.includes('"')) throw new Error(`${file}: quoted cells are not read here`);
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const row: Record<string, string> = {};
    line.split(',').forEach((cell, at) => (row[columns[at]!] = cell));
    return row;
  });
}

/** Names that no list gives but everybody writes. */
const nicknames: Record<string, string[]> = {
  'p2026-79': ['HCM', 'TPHCM', 'Sài Gòn'],
  'p2025-79': ['HCM', 'TPHCM'],
  'p2025-77': ['BRVT', 'Bà Rịa', 'Vũng Tàu'],
  'p2025-46': ['Thừa Thiên Huế'],
  'p2025-49': ['QN'],
  'd2025-935': ['Vị Thủy'],
};

function today(gazetteer: Gazetteer): void {
  const provinces = new Map<string, Unit>();
  for (const { code = '', kind = '', name = '' } of rowsOf('provinces-2026.csv')) {
    const unit: Unit = {
      id: `p2026-${code}`,
      level: 'province',
      era: 'today',
      kind: splitKind(`${kind} ${name}`)[0],
      name,
      otherNames: [],
      key: nameKey(name),
      code,
      from: 2025,
      districts: new Map(),
      index: gazetteer.provincesToday.length,
    };
    provinces.set(code, unit);
    gazetteer.provincesToday.push(unit);
  }
  for (const row of rowsOf('communes-2026.csv')) {
    const [kind, name] = splitKind(row['full_name']!);
    gazetteer.communesToday.push({
      id: `c2026-${row['code']!}`,
      level: 'commune',
      era: 'today',
      kind,
      name,
      otherNames: [],
      key: nameKey(name),
      code: row['code']!,
      from: 2025,
      parent: provinces.get(row['province_code']!)!,
      districts: new Map(),
      communes: new Map(),
      index: gazetteer.communesToday.length,
      point: [Number(row['lng']), Number(row['lat'])],
    });
  }
}

/** A unit of June 2025, made when its first row is met. */
function atom(
  list: Unit[],
  made: Map<string, Unit>,
  code: string,
  id: string,
  full: string,
  level: Unit['level'],
  parent?: Unit,
) {
  const known = made.get(code);
  if (known) return known;
  const [kind, name] = splitKind(full);
  const unit: Unit = {
    id,
    level,
    era: 'before',
    kind,
    name,
    otherNames: [],
    key: nameKey(name),
    code,
    to: 2025,
    ...(parent && { parent }),
    districts: new Map(),
    index: list.length,
  };
  made.set(code, unit);
  list.push(unit);
  return unit;
}

function before(gazetteer: Gazetteer): void {
  const { provinces, districts, communes } = gazetteer;
  const byCode = new Map(gazetteer.communesToday.map((unit) => [unit.code!, unit]));
  const [madeProvinces, madeDistricts] = [new Map<string, Unit>(), new Map<string, Unit>()];
  for (const row of rowsOf('communes-before-2025.csv')) {
    const { province_code: p = '', district_code: d = '', code = '' } = row;
    const province = atom(provinces, madeProvinces, p, `p2025-${p}`, row['province']!, 'province');
    const district = atom(districts, madeDistricts, d, `d2025-${d}`, row['district']!, 'district', province);
    district.districts.set(district.index, 1);
    // an island district had no commune: it stands for its only one
    const [kind, name] = row['commune']
      ? splitKind(row['commune'])
      : ([district.kind, district.name] as const);
    const became = row['became']!.split('|').map((one) => byCode.get(one)!);
    const index = communes.length;
    communes.push({
      id: `c2025-${code || `d${d}`}`,
      level: 'commune',
      era: 'before',
      kind,
      name,
      otherNames: [],
      key: nameKey(name),
      ...(code && { code }),
      to: 2025,
      parent: district,
      districts: district.districts,
      communes: new Map([[index, 1]]),
      index,
      became,
    });
    for (const unit of became) unit.communes!.set(index, 1 / became.length);
  }
}

function scale(shares: Shares): void {
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  for (const [at, share] of shares) shares.set(at, share / sum);
}

/** Districts that a today's unit or a province covers, weighed by how many communes they had. */
function cover(gazetteer: Gazetteer): void {
  const { communes } = gazetteer;
  const add = (shares: Shares, at: number, share: number) => shares.set(at, (shares.get(at) ?? 0) + share);
  for (const commune of communes) add(commune.parent!.parent!.districts, commune.parent!.index, 1);
  for (const unit of gazetteer.communesToday) {
    for (const [at, share] of unit.communes!) {
      const district = communes[at]!.parent!.index;
      add(unit.districts, district, share);
      add(unit.parent!.districts, district, share);
    }
    scale(unit.communes!);
  }
  for (const unit of [...gazetteer.communesToday, ...gazetteer.provincesToday, ...gazetteer.provinces])
    scale(unit.districts);
  // a today's province holds the whole of a district but for a few communes that went over the border
  for (const unit of gazetteer.provincesToday)
    for (const [at, share] of unit.districts) if (share < 0.0005) unit.districts.delete(at);
}

function build(): Gazetteer {
  const gazetteer: Gazetteer = {
    provinces: [],
    districts: [],
    communes: [],
    provincesToday: [],
    communesToday: [],
    pastProvinces: [],
    pastDistricts: [],
    byName: new Map(),
    byId: new Map(),
  };
  today(gazetteer);
  before(gazetteer);
  cover(gazetteer);
  const sizes = gazetteer.provinces.map(() => 0);
  for (const { parent } of gazetteer.communes) sizes[parent!.parent!.index]! += 1;
  addPastProvinces({ ...gazetteer, sizes }, rowsOf('provinces-history.csv'), rowsOf('province-areas.csv'));
  addPastDistricts({ ...gazetteer, sizes }, rowsOf('districts-history.csv'));
  const { byName, byId, ...lists } = gazetteer;
  for (const unit of Object.values(lists).flat()) {
    byId.set(unit.id, unit);
    unit.otherNames.push(...(nicknames[unit.id] ?? []));
    // an island district and its only "commune" are one thing, found once
    if (unit.level === 'commune' && unit.parent?.level === 'district' && unit.kind === 'huyện') continue;
    for (const key of new Set([unit.key, ...unit.otherNames.map(nameKey)])) {
      const known = byName.get(key);
      if (known) known.push(unit);
      else byName.set(key, [unit]);
    }
  }
  return gazetteer;
}

let built: Gazetteer | undefined;

/** The units, read from the files once (about 0.2 s). */
export function gazetteer(): Gazetteer {
  return (built ??= build());
}
