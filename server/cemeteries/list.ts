import type { z } from 'zod';
import { Diagrams } from '../diagrams/model.ts';
import type { Language } from '../http/language.ts';
import { fold } from '../text/fold.ts';
import type { CemeteryList, CemeteryQuery } from './contract.ts';
import { Cemeteries, type Cemetery } from './model.ts';
import { cemeterySummary, placeOf } from './view.ts';

const kindOrder = ['national', 'province', 'district', 'commune', 'memorial', 'temple'];

/**
 * Cemeteries by name, place or box. The country has some three thousand: all are read and matched in memory, folded,
 * which finds "vi thanh" in any spelling without an index of its own.
 */
export async function listCemeteries(
  query: z.infer<typeof CemeteryQuery>,
  language: Language,
): Promise<CemeteryList> {
  const all = await Cemeteries.find({
    status: 'published',
    ...(query.kind ? { kind: query.kind } : {}),
  }).lean<Cemetery[]>();
  const drawn = new Set((await Diagrams.distinct('cemeteryId', { status: 'published' })).map(String));
  const words = fold(query.q ?? '')
    .split(' ')
    .filter(Boolean);
  const province = query.province === undefined ? undefined : fold(query.province);

  const found = all.filter((cemetery) => {
    if (query.diagram === 'yes' && !drawn.has(String(cemetery._id))) return false;
    if (
      province !== undefined &&
      ![cemetery.provinceNow, cemetery.provinceBefore].some((name) => fold(name ?? '') === province)
    )
      return false;
    if (query.bbox && !inside(cemetery, query.bbox)) return false;
    const text = fold(`${cemetery.name} ${cemetery.code} ${placeOf(cemetery, language)}`);
    return words.every((word) => text.includes(word));
  });
  const { near } = query;
  found.sort((a, b) =>
    near
      ? distance(a, near) - distance(b, near)
      : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        a.name.localeCompare(b.name, 'vi') ||
        a.code.localeCompare(b.code),
  );

  // The cursor is the code last shown: cemeteries that come or go meanwhile neither double nor hide others.
  const start = query.cursor === undefined ? 0 : found.findIndex(({ code }) => code === query.cursor) + 1;
  const page = found.slice(start, start + query.limit);
  const last = page.at(-1);
  return {
    total: found.length,
    items: page.map((cemetery) => cemeterySummary(cemetery, drawn.has(String(cemetery._id)), language)),
    ...(last !== undefined && start + page.length < found.length ? { cursor: last.code } : {}),
  };
}

/** Today's provinces that have cemeteries here, for the page's filter. */
export async function provincesWithCemeteries(): Promise<{ name: string; cemeteries: number }[]> {
  const groups = await Cemeteries.aggregate<{ _id: string | null; cemeteries: number }>([
    { $match: { status: 'published' } },
    { $group: { _id: '$provinceNow', cemeteries: { $sum: 1 } } },
  ]);
  return groups
    .flatMap(({ _id, cemeteries }) => (_id === null ? [] : [{ name: _id, cemeteries }]))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function inside({ point }: Cemetery, [west, south, east, north]: [number, number, number, number]): boolean {
  return !!point && point.lng >= west && point.lng <= east && point.lat >= south && point.lat <= north;
}

/** Good enough for an order: degrees, east-west shrunk by the latitude. Without a point: last. */
function distance({ point }: Cemetery, [lng, lat]: [number, number]): number {
  if (!point) return Infinity;
  return Math.hypot((point.lng - lng) * Math.cos((lat * Math.PI) / 180), point.lat - lat);
}
