import { expect } from 'chai';
import mongoose from 'mongoose';
import { generatePeople } from '../../scripts/generate/people.ts';
import { Martyrs } from '../../server/martyrs/model.ts';
import { compactMartyr, compactVersion } from '../../server/search/compact.ts';
import { SearchQuery } from '../../server/search/contract.ts';
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
    await search.noteWrite([martyr.id]);
    expect((await first({ name: 'Nguyễn Vĩnh Hằng' }))?.code).to.equal('LS0001171');
    const old = await search.search({ name: 'Nguyễn Văn Hải', birthYear: '1948' }, 'vi');
    expect(old.hits.filter(({ code }) => code === 'LS0001171')).to.have.length.at.most(1);
  });

  it('takes in what others write, through the change stream', async () => {
    const { insertedId } = await mongoose.connection.collection('martyrs').insertOne({
      code: 'LS0009998',
      name: { full: 'Đàm Thị Khuê Bích', aliases: [] },
      status: 'published',
      search: {
        v: compactVersion,
        k: compactMartyr({ name: { full: 'Đàm Thị Khuê Bích', aliases: [] } }),
      },
    });
    const seen = async () => (await first({ name: 'Đàm Thị Khuê Bích' }))?.code === 'LS0009998';
    while (!(await seen())) await new Promise((resolve) => setImmediate(resolve));
    await mongoose.connection.collection('martyrs').deleteOne({ _id: insertedId });
    while (await seen()) await new Promise((resolve) => setImmediate(resolve));
  });

  it('pages through everybody once, whatever is written meanwhile', async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await search.search({ name: 'nguyen', limit: 10, cursor }, 'vi');
      codes.push(...answer.hits.map(({ id }) => id));
      cursor = answer.cursor;
      const other = await Martyrs.findOne({ 'name.full': /^Trần/ });
      await search.noteWrite([other!.id]);
    } while (cursor !== undefined && codes.length < 300);
    expect(codes.length).to.be.greaterThan(30);
    expect(new Set(codes).size).to.equal(codes.length);
  });

  it('hides nobody for a fact that is wrong, and says so', async () => {
    const hit = await first({ name: 'Nguyễn Vĩnh Hằng', birthYear: '1930', home: 'Cao Bằng' });
    expect(hit?.code).to.equal('LS0001171');
    expect(hit?.reasons.find(({ field }) => field === 'birthYear')).to.include({
      how: 'other-year',
      found: '1948',
    });
  });

  it('offers to let go the filter that leaves nothing', async () => {
    const { hits, relax } = await search.search({ name: 'Nguyễn Vĩnh Hằng', onlyDeath: '1900-1901' }, 'vi');
    expect(hits).to.deep.equal([]);
    expect(relax?.[0]).to.include({ filter: 'onlyDeath' });
  });

  it('asks for the fact that would tell namesakes apart', async () => {
    const { ask } = await search.search({ name: 'Nguyễn Văn' }, 'vi');
    expect(ask).to.include.members(['home', 'deathYear']);
  });

  it('says that nobody was found rather than show people of other names', async () => {
    const { hits, total } = await search.search({ name: 'asdfgh qwerty' }, 'vi');
    expect([hits.length, total.value]).to.deep.equal([0, 0]);
  });

  it('equals an index built anew', async () => {
    const { documents, differing } = await search.verify();
    expect(documents).to.be.greaterThan(390);
    expect(differing).to.deep.equal([]);
  });

  it('refuses operators and unknown names in a query', () => {
    expect(SearchQuery.safeParse({ name: { $gt: '' } }).success).to.equal(false);
    expect(SearchQuery.safeParse({ nmae: 'Hải' }).success).to.equal(false);
    expect(SearchQuery.parse({ name: ' ', home: '' }).name).to.equal(undefined);
  });
});
