import type { CemeteryList, CemeterySummary } from '../server/cemeteries/contract.ts';
import type { DiagramView } from '../server/diagrams/contract.ts';
import type { SuggestAnswer } from '../server/search/contract.ts';
import type { Language } from './i18n/t.ts';
import { withQuery, type Query } from './parts/link.ts';

/** @throws Error when the network is gone or the server cannot answer */
async function ask<T>(language: Language, path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(withQuery(`/api/v1${path}`, query), {
    headers: { accept: 'application/json', 'accept-language': language },
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** Names, places, units and cemeteries that begin like what was typed. */
export function suggest(language: Language, q: string, signal: AbortSignal): Promise<SuggestAnswer> {
  return ask(language, '/search/suggest', { q }, signal);
}

/** A drawing with all its plots, in pixels. */
export function readPlan(language: Language, cemetery: string, diagram: string): Promise<DiagramView> {
  return ask(language, `/cemeteries/${cemetery}/diagrams/${diagram}/plots`);
}

/** Every cemetery of the country, a page of the list at a time. */
export async function* allCemeteries(language: Language): AsyncGenerator<CemeterySummary[]> {
  let cursor: string | undefined;
  do {
    const page: CemeteryList = await ask(language, '/cemeteries', { limit: 100, cursor });
    yield page.items;
    ({ cursor } = page);
  } while (cursor !== undefined);
}
