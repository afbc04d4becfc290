import { z } from 'zod';
import { walkToGrave } from '../diagrams/walk.ts';
import { get, lngLat } from '../http/route.ts';
import { GraveParams, GraveView, RouteView } from './contract.ts';
import { readGrave } from './read.ts';

const RouteQuery = z.strictObject({
  /** `gate`, or where one stands as lng,lat. */
  from: z.union([z.literal('gate'), lngLat]).default('gate'),
  /** `easy` keeps off steps where another way exists. */
  way: z.enum(['short', 'easy']).default('short'),
});

export const graveRoutes = [
  get(
    '/graves/:id',
    { may: 'grave.read', summary: 'One grave with all who lie in it', params: GraveParams, reply: GraveView },
    ({ params, language }) => readGrave(params.id, language),
  ),
  get(
    '/graves/:id/route',
    {
      may: 'grave.read',
      summary: 'The walk from the gate, or from where one stands, to the grave',
      params: GraveParams,
      query: RouteQuery,
      reply: RouteView,
    },
    ({ params, query, language }) => walkToGrave(params.id, query.from, query.way, language),
  ),
];
