import { Router, type Request, type Response } from 'express';
import { addresses } from '../../client/parts/addresses.ts';
import type { Language } from '../http/language.ts';
import { Problem, problem, wordsOf } from '../http/problem.ts';
import { revalidate } from '../http/route.ts';
import type { Assets } from './assets.ts';
import type { PageName, PageProps } from './contract.ts';
import { documentOf } from './document.ts';
import { loaders, Redirect } from './load.ts';
import { hasDemo, tilesOf, type Site } from './site.ts';

/** The public pages, Vietnamese at the root and English under /en. */
export function pageRoutes(site: Site, assets: Assets): Router {
  const router = Router();
  for (const [name, path] of Object.entries(addresses) as [PageName, string][])
    for (const language of ['vi', 'en'] as const)
      router.get(language === 'vi' ? path : path === '/' ? '/en' : `/en${path}`, (request, response) =>
        show(name, language, request, response, site, assets),
      );
  return router;
}

async function show(
  name: PageName,
  language: Language,
  request: Request,
  response: Response,
  site: Site,
  assets: Assets,
): Promise<void> {
  const query = Object.fromEntries(
    Object.entries(request.query).map(([key, value]) => [
      key,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  );
  const from = cameFrom(request);
  try {
    const data = await loaders[name]!(
      { params: request.params as Record<string, string>, query, language, from },
      site,
    );
    if (data instanceof Redirect) {
      response.redirect(302, language === 'vi' ? data.to : data.to === '/' ? '/en' : `/en${data.to}`);
      return;
    }
    await send(200, { page: name, data } as PageProps, request, response, site, assets, language);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sendProblem(error, request, response, site, assets, language);
  }
}

/** A problem as a page that says what happened and what to do. */
export async function sendProblem(
  found: Problem,
  request: Request,
  response: Response,
  site: Site,
  assets: Assets,
  language = languageAt(request),
): Promise<void> {
  const { title, detail } = wordsOf(found, language, String(response.getHeader('X-Request-Id')));
  const data = { status: found.status, title, detail };
  await send(found.status, { page: 'problem', data } as PageProps, request, response, site, assets, language);
}

/** For addresses that lead nowhere. */
export const noSuchPage = (request: Request) => problem.noRoute(request.path);

export function languageAt(request: Request): Language {
  return request.path === '/en' || request.path.startsWith('/en/') ? 'en' : 'vi';
}

async function send(
  status: number,
  { page, data }: Pick<PageProps, 'page' | 'data'>,
  request: Request,
  response: Response,
  site: Site,
  assets: Assets,
  language: Language,
): Promise<void> {
  const vi = request.originalUrl.replace(/^\/en(?=\/|\?|$)/, '').replace(/^(?=\?|$)/, '/');
  const en = `/en${vi === '/' ? '' : vi.replace(/^\/(?=\?)/, '')}`;
  const frame = {
    language,
    otherLanguage: language === 'vi' ? en : vi,
    demo: await hasDemo(),
    ...tilesOf(site.settings),
  };
  const props = { page, data, frame } as PageProps;
  response
    .status(status)
    .vary('Accept')
    .setHeader('Cache-Control', status === 200 ? revalidate.replace('public', 'private') : 'no-store');
  // The page's own script asks for the same address as data, so that filters turn the page without loading it anew.
  if (request.accepts('html', 'json') === 'json') response.json(props);
  else
    response.type('html').send(
      documentOf(props, assets, {
        self: site.url + (language === 'vi' ? vi : en),
        vi: site.url + vi,
        en: site.url + en,
      }),
    );
}

/** The page of results that led here: the browser says so itself, and only within the site. */
function cameFrom(request: Request): string | undefined {
  try {
    const referrer = new URL(request.get('referer') ?? '');
    const isResults = /^(\/en)?\/tim$/.test(referrer.pathname);
    return isResults && referrer.host === request.get('host')
      ? referrer.pathname + referrer.search
      : undefined;
  } catch {
    return undefined;
  }
}
