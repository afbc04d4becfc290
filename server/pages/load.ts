import type { z } from 'zod';
import { CemeteryParams, CemeteryQuery } from '../cemeteries/contract.ts';
import { listCemeteries, provincesWithCemeteries } from '../cemeteries/list.ts';
import { findCemetery, readCemetery } from '../cemeteries/read.ts';
import { walkToGrave } from '../diagrams/walk.ts';
import { GraveParams, type GraveView, type RouteView } from '../graves/contract.ts';
import { readGrave } from '../graves/read.ts';
import type { Language } from '../http/language.ts';
import { Problem, problem } from '../http/problem.ts';
import { MartyrParams } from '../martyrs/contract.ts';
import { readMartyr } from '../martyrs/read.ts';
import { readStatistics } from '../statistics/count.ts';
import { findInCemetery } from './cemetery-rows.ts';
import type { Visit } from '../http/visit.ts';
import type { PageData, PageName } from './contract.ts';
import { qrOf } from './qr.ts';
import { loadResults } from './results.ts';
import { officeOf, type Site } from './site.ts';
import { staffLoaders } from './staff.ts';
import { loadDecode, loadUnit } from './units.ts';

/** What a page's address said. */
export interface Asked {
  params: Record<string, string>;
  query: Record<string, string>;
  language: Language;
  /** Path and query of the page of results one came from, if any. */
  from: string | undefined;
  visit: Visit;
}

/** Where one is sent instead. */
export class Redirect {
  constructor(readonly to: string) {}
}

export type Loader<N extends PageName> = (asked: Asked, site: Site) => Promise<PageData[N] | Redirect>;

const checked = <S extends z.ZodType>(
  shape: S,
  given: unknown,
  what: Parameters<typeof problem.notFound>[0],
): z.infer<S> => {
  const result = shape.safeParse(given);
  if (!result.success) throw problem.notFound(what); // a code that cannot be one is an address that leads nowhere
  return result.data;
};

/** A walk is a help, not a condition: without one the page still says section, row and number. */
async function walk(
  grave: GraveView | undefined,
  language: Language,
): Promise<{ route: RouteView } | Record<string, never>> {
  if (!grave?.links.route) return {};
  try {
    return { route: await walkToGrave(grave.id, 'gate', 'short', language) };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'no-way') return {};
    throw error;
  }
}

function backTo({
  from,
  language,
}: Asked): { back: { href: string; words: string } } | Record<string, never> {
  if (from === undefined) return {};
  const query = new URL(from, 'http://site').searchParams;
  const words = ['q', 'name', 'alias', 'birthYear', 'home', 'unit', 'deathYear', 'deathPlace', 'cemetery']
    .map((name) => query.get(name)?.trim())
    .filter(Boolean)
    .join(', ');
  return {
    back: { href: from, words: words === '' ? (language === 'vi' ? 'kết quả tìm' : 'results') : words },
  };
}

/** What each page shows, by its name. */
export const loaders: { [N in PageName]?: Loader<N> } = {
  home: async () => ({ statistics: await readStatistics() }),
  results: loadResults,
  martyr: async (asked, site) => {
    const martyr = await readMartyr(checked(MartyrParams, asked.params, 'martyr').code, asked.language);
    return {
      martyr,
      ...(await walk(martyr.grave, asked.language)),
      qr: qrOf(site.url + martyr.links.page),
      ...backTo(asked),
    };
  },
  grave: async (asked, site) => {
    const grave = await readGrave(checked(GraveParams, asked.params, 'grave').id, asked.language);
    return {
      grave,
      ...(await walk(grave, asked.language)),
      qr: qrOf(site.url + grave.links.page),
      ...backTo(asked),
    };
  },
  cemeteries: async ({ query, language }) => {
    const { q = '', province = '', cursor } = query;
    const given = {
      ...(q === '' ? {} : { q }),
      ...(province === '' ? {} : { province }),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const read = CemeteryQuery.safeParse({ ...given, limit: 100 });
    const list = await listCemeteries(
      read.success ? read.data : CemeteryQuery.parse({ limit: 100 }),
      language,
    );
    return { list, q, province, provinces: await provincesWithCemeteries() };
  },
  cemetery: async ({ params, query, language }, site) => {
    const { code } = checked(CemeteryParams, params, 'cemetery');
    const [cemetery, found] = await Promise.all([
      readCemetery(code, language),
      findInCemetery(code, query, language),
    ]);
    return { cemetery, ...(found ? { found } : {}), qr: qrOf(site.url + cemetery.links.page) };
  },
  map: ({ query }) => {
    const asked = query['ranh'];
    return Promise.resolve({ oldBorders: asked === '1976' || asked === '2004' ? asked : 'none' });
  },
  decode: ({ query, language }) => loadDecode(query, language),
  unit: ({ params, language }) => loadUnit(params, language),
  contact: async ({ query, language }, { settings, url }) => {
    const about = await subjectOf(query['ve'] ?? '', language);
    return { office: officeOf(settings), ...(about ? { about: { ...about, url: url + about.url } } : {}) };
  },
  ...staffLoaders,
  about: async (_asked, { mapCredits }) => ({ statistics: await readStatistics(), mapCredits }),
};

/** What a person wants to report on, by its code or id, or a unit's words after `don-vi:`; an unknown one is no hindrance. */
async function subjectOf(
  of: string,
  language: Language,
): Promise<{ code: string; name: string; url: string } | undefined> {
  const unit = /^don-vi:(?:[a-z]+:)?(.{1,100})$/u.exec(of)?.[1];
  if (unit !== undefined)
    return { code: of, name: unit, url: `/giai-ma-don-vi?${new URLSearchParams({ text: unit }).toString()}` };
  try {
    if (MartyrParams.safeParse({ code: of }).success) {
      const { name, links } = await readMartyr(of, language);
      return { code: of, name, url: links.page };
    }
    if (CemeteryParams.safeParse({ code: of }).success) {
      const { name } = await findCemetery(of);
      return { code: of, name, url: `/nghia-trang/${of}` };
    }
    if (GraveParams.safeParse({ id: of }).success) {
      const { cemetery, position, links } = await readGrave(of, language);
      return {
        code: of,
        name: [cemetery.name, position.section, position.row, position.number].filter(Boolean).join(' · '),
        url: links.page,
      };
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return undefined;
}
