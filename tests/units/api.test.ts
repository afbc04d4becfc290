import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import mongoose from 'mongoose';
import type {
  DecodeAnswer,
  UnitList,
  UnitMovements,
  UnitStatistics,
  UnitView,
} from '../../server/units/contract.ts';
import { buildGazetteer, readSeedRows } from '../../server/units/gazetteer.ts';
import type { MartyrView } from '../../server/martyrs/contract.ts';
import { asCsv } from '../../server/units/open-data.ts';
import { readUnitStatistics } from '../../server/units/statistics.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';

const grave = (number: string) => ({
  cemetery: 'Nghĩa trang liệt sĩ Gò Vấp',
  section: 'A',
  row: '1',
  number,
});

describe('units over HTTP', () => {
  freshDatabase();
  let site: TestSite;
  before(async () => {
    await given.dossiers(
      given.hai({ unit: 'c2 D 269', death: '31/1/1968', grave: grave('1') }),
      {
        code: 'LS0002001',
        name: 'Trần Văn Sáu',
        unit: 'Tiểu đoàn 269',
        death: '31/1/1968',
        grave: grave('2'),
      },
      { code: 'LS0002002', name: 'Lê Văn Bảy', unit: 'C5, D.269', death: '3/2/1968', grave: grave('3') },
      { code: 'LS0002003', name: 'Phạm Văn Tám', unit: 'e24', death: '31/1/1968', grave: grave('4') },
      { code: 'LS0002004', name: 'Vũ Văn Chín', unit: '86.500 YK', death: '1969', grave: grave('5') },
      { code: 'LS0002005', name: 'Võ Văn Mười', unit: 'Hòm thư 86500', death: '1970', grave: grave('6') },
      { code: 'LS0002006', name: 'Hồ Văn Út', unit: 'huyện đội Hồng Ngự', grave: grave('7') },
      { code: 'LS0002007', name: 'Đỗ Văn Ba', grave: grave('8') },
      { code: 'LS0002009', name: 'Bùi Văn Năm', death: '1/2/1968', grave: grave('10') },
    );
    await mongoose.connection
      .collection('cemeteries')
      .updateOne(
        { name: 'Nghĩa trang liệt sĩ Gò Vấp' },
        { $set: { point: { lng: 106.68, lat: 10.84, accuracyM: 300, how: 'thử' } } },
      );
    site = await openSite();
  });
  after(() => site.close());

  const call = (path: string, language = 'vi') =>
    fetch(`${site.url}/api/v1${path}`, { headers: { 'accept-language': language } });
  const read = async <T>(path: string) => (await (await call(path)).json()) as T;

  it('decodes words and lone codes alike', async () => {
    const byText = await read<DecodeAnswer>('/units/decode?text=KB&year=1968');
    const byCode = await read<DecodeAnswer>('/units/decode?code=KB&year=1968');
    expect(byCode).to.deep.equal(byText);
    expect(byText.meanings.map(({ unit }) => unit)).to.include.members(['qk7', 'b2']);
    expect(byText.meanings.every(({ verified }) => !verified)).to.equal(true);
  });

  it('gives the chain in the grammar, posts and places, and says what nobody knows', async () => {
    const answer = await read<DecodeAnswer>(`/units/decode?text=${encodeURIComponent('c3 d5 e12')}`);
    expect(answer.chain).to.equal('c3/d5/e12');
    expect(answer).to.include.keys('post', 'place', 'sure', 'notes', 'meanings', 'unknown');
    expect((await read<DecodeAnswer>('/units/decode?code=86.500YK')).unknown).to.deep.equal(['hom:86500YK']);
  });

  for (const wrong of [
    '',
    '?text=',
    '?text=KB&code=KB',
    '?text=KB&year=68',
    '?text=KB&theatre=B9',
    '?txt=KB',
  ])
    it(`refuses ${wrong || 'an empty question'} by the field`, async () => {
      expect((await call(`/units/decode${wrong}`)).status).to.equal(400);
    });

  it('tells one unit with its parents, its codes and how far it is verified', async () => {
    const unit = await read<UnitView>('/units/e24-b3');
    expect(unit.parents[0]!.designation).to.contain('Tây Nguyên');
    expect(unit.verified).to.equal(true);
    expect(unit.alike.map((other) => other.unit)).to.include('e24a');
    expect((await call('/units/e999-x')).status).to.equal(404);
    expect(((await (await call('/units/e999-x')).json()) as { detail: string }).detail).to.contain('đơn vị');
  });

  it('gives movements as GeoJSON with place, time, source and how sure they are', async () => {
    const { type, features } = await read<UnitMovements>('/units/f2/movements');
    expect(type).to.equal('FeatureCollection');
    expect(features.length).to.be.greaterThan(3);
    const froms = features.map(({ properties }) => properties.from);
    expect(froms).to.deep.equal([...froms].sort());
    for (const { geometry, properties } of features) {
      const [lng, lat] = geometry.coordinates;
      expect(lng).to.be.within(100, 112);
      expect(lat).to.be.within(8, 24);
      expect(properties).to.include.keys('from', 'to', 'place', 'what', 'source', 'confidence', 'verified');
    }
  });

  it('lists every unit once, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: UnitList = await read<UnitList>(`/units?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ unit }) => unit));
      cursor = page.cursor;
    } while (cursor !== undefined);
    const { units } = readSeedRows();
    expect(seen).to.have.members(units.map(({ id }) => id));
    expect(new Set(seen).size).to.equal(units.length);
  });

  it('gives its tables away whole, as CSV that a spreadsheet opens and as NDJSON', async () => {
    const rows = readSeedRows();
    for (const table of ['units', 'codes', 'movements'] as const) {
      const answer = await call(`/units/data/${table}.csv`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
      const cells = parse<Record<string, string>>(bytes, { columns: true, bom: true });
      expect(cells).to.have.length(rows[table].length);
      const lines = (await (await call(`/units/data/${table}.ndjson`)).text()).trim().split('\n');
      expect(lines.map((line) => JSON.parse(line) as object)).to.have.deep.members([...rows[table]]);
    }
  });

  it('lets no cell of its CSV become a formula', () => {
    const rows = readSeedRows();
    const unit = { ...rows.units[0]!, note: '=HYPERLINK("http://x")', area: '@SUM(1)' };
    const csv = asCsv(buildGazetteer({ units: [unit], codes: [], movements: [] }), 'units').toString();
    const [row] = parse<Record<string, string>>(csv, { columns: true, bom: true });
    expect([row!['note'], row!['area']]).to.deep.equal([`'=HYPERLINK("http://x")`, `'@SUM(1)`]);
  });

  it('tells on a dossier where the unit was, what lies near, and who fell beside him', async () => {
    const { where } = await read<MartyrView>('/martyrs/LS0001171');
    expect(where!.meanings[0]!.stays[0]!.place).to.contain('Tân Sơn Nhất');
    expect(where!.cemeteries.map(({ name }) => name)).to.deep.equal(['Nghĩa trang liệt sĩ Gò Vấp']);
    expect(where!.cemeteries[0]!.distanceKm).to.be.below(60);
    expect(where!.sameDay.total).to.equal(2);
    expect(where!.sameDay.people.map(({ name }) => name)).to.have.members(['Trần Văn Sáu', 'Phạm Văn Tám']);
    expect(where!.sameUnit.map(({ name }) => name)).to.deep.equal(['Trần Văn Sáu', 'Lê Văn Bảy']);
  });

  it('names no cemetery for a place that is told of another time', async () => {
    const martyrs = mongoose.connection.collection('martyrs');
    const told = async (day: string) => {
      await martyrs.updateOne(
        { code: 'LS0002001' },
        { $set: { 'death.earliest': day, 'death.latest': day } },
      );
      return (await read<MartyrView>('/martyrs/LS0002001')).where!;
    };
    const later = await told('1968-06-30');
    await told('1968-01-31');
    expect(later.meanings[0]!.stays.map(({ when }) => when)).to.deep.equal(['before']);
    expect(later.cemeteries).to.deep.equal([]);
  });

  it('shows nobody whose dossier is not published among the fallen', async () => {
    const martyrs = mongoose.connection.collection('martyrs');
    await martyrs.updateOne({ code: 'LS0002001' }, { $set: { status: 'draft' } });
    const { where } = await read<MartyrView>('/martyrs/LS0001171');
    await martyrs.updateOne({ code: 'LS0002001' }, { $set: { status: 'published' } });
    expect(where!.sameDay.people.map(({ name }) => name)).to.deep.equal(['Phạm Văn Tám']);
    expect(where!.sameUnit.map(({ name }) => name)).to.deep.equal(['Lê Văn Bảy']);
  });

  it('finds the fallen of a day from the index alone', async () => {
    const plan = (await mongoose.connection
      .collection('martyrs')
      .find(
        { status: 'published', 'death.precision': 'day', 'death.earliest': { $gte: '1968-01-24' } },
        { projection: { _id: 0, code: 1, unit: 1, 'death.earliest': 1 } },
      )
      .explain('executionStats')) as { executionStats: { totalDocsExamined: number; nReturned: number } };
    expect(plan.executionStats.nReturned).to.equal(5);
    expect(plan.executionStats.totalDocsExamined).to.equal(0);
  });

  it('counts what is understood, and puts a letter box that two families wait for first', async () => {
    const { figures, counting } = await read<UnitStatistics>('/units/statistics');
    expect(counting).to.equal(false);
    expect(figures).to.deep.include({ dossiers: 9, decoded: 3, ambiguous: 1, unknown: 2, plain: 1, none: 2 });
    expect(figures!.wanted[0]).to.deep.include({ kind: 'box', dossiers: 2 });
  });

  it('keeps its figures for a day, and counts again when a load has changed them', async () => {
    const first = (await readUnitStatistics()).figures!.countedAt;
    expect((await readUnitStatistics()).figures!.countedAt).to.equal(first);
    await given.dossiers(
      { code: 'LS0002008', name: 'Ngô Văn Tư', unit: 'd269', grave: grave('9') },
      { code: 'LS0002010', name: 'Mai Văn Lợi', unit: 'd269', grave: grave('11') },
    );
    expect((await readUnitStatistics()).counting).to.equal(true);
    let again = await readUnitStatistics();
    while (again.counting) again = await readUnitStatistics();
    expect(again.figures!.dossiers).to.equal(11);
  });
});
