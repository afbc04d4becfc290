import type { z } from 'zod';
import { Diagrams } from '../diagrams/model.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
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
    return fits(cemetery, words, language) > 0;
  });
  const { near } = query;
  const fit = new Map(found.map((cemetery) => [cemetery, fits(cemetery, words, language)]));
  found.sort((a, b) =>
    near
      ? distance(a, near) - distance(b, near)
      : fit.get(b)! - fit.get(a)! ||
        kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        a.name.localeCompare(b.name, 'vi') ||
        a.code.localeCompare(b.code),
  );

  // The cursor is the code last shown: cemeteries that come or go meanwhile neither double nor hide others.
  const after = query.cursor === undefined ? -1 : found.findIndex(({ code }) => code === query.cursor);
  if (query.cursor !== undefined && after < 0) throw problem.badCursor();
  const start = after + 1;
  const page = found.slice(start, start + query.limit);
  const last = page.at(-1);
  return {
    total: found.length,
    items: page.map((cemetery) => cemeterySummary(cemetery, drawn.has(String(cemetery._id)), language)),
    ...(last !== undefined && start + page.length < found.length ? { cursor: last.code } : {}),
  };
}

/**
 * How well the words name a cemetery: 4 its name has them in a row, 3 its place has, 2 its name has them all, 1 name and
 * place together; 0 not. Words are whole, the last may be begun: "vi thanh" is not Vĩnh Thạnh.
 */
function fits(cemetery: Cemetery, words: string[], language: Language): number {
  if (words.length === 0) return 1;
  const wordsOf = (text: string) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const name = wordsOf(`${cemetery.name} ${cemetery.code}`);
  const place = wordsOf(placeOf(cemetery, language));
  const row = ` ${words.join(' ')}`;
  if (name.includes(`${row} `)) return 4;
  if (place.includes(`${row} `)) return 3;
  const has = (text: string) =>
    words.every((word, at) => text.includes(at === words.length - 1 ? ` ${word}` : ` ${word} `));
  return has(name) ? 2 : has(name + place) ? 1 : 0;
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
