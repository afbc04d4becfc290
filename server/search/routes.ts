import { get } from '../http/route.ts';
import mongoose from 'mongoose';
import { MissList, MissQuery, SearchAnswer, SearchQuery, SuggestAnswer, SuggestQuery } from './contract.ts';
import { listMisses } from './misses.ts';
import type { SearchService } from './service.ts';

/** What depends on a running index is offered by whoever holds it. */
export function searchRoutes(search: SearchService) {
  return [
    get(
      '/search',
      {
        may: 'search.use',
        summary: 'Dossiers and graves, best first, each with why it was found',
        query: SearchQuery,
        reply: SearchAnswer,
      },
      ({ query, language }) => search.search(query, language),
    ),
    get(
      '/search/suggest',
      {
        may: 'search.use',
        summary: 'Names, places, units and cemeteries while typing',
        query: SuggestQuery,
        reply: SuggestAnswer,
      },
      ({ query }) => search.suggest(query.q),
    ),
    get(
      '/search/misses',
      {
        may: 'searchMiss.read',
        summary: 'Searches that found nobody, for staff',
        query: MissQuery,
        reply: MissList,
      },
      async ({ query }) => ({ items: await listMisses(mongoose.connection, query.limit) }),
    ),
  ];
}
