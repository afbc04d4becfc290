import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { Settings } from '../settings.ts';
import { findMongod } from './find-mongod.ts';
import {
  alive,
  makeFolder,
  markUser,
  noteRunning,
  prepareFolder,
  readRunning,
  unmarkUser,
} from './folder.ts';
import { StartError } from './start-error.ts';

const set = 'trian';
/** Past this a mongod that still does not answer will not. A large journal replay after a kill takes a minute at most. */
const patienceMs = 120_000;

export interface Mongod {
  uri: string;
  /** Leaves the mongod; the last process of the folder to leave stops it. */
  release: () => Promise<void>;
}

/**
 * The mongod of a data folder: the one that already runs there, or a new one as a single-member replica set
 * (transactions and change streams need a replica set).
 * @throws StartError with what to do
 */
export async function startMongod(
  settings: Pick<Settings, 'MONGOD' | 'CACHE_DIR' | 'DATA_DIR'>,
  say: (line: string) => void,
): Promise<Mongod> {
  const folder = settings.DATA_DIR;
  await prepareFolder(folder);
  await markUser(folder);
  try {
    const found = await readRunning(folder);
    if (found !== undefined && alive(found.pid) && (await answers(found.port, found.pid))) {
      say(`Dùng mongod đang chạy của ${folder} (cổng ${found.port})`);
      await makePrimary(found.port);
      return { uri: address(found.port), release: () => release(folder) };
    }
    const program = await findMongod(settings, say);
    const port = await freePort(found?.port);
    say(`Khởi động mongod (${program}, cổng ${port})`);
    const keeper = new Keeper(program, folder, port);
    await keeper.start();
    return {
      uri: address(port),
      release: async () => {
        keeper.leave();
        await release(folder);
      },
    };
  } catch (error) {
    await unmarkUser(folder);
    throw error;
  }
}

/** Runs a mongod and starts it again when it dies under us, so that a killed mongod costs seconds and no restart by hand. */
class Keeper {
  private leaving = false;
  private restarts = 0;

  constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  async start(): Promise<void> {
    const log = path.join(this.folder, 'mongod.log');
    const child = await launch(this.program, this.folder, this.port, log);
    await noteRunning(this.folder, { pid: child.pid!, port: this.port });
    child.once('exit', () => void this.again());
    await ready(child, this.port, log);
    await makePrimary(this.port);
    this.restarts = 0;
  }

  leave(): void {
    this.leaving = true;
  }

  private async again(): Promise<void> {
    // The next process of the folder may already run another one: then it is theirs.
    const noted = await readRunning(this.folder);
    if (this.leaving || this.restarts >= 3 || noted === undefined || alive(noted.pid)) return;
    this.restarts += 1;
    await this.start().catch(() => undefined);
  }
}

async function launch(program: string, folder: string, port: number, log: string): Promise<ChildProcess> {
  const dbPath = path.join(folder, 'db');
  await makeFolder(dbPath);
  await rm(log, { force: true });
  const out = await open(log, 'a');
  const child = spawn(
    program,
    [
      '--dbpath',
      dbPath,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--replSet',
      set,
      '--oplogSize',
      '1024',
    ],
    // Its own process group: Ctrl-C in the terminal must reach it through us, after the last write, not at once.
    { stdio: ['ignore', out.fd, out.fd], detached: true },
  );
  const failed = new Promise<never>((_resolve, reject) =>
    child.once('error', (error) =>
      reject(
        new StartError(`Không chạy được ${program}: ${error.message}. Hãy đặt MONGOD hoặc MONGODB_URI.`),
      ),
    ),
  );
  const spawned = new Promise<void>((resolve) => child.once('spawn', resolve));
  await Promise.race([spawned, failed]);
  await out.close();
  child.unref();
  return child;
}

async function ready(child: ChildProcess, port: number, log: string): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new StartError(await whyItStopped(log));
    if (await answers(port)) return;
    await pause(100);
  }
  throw new StartError(`mongod không trả lời sau ${patienceMs / 1000} giây. Hãy xem ${log}.`);
}

async function whyItStopped(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  if (/No space left|ENOSPC/i.test(text))
    return `Ổ đĩa đã đầy nên mongod dừng. Hãy giải phóng chỗ rồi chạy lại.`;
  if (/mongod\.lock|DBPathInUse|Unable to lock/.test(text))
    return `Một mongod khác đang giữ thư mục dữ liệu. Hãy tắt nó, hoặc đặt DATA_DIR tới thư mục khác.`;
  if (/Permission denied|EACCES|Operation not permitted/i.test(text))
    return `mongod không ghi được vào thư mục dữ liệu. Hãy cấp quyền ghi, hoặc đặt DATA_DIR.`;
  if (/featureCompatibilityVersion|UPGRADE PROBLEM|unsupported WiredTiger file version/i.test(text))
    return `Dữ liệu trong thư mục do một bản MongoDB khác tạo ra. Hãy chạy bằng bản ấy (đặt MONGOD), hoặc đặt DATA_DIR tới thư mục khác.`;
  return `mongod dừng ngay khi khởi động. Hãy xem ${log}.`;
}

async function withAdmin<T>(port: number, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1500,
    connectTimeoutMS: 1500,
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** @param pid the process that must be the one answering: after a crash the port may be somebody else's */
async function answers(port: number, pid?: number): Promise<boolean> {
  return withAdmin(port, async (client) => {
    const status = await client.db('admin').command({ serverStatus: 1 });
    return pid === undefined || Number(status['pid']) === pid;
  }).catch(() => false);
}

/** Initiates the set on a new folder; after a change of port tells the set its new address. */
async function makePrimary(port: number): Promise<void> {
  await withAdmin(port, async (client) => {
    const admin = client.db('admin');
    const host = `127.0.0.1:${port}`;
    const hello = await admin.command({ hello: 1 });
    if (hello['setName'] === undefined && hello['isreplicaset'] === true) {
      await admin.command({ replSetInitiate: { _id: set, members: [{ _id: 0, host }] } });
    } else {
      const local = await client
        .db('local')
        .collection('system.replset')
        .findOne<{ version: number; members: { host: string }[] }>({});
      if (local !== null && local.members[0]?.host !== host) {
        await admin.command({
          replSetReconfig: { ...local, version: local.version + 1, members: [{ _id: 0, host }] },
          force: true,
        });
      }
    }
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      if ((await admin.command({ hello: 1 }))['isWritablePrimary'] === true) return;
      await pause(50);
    }
    throw new StartError('mongod chạy nhưng không nhận ghi. Hãy xem mongod.log trong thư mục dữ liệu.');
  });
}

async function release(folder: string): Promise<void> {
  if (!(await unmarkUser(folder))) return;
  const running = await readRunning(folder);
  if (running === undefined || !alive(running.pid)) return;
  process.kill(running.pid, 'SIGTERM'); // mongod's clean shutdown: checkpoint, then exit
  const until = Date.now() + 30_000;
  while (alive(running.pid) && Date.now() < until) await pause(50);
}

function address(port: number): string {
  return `mongodb://127.0.0.1:${port}/?replicaSet=${set}&directConnection=true`;
}

/** The port of the last start where it is free, so that addresses noted elsewhere stay true. */
async function freePort(wanted = 0): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const { port: got } = server.address() as { port: number };
        server.close(() => resolve(got));
      });
    });
  return (await attempt(wanted)) ?? (await attempt(0))!;
}
