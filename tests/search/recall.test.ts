import { expect } from 'chai';
import mongoose from 'mongoose';
import { askedFor, measureRecall } from '../../scripts/bench/search-recall.ts';
import { loadPeople, type Sought } from '../../scripts/bench/search-load.ts';
import { noiseKinds } from '../../scripts/generate/noise.ts';
import { startSearch, type SearchService } from '../../server/search/service.ts';
import { freshDatabase } from '../support/database.ts';

describe('search: recall by kind of noise', () => {
  let search: SearchService;
  let sought: Sought[];
  freshDatabase();
  before(async function () {
    this.timeout(120_000);
    const { connection } = mongoose;
    sought = await loadPeople(connection.getClient().db(connection.name), 6000, 3000, () => undefined);
    search = await startSearch({ connection, onProgress: () => undefined });
  });
  after(() => search.stop());

  for (const kind of noiseKinds)
    it(`finds nine of ten by ${kind} and two facts among the first ten`, async function () {
      this.timeout(60_000);
      const recalls = await measureRecall(search, askedFor(sought, [kind], 20, 2, 0));
      const recall = recalls.get(kind)!;
      expect(recall.n).to.be.greaterThan(5);
      expect(recall.ten).to.be.at.least(0.9);
    });
});
