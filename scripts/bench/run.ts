import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, stop } from '../../tests/start/server.ts';
import { benchFrames } from './frames.ts';
import { benchHttp } from './http.ts';
import { benchLoad } from './load.ts';

/**
 * `npm run bench`: a site of its own on the demonstration data, then requests, frames and loading, all in one run so
 * that the figures can be set beside each other. `npm run bench -- http` runs one of them.
 */
const benches = { http: benchHttp, frames: benchFrames, load: benchLoad };
const asked = process.argv.slice(2);
const names = (Object.keys(benches) as (keyof typeof benches)[]).filter(
  (name) => asked.length === 0 || asked.includes(name),
);

const folder = await mkdtemp(path.join(tmpdir(), 'tri-an-bench-'));
const env = { DATA_DIR: folder, DEMO: 'on', RATE_LIMIT: 'off', NODE_ENV: 'production' };
try {
  const started = Date.now();
  const site = await startServer(env);
  process.stdout.write(`start with demonstration data: ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  for (const name of names) {
    process.stdout.write(`\n== ${name}\n`);
    await benches[name](site.url, env);
  }
  await stop(site.child, 'SIGINT');
} finally {
  await rm(folder, { recursive: true, force: true });
}
