import { get } from '../http/route.ts';
import { CemeteryList, CemeteryParams, CemeteryQuery, CemeteryView } from './contract.ts';
import { listCemeteries } from './list.ts';
import { readCemetery } from './read.ts';

export const cemeteryRoutes = [
  get(
    '/cemeteries',
    {
      may: 'cemetery.read',
      summary: 'Cemeteries by name, place, box or nearness',
      query: CemeteryQuery,
      reply: CemeteryList,
    },
    ({ query, language }) => listCemeteries(query, language),
  ),
  get(
    '/cemeteries/:code',
    {
      may: 'cemetery.read',
      summary: 'One cemetery with its diagrams and rows',
      params: CemeteryParams,
      reply: CemeteryView,
    },
    ({ params, language }) => readCemetery(params.code, language),
  ),
];
