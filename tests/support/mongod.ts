import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { startMongod, type Mongod } from '../../server/database/mongod.ts';
import { readSettings } from '../../server/settings.ts';

let mongod: Mongod | undefined;
let folder: string | undefined;

/** One mongod serves the whole run, in a folder of its own; MONGODB_URI is used instead where the user gave one. */
async function serverUri(): Promise<string> {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined && given !== '') return given;
  if (mongod === undefined) {
    folder = await mkdtemp(path.join(tmpdir(), 'tri-an-test-'));
    mongod = await startMongod({ ...readSettings(), DATA_DIR: folder }, () => undefined);
  }
  return mongod.uri;
}

/** Called once when the run is over (tests/support/hooks.ts). */
export async function stopTestServer(): Promise<void> {
  await mongod?.release();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

/** The address of a new, empty database on the test server. */
export async function freshUri(): Promise<string> {
  const uri = new URL((await serverUri()).replace(/^mongodb:/, 'http:'));
  uri.pathname = `/test_${randomBytes(6).toString('hex')}`;
  return uri.href.replace(/^http:/, 'mongodb:');
}
