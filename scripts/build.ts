import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const self = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(self), '..');
const built = path.join(root, 'dist/client');
/** Holds the hash of what the files beside it were built from; written last, so that a killed build is done again. */
const mark = path.join(built, '.built-from');

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** One hash of every file that the browser's side is made of, and of the packages' exact versions. */
async function sourceHash(): Promise<string> {
  const sources = [
    ...(await filesUnder(path.join(root, 'client'))),
    ...(await filesUnder(path.join(root, 'server/dates'))),
    path.join(root, 'package-lock.json'),
  ].sort();
  const hash = createHash('sha256');
  for (const file of sources) hash.update(path.relative(root, file)).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * Builds the browser's side into dist/client, unless it stands there built from the very same sources. The bundler runs
 * in a process of its own, so that the site does not keep its memory.
 * @param say gets one line for the person who waits
 * @throws what the bundler says is wrong with a source
 */
export async function buildClient(say: (line: string) => void): Promise<void> {
  const last = await readFile(mark, 'utf8').catch(() => '');
  if (last === (await sourceHash())) return;
  const start = performance.now();
  await promisify(execFile)(process.execPath, ['--import=tsx', self], { cwd: root });
  say(`Dựng các trang: xong sau ${((performance.now() - start) / 1000).toFixed(1)} giây`);
}

async function bundle(): Promise<void> {
  const wanted = await sourceHash();
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'client/vite.config.ts'), logLevel: 'warn' });
  await writeFile(mark, wanted);
}

if (process.argv[1] === self) await bundle();
