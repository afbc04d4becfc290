import { get } from '../http/route.ts';
import { MartyrParams, MartyrView } from './contract.ts';
import { readMartyr } from './read.ts';

export const martyrRoutes = [
  get(
    '/martyrs/:code',
    {
      may: 'martyr.read',
      summary: 'One dossier, with where he lies and what is not known',
      params: MartyrParams,
      reply: MartyrView,
    },
    ({ params, language }) => readMartyr(params.code, language),
  ),
];
