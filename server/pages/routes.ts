import { Router, type Request, type Response } from 'express';
import { addresses } from '../../client/parts/addresses.ts';
import type { Language } from '../http/language.ts';
import { Problem, problem, wordsOf } from '../http/problem.ts';
import { revalidate } from '../http/route.ts';
import type { Assets } from './assets.ts';
import type { PageName, PageProps } from './contract.ts';
import { isAllowed } from '../http/allowed.ts';
import { visitOf } from '../accounts/visit.ts';
import type { AccountRole } from '../http/access.ts';
import type { Visit } from '../http/visit.ts';
import { documentOf } from './document.ts';
import { formToken, mustBeOwnForm, withToken } from './form-token.ts';
import { forms, said } from './forms.ts';
import { loaders, Redirect, type Asked } from './load.ts';
import { hasDemo, tilesOf, type Site } from './site.ts';

/** The pages, Vietnamese at the root and English under /en. Those with forms take them at their own address. */
export function pageRoutes(site: Site, assets: Assets): Router {
  const router = Router();
  for (const [name, path] of Object.entries(addresses) as [PageName, string][])
    for (const language of ['vi', 'en'] as const) {
      const address = language === 'vi' ? path : path === '/' ? '/en' : `/en${path}`;
      router.get(address, (request, response) => show(name, language, request, response, site, assets));
      if (forms[name])
        router.post(address, (request, response) => take(name, language, request, response, site, assets));
    }
  return router;
}

async function askedOf(request: Request, response: Response, language: Language, site: Site): Promise<Asked> {
  return {
    params: request.params as Record<string, string>,
    query: textsOf(request.query),
    language,
    from: cameFrom(request),
    visit: await visitOf(request, response, site.settings),
  };
}

const textsOf = (given: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]: [string, unknown]) => [
      key,
      String(Array.isArray(value) ? value.at(-1) : value),
    ]),
  );

async function show(
  name: PageName,
  language: Language,
  request: Request,
  response: Response,
  site: Site,
  assets: Assets,
): Promise<void> {
  const asked = await askedOf(request, response, language, site);
  try {
    const data = await loaders[name]!(asked, site);
    if (data instanceof Redirect) sendAway(data, response, language);
    else await send(200, { page: name, data }, request, response, site, assets, language, asked.visit);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'sign-in-first') sendToSignIn(request, response, language);
    else await sendProblem(error, request, response, site, assets, language);
  }
}

/**
 * Takes a form: does what it says and goes on, or shows the page again with what is wrong next to each field. Works
 * without script.
 */
async function take(
  name: PageName,
  language: Language,
  request: Request,
  response: Response,
  site: Site,
  assets: Assets,
): Promise<void> {
  const fields = textsOf((request.body ?? {}) as object);
  mustBeOwnForm(request, site, fields['form']);
  const asked = withToken(await askedOf(request, response, language, site), request, site.settings);
  let status = 200;
  let outcome: Redirect | object;
  try {
    const form = forms[name]?.[fields['do'] ?? ''];
    if (!form) throw problem.malformed();
    outcome = await form({ ...asked, fields });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'sign-in-first') {
      sendToSignIn(request, response, language);
      return;
    }
    ({ status } = error);
    outcome = said(error, fields, language);
  }
  if (outcome instanceof Redirect) {
    sendAway(outcome, response, language);
    return;
  }
  // a step of signing in has given the browser another session
  const now = await asked.renewed();
  const data = await loaders[name]!({ ...asked, visit: now }, site);
  if (data instanceof Redirect && status === 200 && Object.keys(outcome).length === 0)
    sendAway(data, response, language);
  else {
    const whole =
      data instanceof Redirect
        ? { stage: now.actor.stage, to: data.to, ...outcome }
        : { ...data, ...outcome };
    await send(
      status,
      { page: name, data: whole },
      request,
      response,
      site,
      assets,
      language,
      now,
      asked.token(),
    );
  }
}

/** And back again afterwards. */
function sendToSignIn(request: Request, response: Response, language: Language): void {
  const to = new URLSearchParams({ toi: request.originalUrl.replace(/^\/en(?=\/)/, '') });
  sendAway(new Redirect(`${addresses.signIn}?${to.toString()}`), response, language);
}

function sendAway({ to }: Redirect, response: Response, language: Language): void {
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(303, language === 'vi' ? to : to === '/' ? '/en' : `/en${to}`);
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
  const visit = await visitOf(request, response, site.settings);
  await send(found.status, { page: 'problem', data }, request, response, site, assets, language, visit);
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
  visit: Visit,
  token?: string,
): Promise<void> {
  const vi = request.originalUrl.replace(/^\/en(?=\/|\?|$)/, '').replace(/^(?=\?|$)/, '/');
  const en = `/en${vi === '/' ? '' : vi.replace(/^\/(?=\?)/, '')}`;
  const frame = {
    language,
    otherLanguage: language === 'vi' ? en : vi,
    demo: await hasDemo(),
    ...tilesOf(site.settings),
    ...personOf(visit),
    ...(forms[page] || visit.actor.stage === 'full'
      ? { form: formToken(request, response, site.settings, token) }
      : {}),
  };
  const props = { page, data, frame } as PageProps;
  response
    .status(status)
    .vary('Accept')
    .setHeader(
      'Cache-Control',
      status === 200 && frame.form === undefined ? revalidate.replace('public', 'private') : 'no-store',
    );
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

/** What the frame says of somebody who has signed in, read from the same table as the routes. */
function personOf({ actor }: Visit): Pick<PageProps['frame'], 'person'> {
  if (actor.stage !== 'full') return {};
  const { name, fullName, role } = actor;
  return {
    person: {
      name,
      fullName,
      role: role as AccountRole,
      manages: isAllowed(actor, 'account.manage'),
      audits: isAllowed(actor, 'audit.read'),
    },
  };
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
