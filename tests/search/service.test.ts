import { expect } from 'chai';
import mongoose from 'mongoose';
import { generatePeople } from '../../scripts/generate/people.ts';
import { Martyrs } from '../../server/martyrs/model.ts';
import { compactMartyr, compactVersion } from '../../server/search/compact.ts';
import { startSearch, type SearchService } from '../../server/search/service.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';

describe('search: the running service', () => {
  let search: SearchService;
  freshDatabase();
  before(async function () {
    this.timeout(60_000);
    const others = [...generatePeople({ seed: 3, count: 400, firstCode: 5000 })].map(({ line }) => line);
    await given.dossiers(given.hai(), ...others);
    search = await startSearch({ connection: mongoose.connection, onProgress: () => undefined });
  });
  after(() => search.stop());

  const first = async (query: Parameters<SearchService['search']>[0]) =>
    (await search.search(query, 'vi')).hits[0];

  it('finds the person of the plans by a name without marks and two facts, and says why', async () => {
    const hit = await first({ name: 'nguyen van hai', home: 'Hậu Giang', deathYear: '1968' });
    expect(hit).to.include({ code: 'LS0001171', name: 'Nguyễn Văn Hải', kind: 'martyr' });
    expect(hit?.grave?.position).to.deep.equal({ section: 'A', row: '12', number: '7' });
    expect(hit?.reasons.map(({ field, how }) => [field, how])).to.deep.equal([
      ['name', 'accents'],
      ['deathYear', 'same'],
      ['home', 'same-province'],
    ]);
  });

  it('takes one free line apart and shows what it was taken for', async () => {
    const answer = await search.search({ q: 'Nguyen Van Hai sinh 1948 Vi Thanh hy sinh 1968 C3 D5' }, 'vi');
    expect(answer.hits[0]?.code).to.equal('LS0001171');
    expect(answer.read.chips.map(({ field, text }) => [field, text])).to.deep.equal([
      ['birthYear', '1948'],
      ['deathYear', '1968'],
      ['unit', 'C3 D5'],
      ['name', 'Nguyen Van Hai'],
      ['home', 'Vi Thanh'],
    ]);
  });

  it('shows one’s own write at once, under the new name only', async () => {
    const martyr = (await Martyrs.findOne({ code: 'LS0001171' }))!;
    martyr.name.full = 'Nguyễn Vĩnh Hằng';
    martyr.name.aliases = [];
    martyr.search = { v: compactVersion, k: compactMartyr(martyr) };
    await martyr.save();
    await search.noteWrite([martyr.id as string]);
    expect((await first({ name: 'Nguyễn Vĩnh Hằng' }))?.code).to.equal('LS0001171');
    const old = await search.search({ name: 'Nguyễn Văn Hải', birthYear: '1948' }, 'vi');
    expect(old.hits.filter(({ code }) => code === 'LS0001171')).to.have.length.at.most(1);
  });
});
