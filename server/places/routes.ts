import { z } from 'zod';
import { get } from '../http/route.ts';
import { PlaceResolution } from './contract.ts';
import { resolvePlace } from './resolve.ts';

const ResolveQuery = z.strictObject({
  text: z.string().trim().min(1).max(300),
  /** Year the name was used in. */
  year: z.coerce.number().int().min(1800).max(2100).optional(),
});

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
];
