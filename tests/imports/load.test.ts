import { expect } from 'chai';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { Graves } from '../../server/graves/model.ts';
import { runLoad } from '../../server/imports/load.ts';
import { Martyrs } from '../../server/martyrs/model.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';

describe('npm run load', () => {
  freshDatabase();
  let folder: string;
  const quiet = () => undefined;
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'tri-an-load-'))));
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await Promise.all([Martyrs.deleteMany(), Graves.deleteMany(), Cemeteries.deleteMany()]);
  });

  const fileOf = async (...lines: unknown[]) => {
    const file = path.join(folder, 'list.ndjson');
    await writeFile(
      file,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    return file;
  };
  const cemetery = 'Nghĩa trang liệt sĩ xã An Bình';

  it('publishes dossiers with their graves, keeps a given code and gives one to who has none', async () => {
    const file = await fileOf(given.hai(), {
      name: 'Trần Thị Sáu',
      birth: '1950',
      grave: { cemetery, row: '1', number: '2' },
    });
    expect(await runLoad(file, quiet)).to.include({ new: 2, refused: 0 });
    const found = await Martyrs.find().sort({ code: 1 }).lean();
    expect(found.map(({ code, status }) => [code, status])).to.deep.equal([
      ['LS0001171', 'published'],
      ['LS0001172', 'published'],
    ]);
    expect(await Graves.countDocuments({ information: 'named' })).to.equal(2);
  });

  it('changes nothing when the same file comes again, codes or none', async () => {
    const file = await fileOf(
      given.hai(),
      { name: 'Trần Thị Sáu' },
      { grave: { cemetery, row: '1', number: '3' } },
      { grave: { cemetery, inscription: 'LS …' } },
    );
    expect(await runLoad(file, quiet)).to.include({ new: 4 });
    const before = [await Martyrs.find().lean(), await Graves.find().lean(), await Cemeteries.find().lean()];
    expect(await runLoad(file, quiet)).to.include({ new: 0, updated: 0, unchanged: 4 });
    expect([
      await Martyrs.find().lean(),
      await Graves.find().lean(),
      await Cemeteries.find().lean(),
    ]).to.deep.equal(before);
  });

  it('makes a claim of a differing value and overwrites nothing', async () => {
    await runLoad(await fileOf(given.hai()), quiet);
    const summary = await runLoad(await fileOf(given.hai({ birth: '1949', source: 'Giấy báo tử' })), quiet);
    expect(summary).to.include({ updated: 1 });
    const { birth, claims } = await Martyrs.findOne({ code: 'LS0001171' }).orFail().lean();
    expect(birth?.year).to.equal(1948);
    expect(
      claims
        .filter(({ field }) => field === 'birth')
        .map(({ value, source, accepted }) => [value, source, accepted]),
    ).to.deep.equal([
      ['1948', 'Danh sách huyện Long Mỹ 1986', true],
      ['1949', 'Giấy báo tử', false],
    ]);
  });

  it('lays several people into one plot', async () => {
    const grave = { cemetery, section: 'B', row: '1', number: '1' };
    await runLoad(await fileOf({ name: 'Lê Văn Một', grave }, { name: 'Lê Văn Hai', grave }), quiet);
    expect((await Graves.find().lean()).map(({ martyrIds }) => martyrIds.length)).to.deep.equal([2]);
    expect((await Cemeteries.findOne().orFail().lean()).counts).to.include({ graves: 1, named: 1 });
  });

  it('takes the usual words for nobody as a grave without a name, never as a man', async () => {
    const words = [
      'Mộ liệt sĩ chưa xác định được thông tin',
      'Liệt sĩ vô danh',
      'Chưa biết tên',
      'LS chưa rõ tên',
      'Khuyết danh',
    ];
    await runLoad(
      await fileOf(...words.map((name, at) => ({ name, grave: { cemetery, row: '1', number: String(at) } }))),
      quiet,
    );
    expect(await Martyrs.countDocuments()).to.equal(0);
    expect(await Graves.countDocuments({ information: 'unknown' })).to.equal(words.length);
  });

  it('refuses what it does not know by line and name, keeps it in a file, and takes the other lines', async () => {
    const told: string[] = [];
    const file = await fileOf(
      given.hai(),
      { name: 'Lê Văn Ba', nickname: 'Ba' },
      '{"name":',
      { birth: '1950' },
      { name: 'Lê Văn Tư' },
    );
    const summary = await runLoad(file, (line) => told.push(line));
    expect(summary).to.include({ lines: 5, new: 2, refused: 3 });
    expect(told.join('\n')).to.match(/Dòng 2 bị từ chối: .*nickname/);
    const refused = (await readFile(`${file}.refused.ndjson`, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { line: number }).line);
    expect(refused).to.deep.equal([2, 3, 4]);
  });

  it('reads a file with a byte order mark and Windows line ends, and refuses what is no UTF-8', async () => {
    const file = path.join(folder, 'windows.ndjson');
    await writeFile(
      file,
      `\uFEFF${JSON.stringify({ name: 'Lê Văn Năm' })}\r\n${JSON.stringify({ name: 'Lê Văn Sáu' })}\r\n`,
    );
    expect(await runLoad(file, quiet)).to.include({ new: 2, refused: 0 });
    await writeFile(file, Buffer.from('{"name":"L\xea V\xe3n B\xe3y"}\n', 'latin1'));
    const told: string[] = [];
    expect(await runLoad(file, (line) => told.push(line))).to.include({ new: 0, refused: 1 });
    expect(told.join()).to.contain('UTF-8');
  });

  it('says which file it cannot read', async () => {
    const failed = await runLoad(path.join(folder, 'none.ndjson'), quiet).catch(
      (error: unknown) => error as Error,
    );
    expect((failed as Error).message).to.contain('none.ndjson');
  });
});
