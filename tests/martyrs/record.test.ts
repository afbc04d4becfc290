import { createHash } from 'node:crypto';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { Graves, type Grave } from '../../server/graves/model.ts';
import { ExchangeLine } from '../../server/imports/exchange.ts';
import { Martyrs, type Martyr } from '../../server/martyrs/model.ts';
import { recordLines, type RecordContext } from '../../server/martyrs/record.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';

const context = (): RecordContext => ({
  connection: mongoose.connection,
  source: 'Danh sách thử',
  by: 'test',
  status: 'published',
});
const hashed = (line: ExchangeLine) => ({
  line: ExchangeLine.parse(line),
  hash: createHash('sha256').update(JSON.stringify(line)).digest('base64url'),
});
const record = (...lines: ExchangeLine[]) => recordLines(lines.map(hashed), context());
const martyr = (code: string) => Martyrs.findOne({ code }).orFail().lean<Martyr>();
const graveOf = async (code: string) =>
  Graves.findById((await martyr(code)).graveId)
    .orFail()
    .lean<Grave>();

describe('recording exchange lines', () => {
  freshDatabase();
  beforeEach(() => Promise.all([Martyrs.deleteMany({}), Graves.deleteMany({}), Cemeteries.deleteMany({})]));

  it('makes a dossier with its grave and cemetery', async () => {
    expect(await record(given.hai())).to.deep.equal({ new: 1, updated: 0, unchanged: 0, refused: [] });
    const hai = await martyr('LS0001171');
    expect(hai).to.deep.include({ status: 'published', unit: 'c3 d5 e12', gender: 'M' });
    expect(hai.name).to.deep.include({ full: 'Nguyễn Văn Hải', aliases: ['Sáu Hải'] });
    expect(hai.death).to.include({ text: '12/5/1968', earliest: '1968-05-12', precision: 'day' });
    expect(hai.home).to.deep.equal({ text: 'xã Vị Thanh, Chương Thiện', placeId: 'c2025-31465', sure: true });
    expect(hai.deathPlace).to.deep.equal({ text: 'mặt trận phía Nam', sure: false });
    expect(
      hai.claims.every(({ source, accepted }) => source === 'Danh sách huyện Long Mỹ 1986' && accepted),
    ).to.equal(true);
    const grave = await graveOf('LS0001171');
    expect(grave).to.include({
      section: 'A',
      row: '12',
      number: '7',
      information: 'named',
      inscription: 'LS NG. V. HẢI',
    });
    const cemetery = await Cemeteries.findById(grave.cemeteryId).orFail().lean();
    expect(cemetery.counts).to.include({ graves: 1, named: 1 });
  });

  it('changes nothing the second time, with a code or without', async () => {
    const lines: ExchangeLine[] = [
      given.hai(),
      { name: 'Trần Văn Ba', birth: '1950' },
      { grave: { cemetery: 'NTLS xã An Bình' } },
    ];
    await record(...lines);
    const before = [await Martyrs.find().lean(), await Graves.find().lean(), await Cemeteries.find().lean()];
    expect(await record(...lines)).to.deep.equal({ new: 0, updated: 0, unchanged: 3, refused: [] });
    expect([
      await Martyrs.find().lean(),
      await Graves.find().lean(),
      await Cemeteries.find().lean(),
    ]).to.deep.equal(before);
  });

  it('makes a claim of what another paper says, and overwrites nothing', async () => {
    await record(given.hai());
    const second = await record({
      code: 'LS0001171',
      name: 'Nguyễn Văn Hải',
      birth: '1949',
      certificate: 'AB 123',
      source: 'Giấy báo tử',
    });
    expect(second.updated).to.equal(1);
    const hai = await martyr('LS0001171');
    expect([hai.birth?.text, hai.certificate]).to.deep.equal(['1948', 'AB 123']);
    const births = hai.claims
      .filter(({ field }) => field === 'birth')
      .map(({ value, source, accepted }) => [value, source, accepted]);
    expect(births).to.deep.equal([
      ['1948', 'Danh sách huyện Long Mỹ 1986', true],
      ['1949', 'Giấy báo tử', false],
    ]);
  });

  it('gives codes to lines that have none, each its own and above those that came by hand', async () => {
    await record(given.hai());
    await record({ name: 'Trần Văn Ba' }, { name: 'Trần Văn Tư' });
    const codes = (await Martyrs.find({ 'name.full': /^Trần/ }).lean<Martyr[]>()).map(({ code }) => code);
    expect(new Set(codes).size).to.equal(2);
    for (const code of codes)
      expect(code)
        .to.match(/^LS\d{7}$/)
        .and.satisfy((one: string) => one > 'LS0001171');
  });

  it('lays two into one grave when their lines name one plot', async () => {
    const grave = { cemetery: 'Nghĩa trang liệt sĩ xã An Bình', section: 'B', row: '2', number: '9' };
    await record(
      { name: 'Trần Văn Ba', code: 'LS0000001', grave },
      { name: 'Lê Văn Tư', code: 'LS0000002', grave },
    );
    await record({ name: 'Lý Văn Sáu', code: 'LS0000003', grave });
    expect(await Graves.countDocuments()).to.equal(1);
    expect((await graveOf('LS0000003')).martyrIds).to.have.length(3);
    const cemetery = await Cemeteries.findOne().orFail().lean();
    expect(cemetery.counts).to.include({ graves: 1, named: 1 });
  });

  it('takes the usual words for a nameless grave as such, and never as a name', async () => {
    const cemetery = 'Nghĩa trang liệt sĩ xã An Bình';
    const words = ['Vô danh', 'LIỆT SĨ CHƯA BIẾT TÊN', 'Mộ liệt sĩ chưa xác định được thông tin', 'Chưa rõ'];
    await record(
      ...words.map((name, at): ExchangeLine => ({
        name,
        grave: { cemetery, row: '1', number: String(at + 1) },
      })),
    );
    expect(await Martyrs.countDocuments()).to.equal(0);
    const graves = await Graves.find().lean<Grave[]>();
    expect(graves.map(({ information }) => information)).to.deep.equal(words.map(() => 'unknown'));
    expect(JSON.stringify(graves).toLowerCase()).to.not.contain('vô danh');
  });

  it('calls a grave partly known when only letters are left', async () => {
    await record({
      grave: { cemetery: 'NTLS xã An Bình', row: '1', number: '1', inscription: 'LS NG?Y?N V. H?I' },
    });
    expect((await Graves.findOne().orFail().lean()).information).to.equal('partly');
  });

  it('finds a cemetery by its name cut short or without marks', async () => {
    await record({
      name: 'Trần Văn Ba',
      grave: { cemetery: 'Nghĩa trang liệt sĩ huyện Long Mỹ', row: '1', number: '1' },
    });
    await record({ name: 'Lê Văn Tư', grave: { cemetery: 'NTLS huyen Long My', row: '1', number: '2' } });
    expect((await Cemeteries.find().lean()).map(({ name, kind }) => [name, kind])).to.deep.equal([
      ['Nghĩa trang liệt sĩ huyện Long Mỹ', 'district'],
    ]);
  });

  it('refuses a line that names neither a person nor a grave, and keeps the others', async () => {
    const found = await record({ name: 'chưa rõ' }, given.hai());
    expect([found.new, found.refused.map(({ index }) => index)]).to.deep.equal([1, [0]]);
  });
});
