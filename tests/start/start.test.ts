import { expect } from 'chai';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { alive } from '../../server/database/folder.ts';
import { failingStart, freePort, startingServer, startServer, stop } from './server.ts';

describe('npm start', function () {
  this.timeout(180_000);
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'tri-an-start-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const mongod = async () =>
    JSON.parse(await readFile(path.join(folder, 'mongod.json'), 'utf8')) as { pid: number; port: number };
  const martyrs = async <T>(work: (client: MongoClient) => Promise<T>): Promise<T> => {
    const client = new MongoClient(`mongodb://127.0.0.1:${(await mongod()).port}/?directConnection=true`);
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };
  const acknowledged = { writeConcern: { w: 'majority', j: true } } as const;

  it('answers, and Ctrl-C stops the site and its mongod cleanly', async () => {
    const { child, url } = await startServer({ DATA_DIR: folder });
    expect((await fetch(`${url}/readyz`)).status).to.equal(200);
    expect(await (await fetch(url)).text()).to.contain('<h1');
    const { pid } = await mongod();
    expect(await stop(child, 'SIGINT')).to.equal(0);
    expect(alive(pid)).to.equal(false);
  });

  it('gives up at once when Ctrl-C comes during the first start, and the next start goes on', async () => {
    const { child, said } = startingServer({ DATA_DIR: folder, DEMO: 'on' });
    await said('hồ sơ');
    const { pid } = await mongod();
    expect(await stop(child, 'SIGINT')).to.equal(130);
    expect(alive(pid)).to.equal(false);
    const next = await startServer({ DATA_DIR: folder, DEMO: 'on' });
    const { martyrs: dossiers } = (await (await fetch(`${next.url}/api/v1/statistics`)).json()) as {
      martyrs: number;
    };
    expect(dossiers).to.be.at.least(5000);
    await stop(next.child, 'SIGINT');
  });

  it('starts again after kill -9 of the site, takes over the mongod it left, and has what was acknowledged', async () => {
    const first = await startServer({ DATA_DIR: folder });
    await martyrs((client) =>
      client.db('tri_an').collection<{ _id: string }>('kept').insertOne({ _id: 'a' }, acknowledged),
    );
    const { pid } = await mongod();
    await stop(first.child, 'SIGKILL');
    const second = await startServer({ DATA_DIR: folder });
    expect((await mongod()).pid).to.equal(pid);
    expect(
      await martyrs((client) =>
        client.db('tri_an').collection<{ _id: string }>('kept').findOne({ _id: 'a' }),
      ),
    ).to.not.equal(null);
    await stop(second.child, 'SIGTERM');
    expect(alive(pid)).to.equal(false);
  });

  it('runs the mongod again when it is killed under the site, and loses nothing acknowledged', async () => {
    const { child, url } = await startServer({ DATA_DIR: folder });
    await martyrs((client) =>
      client.db('tri_an').collection<{ _id: string }>('kept').insertOne({ _id: 'b' }, acknowledged),
    );
    const { pid } = await mongod();
    process.kill(pid, 'SIGKILL');
    const until = Date.now() + 60_000;
    let status = 0;
    while (status !== 200 && Date.now() < until)
      status = await fetch(`${url}/api/v1/statistics`, { signal: AbortSignal.timeout(30_000) }).then(
        (answer) => answer.status,
        () => 0,
      );
    expect(status).to.equal(200);
    expect((await mongod()).pid).to.not.equal(pid);
    expect(
      await martyrs((client) =>
        client.db('tri_an').collection<{ _id: string }>('kept').findOne({ _id: 'b' }),
      ),
    ).to.not.equal(null);
    expect(await stop(child, 'SIGINT')).to.equal(0);
  });

  it('refuses a second site on the same data folder and says who holds it', async () => {
    const first = await startServer({ DATA_DIR: folder });
    const second = await failingStart({ DATA_DIR: folder, PORT: String(await freePort()) });
    expect(second.code).to.equal(1);
    expect(second.output).to.contain(String(first.child.pid));
    expect((await fetch(`${first.url}/healthz`)).status).to.equal(200);
    await stop(first.child, 'SIGINT');
  });

  describe('says in one sentence what to do when', () => {
    let taken: Server | undefined;
    afterEach(() => taken?.close());

    it('the port is taken', async () => {
      taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as { port: number };
      const { code, output } = await failingStart({ DATA_DIR: folder, PORT: String(port) });
      expect(code).to.equal(1);
      expect(output)
        .to.match(new RegExp(`Cổng ${port} đang có chương trình khác dùng.*PORT`))
        .and.not.contain('    at ');
    });

    it('the data folder cannot be written', async () => {
      const file = path.join(folder, 'a-file');
      await writeFile(file, '');
      const { code, output } = await failingStart({ DATA_DIR: path.join(file, 'inside') });
      expect(code).to.equal(1);
      expect(output)
        .to.match(/Không ghi được vào thư mục dữ liệu.*DATA_DIR/)
        .and.not.contain('    at ');
    });

    it('the data folder lies where none can be made', async () => {
      const { code, output } = await failingStart({ DATA_DIR: '/proc/tri-an/data' });
      expect(code).to.equal(1);
      expect(output).to.match(/Không ghi được vào thư mục dữ liệu.*DATA_DIR/);
    });

    it('a setting is wrong, naming it', async () => {
      const { code, output } = await failingStart({ DATA_DIR: folder, RATE_LIMIT: 'many' });
      expect(code).to.equal(1);
      expect(output).to.contain('RATE_LIMIT="many"').and.not.contain('    at ');
    });

    it('MONGODB_URI is no address, without showing its password', async () => {
      const { code, output } = await failingStart({ MONGODB_URI: 'postgres://an:secret@db/x' });
      expect(code).to.equal(1);
      expect(output).to.contain('MONGODB_URI').and.contain('mongodb://').and.not.contain('secret');
    });

    it('the MongoDB server cannot be reached', async () => {
      const { code, output } = await failingStart({
        MONGODB_URI: `mongodb://an:secret@127.0.0.1:${await freePort()}/tri_an`,
      });
      expect(code).to.equal(1);
      expect(output)
        .to.match(/Không tới được máy chủ MongoDB/)
        .and.not.contain('secret')
        .and.not.contain('    at ');
    });

    it('MONGOD names no mongod', async () => {
      const { code, output } = await failingStart({ DATA_DIR: folder, MONGOD: '/nowhere/mongod' });
      expect(code).to.equal(1);
      expect(output).to.contain('MONGOD="/nowhere/mongod"').and.not.contain('    at ');
    });
  });
});
