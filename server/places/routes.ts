import { z } from 'zod';
import { get } from '../http/route.ts';
import { problem } from '../http/problem.ts';
import { PlaceMeaning, PlaceResolution } from './contract.ts';
import { gazetteer } from './gazetteer.ts';
import { meaningOf, resolvePlace } from './resolve.ts';

const ResolveQuery = z.strictObject({
  text: z.string().trim().min(1).max(300),
  /** Year the name was used in. */
  year: z.coerce.number().int().min(1800).max(2100).optional(),
});

const PlaceParams = z.strictObject({ id: z.string().min(1).max(60) });

export const placeRoutes = [
  get(
    '/places/resolve',
    {
      may: 'place.read',
      summary: 'An old or new place name and what it is today',
      query: ResolveQuery,
      reply: PlaceResolution,
    },
    ({ query }) => resolvePlace(query.text, query.year),
  ),
  get(
    '/places/:id',
    {
      may: 'place.read',
      summary: 'One unit in its period and what it is today',
      params: PlaceParams,
      reply: PlaceMeaning,
    },
    ({ params }) => {
      const unit = gazetteer().byId.get(params.id);
      if (!unit) throw problem.notFound('place');
      return meaningOf({ unit, around: [], weight: 1 });
    },
  ),
];
