import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fold } from '../text/fold.ts';

interface Row {
  province: string;
  district: string;
  commune: string;
  province_code: string;
  district_code: string;
  code: string;
}
const read = <T>(name: string) =>
  parse(readFileSync(new URL(`../places/data/${name}`, import.meta.url)), { columns: true }) as T[];
const strip = (s: string) =>
  fold(s)
    .replace(
      /^(thanh pho|tinh|huyen|quan|thi xa|thi tran|xa|phuong|tp\.?|tx\.?|tt\.?|h\.|x\.|p\.|t\.)\s+/,
      '',
    )
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const provs = new Map<string, number>();
const provName = new Map<string, [number, number][]>();
const dists = new Map<string, number>();
const distName = new Map<string, [number, number][]>();
const commName = new Map<string, [number, number, number][]>();
let c = 0;
for (const r of read<Row>('communes-before-2025.csv')) {
  if (!provs.has(r.province_code)) {
    provs.set(r.province_code, provs.size);
    provName.set(strip(r.province), [[provs.size - 1, 1]]);
  }
  const p = provs.get(r.province_code)!;
  if (!dists.has(r.district_code)) {
    dists.set(r.district_code, dists.size);
    const k = strip(r.district);
    distName.set(k, [...(distName.get(k) ?? []), [dists.size - 1, p]]);
  }
  const k = strip(r.commune);
  commName.set(k, [...(commName.get(k) ?? []), [c++, dists.get(r.district_code)!, p]]);
}
provName.set('tp hcm', provName.get('ho chi minh')!);
const hist = read<{ name: string; other_names: string; became: string; from: string; to: string }>(
  'provinces-history.csv',
);
for (let i = 0; i < 5; i++)
  for (const h of hist)
    for (const n of [h.name, ...h.other_names.split('|')]) {
      const k = strip(n);
      if (k === '' || (provName.has(k) && i > 0 && false)) continue;
      const out = new Map<number, number>();
      if (Number(h.to) === 2025) continue;
      for (const b of h.became.split('|')) for (const [p] of provName.get(strip(b)) ?? []) out.set(p, 1);
      if (out.size && !provName.has(k))
        provName.set(
          k,
          [...out].map(([p]) => [p, 1 / out.size]),
        );
    }
const kept = new Map<string, Uint8Array>();
export interface PlaceAtoms {
  provinces: [number, number][];
  districts: [number, number][];
  communes: [number, number][];
}
export function placeAtoms(text: string): PlaceAtoms {
  const parts = text
    .split(/[,;]|\s-\s/)
    .map(strip)
    .filter(Boolean)
    .reverse();
  let provinces: [number, number][] = [];
  let districts: [number, number][] = [];
  let communes: [number, number][] = [];
  let i = 0;
  if (parts[0] !== undefined && provName.has(parts[0])) {
    provinces = provName.get(parts[0])!;
    i = 1;
  }
  const inP = (p: number) => provinces.length === 0 || provinces.some(([q]) => q === p);
  const d = parts[i] === undefined ? undefined : distName.get(parts[i]!)?.filter(([, p]) => inP(p));
  let dset: Set<number> | undefined;
  if (d?.length) {
    i++;
    districts = d.map(([x]) => [x, 1 / d.length]);
    dset = new Set(d.map(([x]) => x));
    if (!provinces.length) provinces = d.map(([, p]) => [p, 1 / d.length]);
  }
  const cm =
    parts[i] === undefined
      ? undefined
      : commName.get(parts[i]!)?.filter(([, dd, p]) => inP(p) && (dset === undefined || dset.has(dd)));
  if (cm?.length && cm.length < 9) {
    communes = cm.map(([x]) => [x, 1 / cm.length]);
    if (!districts.length) districts = cm.map(([, x]) => [x, 1 / cm.length]);
    if (!provinces.length) provinces = cm.map(([, , p]) => [p, 1 / cm.length]);
  }
  return {
    provinces: provinces.slice(0, 6),
    districts: districts.slice(0, 6),
    communes: communes.slice(0, 8),
  };
}
/** Levels of a packed place: which of the country's 63 provinces, their districts and communes of June 2025. */
export const placeLevel = { province: 0, district: 1, commune: 2, words: 3 } as const;
export function placeBytes(text: string | undefined, _year: number | undefined): Uint8Array {
  if (text === undefined || text.trim() === '') return new Uint8Array();
  const known = kept.get(text);
  if (known) return known;
  const { provinces, districts, communes } = placeAtoms(text);
  const out: number[] = [];
  const put = (level: number, list: [number, number][]) => {
    for (const [id, chance] of list)
      out.push(level, id & 255, id >> 8, Math.max(1, Math.round(chance * 255)));
  };
  put(0, provinces);
  put(1, districts);
  put(2, communes);
  if (out.length === 0) {
    let h = 2166136261;
    for (const ch of strip(text)) h = Math.imul(h ^ ch.codePointAt(0)!, 16777619);
    put(3, [[(h >>> 0) & 65535, 1]]);
  }
  const bytes = Uint8Array.from(out);
  if (kept.size > 50000) kept.clear();
  kept.set(text, bytes);
  return bytes;
}
export function unitTokensOf(text: string | undefined, _year: number | undefined): string[] {
  if (text === undefined) return [];
  const f = fold(text)
    .replace(/tieu doan/g, 'd')
    .replace(/trung doan/g, 'e')
    .replace(/su doan/g, 'f')
    .replace(/dai doi/g, 'c')
    .replace(/trung doi/g, 'b')
    .replace(/tieu doi/g, 'a')
    .replace(/quan khu/g, 'qk');
  return [...f.matchAll(/(?<![a-z])(qk|[abcdef])[ .]?(\d+)/g)].map((m) => m[1]! + m[2]!);
}
