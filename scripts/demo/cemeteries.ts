import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Types, type Connection } from 'mongoose';
import { Cemeteries, type Cemetery } from '../../server/cemeteries/model.ts';
import { numberTaken, takeNumbers } from '../../server/database/transaction.ts';
import { gazetteer } from '../../server/places/gazetteer.ts';
import { nameKey } from '../../server/places/names.ts';
import { nameOf } from '../../server/places/resolve.ts';

type Row = Record<
  | 'name'
  | 'kind'
  | 'commune_code'
  | 'province_now'
  | 'district_before_2025'
  | 'province_before_2025'
  | 'lat'
  | 'lng'
  | 'accuracy_m'
  | 'graves_total'
  | 'graves_unknown'
  | 'founded'
  | 'notes'
  | 'sections'
  | 'coord_basis'
  | 'source'
  | 'confidence',
  string
>;

const kinds: Record<string, Cemetery['kind']> = {
  'quốc gia': 'national',
  tỉnh: 'province',
  huyện: 'district',
  xã: 'commune',
  'đài tưởng niệm': 'memorial',
  'đền thờ': 'temple',
};
const confidences: Record<string, Cemetery['confidence']> = { cao: 'high', vừa: 'medium', thấp: 'low' };

/** The real cemeteries of data/cemeteries.csv; what each column means stands in data/cemeteries.README.md. */
function cemeteryRows(): Row[] {
  return parse<Row>(readFileSync(new URL('data/cemeteries.csv', import.meta.url)), {
    columns: true,
    bom: true,
  });
}

const number = (cell: string) => (cell === '' ? undefined : Number(cell));

/** "Gio Linh" → "huyện Gio Linh"; where a town and a district share the name, the list does not say which. */
function districtNamed(name: string, province: string): string {
  const found = gazetteer().districts.filter(
    (district) => district.key === nameKey(name) && district.parent?.key === nameKey(province),
  );
  return found.length === 1 ? nameOf(found[0]!) : name;
}

function fieldsOf(row: Row) {
  const { byId, provincesToday } = gazetteer();
  const commune = byId.get(`c2026-${row.commune_code}`);
  const province = commune?.parent ?? provincesToday.find(({ name }) => name === row.province_now);
  const [graves, unknown, founded] = [row.graves_total, row.graves_unknown, row.founded].map(number);
  return {
    name: row.name,
    kind: kinds[row.kind]!,
    communeCode: row.commune_code,
    ...(commune && { communeNow: nameOf(commune) }),
    provinceNow: province?.kind === 'thành phố' ? nameOf(province) : row.province_now,
    districtBefore: districtNamed(row.district_before_2025, row.province_before_2025),
    provinceBefore: row.province_before_2025,
    point: {
      lng: Number(row.lng),
      lat: Number(row.lat),
      accuracyM: Number(row.accuracy_m),
      how: row.coord_basis,
    },
    communeSure: !row.coord_basis.startsWith('đặt tạm'),
    sections: row.sections.split('|').filter(Boolean),
    ...(founded !== undefined && { founded }),
    ...(row.notes && { notes: row.notes }),
    ...((graves !== undefined || unknown !== undefined) && {
      reported: { ...(graves !== undefined && { graves }), ...(unknown !== undefined && { unknown }) },
    }),
    sources: row.source.split(';').map((one) => one.trim()),
    confidence: confidences[row.confidence]!,
    status: 'published' as const,
    demo: true,
  };
}

/**
 * Puts the real cemeteries into the database; those that are there already stay as they are, since staff may have
 * mended them.
 */
export async function loadCemeteries(connection: Connection): Promise<void> {
  const known = await Cemeteries.find({}, { name: 1, provinceBefore: 1 }).lean();
  const keys = new Set(known.map(({ name, provinceBefore }) => `${name}|${provinceBefore ?? ''}`));
  const fresh = cemeteryRows()
    .map(fieldsOf)
    .filter(({ name, provinceBefore }) => !keys.has(`${name}|${provinceBefore}`));
  if (fresh.length === 0) return;
  const highest = await Cemeteries.findOne({}, { code: 1 }).sort({ code: -1 }).lean();
  await numberTaken(connection, 'cemetery', Number(highest?.code.slice(2) ?? 0));
  const first = await takeNumbers(connection, 'cemetery', fresh.length);
  const at = new Date();
  const counts = {
    graves: 0,
    named: 0,
    partly: 0,
    unknown: 0,
    empty: 0,
    symbolic: 0,
    placed: 0,
    photographed: 0,
    checked: 0,
  };
  await Cemeteries.collection.insertMany(
    fresh.map((fields, index) => ({
      _id: new Types.ObjectId(),
      code: `NT${String(first + index).padStart(4, '0')}`,
      ...fields,
      counts: { ...counts },
      photos: [],
      version: 0,
      createdAt: at,
      updatedAt: at,
    })),
  );
}

export interface FoundBy {
  /** The name by which recordLines finds this cemetery alone: with the province where the bare name is that of several. */
  text: string;
  /** Province of June 2025. */
  province: string;
}

/** How lists can name each cemetery, by its bare name; several cemeteries may share that. */
export function uniqueNames(): Map<string, FoundBy[]> {
  const rows = cemeteryRows().map(fieldsOf);
  const written = rows.map(
    ({ name, provinceBefore, provinceNow }) =>
      new Set([name, `${name}, ${provinceBefore}`, `${name}, ${provinceNow}`]),
  );
  const times = new Map<string, number>();
  for (const names of written) for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const found = new Map<string, FoundBy[]>();
  rows.forEach(({ name, provinceBefore }, index) => {
    const text = [...written[index]!].find((one) => times.get(one) === 1);
    if (text !== undefined) found.set(name, [...(found.get(name) ?? []), { text, province: provinceBefore }]);
  });
  return found;
}
