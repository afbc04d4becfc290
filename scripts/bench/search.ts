import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { startMongod } from '../../server/database/mongod.ts';
import { openDatabase } from '../../server/database/open.ts';
import { startSearch } from '../../server/search/service.ts';
import { readSettings } from '../../server/settings.ts';
import { startServer, stop } from '../../tests/start/server.ts';
import { noiseKinds, type NoiseKind } from '../generate/noise.ts';
import { benchWrites } from './search-writes.ts';
import { latency, latencyLine, residentMb } from './search-latency.ts';
import { loadPeople } from './search-load.ts';
import { askedFor, measureRecall, recallTable } from './search-recall.ts';
import { measureRivals } from './search-rivals.ts';

/**
 * `npm run bench:search -- --size 1200000`: invented dossiers with real name frequencies (scripts/generate/data), then
 * memory, build time, recall by kind of noise beside what is possible, two rivals on the same queries, latency through
 * the real server, and writes while searching. All in one run.
 */
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    /** Queries of each kind of noise. */
    each: { type: 'string', default: '100' },
    /** Queries of each kind that the slow rivals get. */
    rivals: { type: 'string', default: '3' },
    /** Seconds of each latency measurement, and of writing. */
    seconds: { type: 'string', default: '10' },
    writes: { type: 'string', default: '60' },
    /** A folder that keeps the data between runs of the same size. */
    data: { type: 'string' },
  },
});
const size = Number(options.size);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const lettersDiffer: NoiseKind[] = [
  'telex',
  'vni',
  'ear-north',
  'ear-south',
  'abbreviated',
  'one-letter',
  'two-letters',
  'eroded',
  'swapped',
  'dropped-part',
  'code-page',
  'i-y',
];

const folder = options.data ?? (await mkdtemp(path.join(tmpdir(), 'tri-an-bench-')));
const mongod = await startMongod({ ...readSettings(), DATA_DIR: path.resolve(folder) }, say);
try {
  const database = await openDatabase(readSettings({ MONGODB_URI: mongod.uri }), () => undefined);
  const db = mongoose.connection.getClient().db('tri_an');
  const sought = await loadPeople(db, size, Number(options.each) * 80, say);

  const from = performance.now();
  const search = await startSearch({ connection: mongoose.connection, onProgress: () => undefined });
  say(
    `index built in ${((performance.now() - from) / 1000).toFixed(1)} s; columns ${(search.columnBytes / size).toFixed(1)} bytes a dossier, ${Math.round(search.columnBytes / 1e6)} MB`,
  );
  const two = askedFor(sought, noiseKinds, Number(options.each), 2, 0);
  const recalls = await measureRecall(search, two);
  say(`\n${recallTable('name and 2 facts', recalls)}`);
  for (const [title, facts, wrong] of [
    ['name alone', 0, 0],
    ['1 fact', 1, 0],
    ['3 facts', 3, 0],
    ['2 and 1 wrong', 2, 1],
  ] as const)
    say(
      `\n${recallTable(title, await measureRecall(search, askedFor(sought, noiseKinds, Math.ceil(Number(options.each) / 3), facts, wrong)), false)}`,
    );
  await search.stop();

  const few = noiseKinds.flatMap((kind) =>
    two.filter((one) => one.kind === kind).slice(0, Number(options.rivals)),
  );
  const rivals = await measureRivals(db, few, say);
  for (const [name, results] of Object.entries(rivals)) {
    const rows = [...results];
    const share = (kinds: (kind: NoiseKind) => boolean) => {
      const own = rows.filter(([kind]) => kinds(kind));
      return own.reduce((sum, [, { n, ten }]) => sum + ten / n, 0) / own.length;
    };
    const times = rows.flatMap(([, { ms }]) => ms).sort((one, other) => one - other);
    const ours =
      [...recalls]
        .filter(([kind]) => lettersDiffer.includes(kind))
        .reduce((sum, [, { ten }]) => sum + ten, 0) / lettersDiffer.length;
    const theirs = share((kind) => lettersDiffer.includes(kind));
    say(
      `${name}: recall@10 ${(share(() => true) * 100).toFixed(1)} % of all kinds, ${(theirs * 100).toFixed(1)} % where letters differ (ours ${(ours * 100).toFixed(1)} %: ${theirs === 0 ? 'it found none' : `${(ours / theirs).toFixed(1)} times`}); one at a time p50 ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, n ${times.length}`,
    );
  }

  const started = performance.now();
  const site = await startServer({
    MONGODB_URI: mongod.uri,
    DEMO: 'off',
    RATE_LIMIT: 'off',
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
  });
  say(
    `\nserver: start to ready ${((performance.now() - started) / 1000).toFixed(1)} s, memory ${await residentMb(site.child.pid!)} MB`,
  );
  const paths = two.map(({ query }) => `/api/v1/search?${new URLSearchParams(query).toString()}`);
  const begun = two
    .slice(0, 200)
    .map(
      ({ query }) =>
        `/api/v1/search/suggest?${new URLSearchParams({ q: query.name.slice(0, 5) }).toString()}`,
    );
  await latency(site.url, paths, 2, 3);
  say('route                   conn      p50      p95      p99      max   req/s  errors');
  for (const connections of [1, 10, 50])
    say(
      latencyLine(
        '/search',
        connections,
        await latency(site.url, paths, connections, Number(options.seconds)),
      ),
    );
  say(latencyLine('/search/suggest', 1, await latency(site.url, begun, 1, Number(options.seconds))));
  say(
    latencyLine(
      'common name alone',
      1,
      await latency(
        site.url,
        [
          '/api/v1/search?name=nguyen+van+hung',
          '/api/v1/search?name=nguyen',
          '/api/v1/search?home=Ha+Nam+Ninh',
        ],
        1,
        Number(options.seconds),
      ),
    ),
  );
  say(`server memory under load ${await residentMb(site.child.pid!)} MB`);
  if (Number(options.writes) > 0 && options.data === undefined)
    await benchWrites(db, site.url, 200, Number(options.writes), say);
  await stop(site.child, 'SIGINT');
  await database.close();
} finally {
  await mongod.release();
  if (options.data === undefined) await rm(folder, { recursive: true, force: true });
}
