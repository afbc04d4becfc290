import { parentPort, workerData } from 'node:worker_threads';
import { MongoClient, type ChangeStream, type ResumeToken } from 'mongodb';
import { Keep } from './keep.ts';
import type { FromKeeper, ToKeeper, Verified } from './messages.ts';
import { countStale, deriveSome, estimate, indexed, readAll, readCemeteries, readSome } from './source.ts';
import { differing, fingerprints } from './verify.ts';

/**
 * The one thread that writes columns. It builds them from the database, then follows a change stream; other threads
 * only read. Database and columns can only differ by what the stream has not yet brought.
 */
const { uri, dbName } = workerData as { uri: string; dbName: string };
const port = parentPort!;
const say = (message: FromKeeper) => port.postMessage(message);

/** Changes are gathered this long, so that many are read at once and each is still found well within a second. */
const gatherMs = 50;
/** How long the database holds an empty answer; a lone change waits for the next one so long. */
const awaitMs = 100;
/** Stream events at most in one go. */
const mostAtOnce = 1000;
const deriveBatch = 500;
/** A tail this long is sorted in as soon as nobody has written for a while. */
const longTail = 3000;
const quietMs = 3000;

const client = new MongoClient(uri, { readPreference: 'primary' });
const db = client.db(dbName);
const keep = new Keep();
let stopping = false;
let lastWrite = 0;
let lastToken: ResumeToken;
/** Work on the columns goes one piece after another, so that two readings of a document cannot overtake each other. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

port.on('message', (message: ToKeeper) => {
  if (message.kind === 'stop') {
    void stop();
    return;
  }
  const { call } = message;
  const answer: Promise<FromKeeper> =
    message.kind === 'note'
      ? inTurn(() => take(message.ids)).then(() => ({ kind: 'noted', call }))
      : verify().then((verified) => ({ kind: 'verified', call, verified }));
  answer.then(say, (error: unknown) => say({ kind: 'failed', call, message: String(error) }));
});

async function run(): Promise<void> {
  let token: ResumeToken;
  let built = false;
  while (!stopping) {
    const stream = open(token);
    try {
      if (!built) {
        // The stream is open before the first document is read: what changes meanwhile is taken in afterwards.
        await stream.tryNext();
        await inTurn(build);
        built = true;
        void derive().catch(trouble);
      }
      token = await follow(stream, token);
    } catch (error) {
      await stream.close().catch(() => undefined);
      if (isStopping()) return;
      const { code } = error as { code?: number };
      // 136 CappedPositionLost, 280 ChangeStreamFatalError, 286 ChangeStreamHistoryLost: events are missing for good.
      if (code === 136 || code === 280 || code === 286) {
        token = undefined;
        built = false;
      } else token = lastToken ?? token;
      trouble(error);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function isStopping(): boolean {
  return stopping;
}

function open(token: ResumeToken): ChangeStream {
  return db.watch(
    [
      { $match: { 'ns.coll': { $in: [...indexed, 'cemeteries'] } } },
      { $project: { operationType: 1, documentKey: 1, ns: 1 } },
    ],
    {
      ...(token === undefined ? {} : { resumeAfter: token }),
      batchSize: mostAtOnce,
      maxAwaitTimeMS: awaitMs,
    },
  );
}

async function follow(stream: ChangeStream, token: ResumeToken): Promise<ResumeToken> {
  lastToken = token;
  while (!stopping) {
    const ids = new Set<string>();
    let cemeteries = false;
    let event = await stream.next();
    const from = performance.now();
    for (;;) {
      const { operationType, ns, documentKey } = event as {
        operationType: string;
        ns?: { coll: string };
        documentKey?: { _id: { toHexString: () => string } };
      };
      if (['drop', 'rename', 'dropDatabase', 'invalidate'].includes(operationType))
        throw Object.assign(new Error(operationType), { code: 286 });
      if (ns?.coll === 'cemeteries') cemeteries = true;
      else if (documentKey !== undefined) ids.add(documentKey._id.toHexString());
      if (ids.size >= mostAtOnce || performance.now() - from > gatherMs) break;
      const more = await stream.tryNext();
      if (more === null) break;
      event = more;
    }
    if (cemeteries) say({ kind: 'cemeteries', cemeteries: await readCemeteries(db) });
    await inTurn(() => take(ids));
    // Only now: a token is kept when everything up to it is in the columns.
    lastToken = stream.resumeToken;
  }
  return lastToken;
}

async function build(): Promise<void> {
  const all = await estimate(db);
  const cemeteries = await readCemeteries(db);
  const columns = await keep.build(readAll(db), all, (done) =>
    say({ kind: 'progress', done, all, what: 'read' }),
  );
  say({ kind: 'progress', done: columns.dossiers, all: columns.dossiers, what: 'packed' });
  say({ kind: 'columns', parts: columns.parts, cemeteries });
}

/** Reads the documents as they are now and makes the columns say so. */
async function take(ids: Iterable<string>): Promise<void> {
  say({ kind: 'changed', ids: [...ids] });
  const sources = await readSome(db, ids);
  for (const source of sources) while (!keep.apply(source)) await repack();
  if (sources.length > 0) lastWrite = Date.now();
  if (keep.crowded) await repack();
}

