import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Rng } from './rng.ts';
import { bare } from './spoil.ts';

/** A commune of June 2025 with what stood above it, full names. */
export interface Commune {
  commune: string;
  district: string;
  province: string;
  provinceCode: string;
}
interface Row {
  province_code: string;
  commune: string;
  district: string;
  province: string;
}
const file = (name: string) => readFileSync(new URL(`../../server/places/data/${name}`, import.meta.url));
export const communes: Commune[] = parse<Row>(file('communes-before-2025.csv'), { columns: true }).map(
  (row) => ({
    commune: row.commune,
    district: row.district,
    province: row.province,
    provinceCode: row.province_code,
  }),
);

/** "Huyện Vị Thủy" → "Vị Thủy"; "Phường 4" keeps its word, since a number alone names nothing. */
export const short = (name: string): string =>
  name.replace(/^(Thành phố|Tỉnh|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu) (?!\d)/, '');

interface Old {
  name: string;
  from: number;
  to: number;
  became: string[];
}
const history: Old[] = parse<Record<string, string>>(file('provinces-history.csv'), { columns: true }).map(
  (row) => ({
    name: row['name']!,
    from: Number(row['from']),
    to: Number(row['to']),
    became: row['became']!.split('|'),
  }),
);

/** Names that a province's land had before 1997, by today's (June 2025) short name: "Nam Định" → "Hà Nam Ninh", "Nam Hà". */
const olderNames = new Map<string, string[]>();
for (const province of new Set(communes.map((one) => short(one.province)))) {
  const found = new Set<string>();
  const queue = [province];
  for (let at = 0; at < queue.length; at++)
    for (const old of history)
      if (old.to < 2000 && old.became.includes(queue[at]!) && old.name !== province && !found.has(old.name)) {
        found.add(old.name);
        // Only upwards through units that later split back into this one, not sideways into every neighbour.
        if (old.became.length === 1) queue.push(old.name);
      }
  olderNames.set(province, [...found]);
}

export const provinceThen = (province: string, rng: Rng): string => {
  const names = olderNames.get(short(province)) ?? [];
  return names.length === 0 ? short(province) : rng.pick(names);
};

const abbreviate = (name: string) =>
  name.replace(/^(Xã|Phường|Huyện|Tỉnh|Thị trấn|Thị xã|Thành phố|Quận) /, (_, word: string) => {
    const letters: Record<string, string> = { 'Thị trấn': 'TT. ', 'Thị xã': 'TX. ', 'Thành phố': 'TP. ' };
    return letters[word] ?? `${word[0]!}. `;
  });

const hamlets = 'Đông Đoài Thượng Hạ Trung Nam Bắc Nội Ngoại Vân Tiền Hậu 1 2 3 4 5 7'.split(' ');

/** A home as papers write it: any of seven shapes, with old provinces, short words and lost marks. */
export function writeHome(home: Commune, rng: Rng): string {
  const shape = rng.next();
  const { commune, district, province } = home;
  let text: string;
  if (shape < 0.3) text = `${lower(commune)}, ${lower(district)}, ${lower(province)}`;
  else if (shape < 0.52) text = `${short(commune)}, ${short(district)}, ${short(province)}`;
  else if (shape < 0.74) text = `${short(commune)}, ${short(district)}, ${provinceThen(province, rng)}`;
  else if (shape < 0.82)
    text = `thôn ${rng.pick(hamlets)}, ${lower(commune)}, ${lower(district)}, ${lower(province)}`;
  else if (shape < 0.9) text = [commune, district, province].map(abbreviate).join(', ');
  else if (shape < 0.96)
    text = `${short(district)}, ${rng.chance(0.4) ? provinceThen(province, rng) : short(province)}`;
  else text = rng.chance(0.4) ? provinceThen(province, rng) : short(province);
  return rng.chance(0.06) ? bare(text) : text;
}

const lower = (name: string) =>
  name.replace(/^(Thành phố|Tỉnh|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường)/, (word) => word.toLowerCase());

/** What a family remembers of a home: often only the district, or the province by an old name. */
export function rememberHome(home: Commune, rng: Rng): string {
  const shape = rng.next();
  const province = rng.chance(0.35) ? provinceThen(home.province, rng) : short(home.province);
  let text: string;
  if (shape < 0.45) text = `${short(home.commune)}, ${short(home.district)}, ${province}`;
  else if (shape < 0.6) text = `${short(home.commune)}, ${short(home.district)}`;
  else if (shape < 0.85) text = `${short(home.district)}, ${province}`;
  else text = province;
  return rng.chance(0.4) ? bare(text) : text;
}
