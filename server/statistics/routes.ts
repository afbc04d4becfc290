import { get } from '../http/route.ts';
import { Statistics } from './contract.ts';
import { readStatistics } from './count.ts';

export const statisticsRoutes = [
  get('/statistics', { may: 'statistics.read', summary: 'The public figures', reply: Statistics }, () =>
    readStatistics(),
  ),
];