async function repack(): Promise<void> {
  const columns = keep.repack();
  say({ kind: 'columns', parts: columns.parts, cemeteries: await readCemeteries(db) });
}

const tidying = setInterval(() => {
  if (Date.now() - lastWrite < quietMs) return;
  void inTurn(async () => {
    if (Date.now() - lastWrite >= quietMs && keep.built && keep.columns.tail > longTail) await repack();
  }).catch(trouble);
}, 1000);

/** Packs anew what older rules packed, while everybody searches; the stream brings the new bytes in. */
async function derive(): Promise<void> {
  const all = await countStale(db);
  let done = 0;
  while (done < all && !stopping) {
    const some = await deriveSome(db, deriveBatch);
    if (some === 0) break;
    done += some;
    say({ kind: 'progress', done, all: Math.max(all, done), what: 'derived' });
  }
}

/** Longer than a change takes to come through the stream. */
const catchUpMs = 2000;

/**
 * Builds a second index from the database and compares. What was written while it was being read is in the one and
 * not yet in the other: such documents are compared once more when the stream has had time to bring them.
 */
async function verify(): Promise<Verified> {
  const fresh = new Keep();
  await fresh.build(readAll(db), await estimate(db), () => undefined);
  let late = differing(fingerprints(keep.columns), fingerprints(fresh.columns));
  for (let tries = 0; late.length > 0 && tries < 5; tries++) {
    await new Promise((resolve) => setTimeout(resolve, catchUpMs));
    late = await inTurn(async () => {
      const again = new Keep();
      const sources = await readSome(db, late);
      await again.build(once(sources), sources.length, () => undefined);
      const rebuilt = fingerprints(again.columns);
      const kept = fingerprints(keep.columns);
      return late.filter((id) => kept.get(id) !== rebuilt.get(id));
    });
  }
  return { documents: fresh.columns.dossiers, differing: late };
}

// eslint-disable-next-line @typescript-eslint/require-await -- the builder reads streams; this is one of a single batch
async function* once<T>(value: T): AsyncIterable<T> {
  yield value;
}

function trouble(error: unknown): void {
  if (!stopping) say({ kind: 'trouble', message: error instanceof Error ? error.message : String(error) });
}

async function stop(): Promise<void> {
  stopping = true;
  clearInterval(tidying);
  await client.close(true).catch(() => undefined);
  say({ kind: 'stopped' });
  port.close();
}

// Last: it runs until the thread is stopped, and everything above must be there by then.
await client.connect();
await run();
