import { BSON, ObjectId, type Binary, type Db, type Document } from 'mongodb';
import { compactGrave, compactMartyr, compactVersion } from './compact.ts';
import type { CemeteryEntry } from './messages.ts';

export const indexed = ['martyrs', 'graves'] as const;
export type Indexed = (typeof indexed)[number];

/** A document as the index sees it; without bytes it is not to be found. */
export interface Source {
  id: Buffer;
  bytes?: Buffer;
}

interface Stored {
  _id: ObjectId;
  status?: string;
  martyrIds?: unknown[];
  search?: { v?: number; k?: Binary | Buffer };
}

const publicOnes = { status: 'published', 'search.k': { $exists: true } };
const needed = { 'search.k': 1, status: 1, 'martyrIds.martyrId': 1 };

const bytesOf = (k: Binary | Buffer): Buffer =>
  Buffer.isBuffer(k) ? k : Buffer.from(k.buffer.buffer, k.buffer.byteOffset, k.length());

function sourceOf(name: Indexed, { _id, status, search, martyrIds }: Stored): Source {
  const id = Buffer.from(_id.id);
  // A grave that a dossier claims is found through the dossier.
  const found =
    status === 'published' &&
    search?.k !== undefined &&
    (name === 'martyrs' || (martyrIds ?? []).length === 0);
  return found ? { id, bytes: bytesOf(search.k!) } : { id };
}

/** About how many documents there are to read. */
export async function estimate(db: Db): Promise<number> {
  const counts = await Promise.all(indexed.map((name) => db.collection(name).estimatedDocumentCount()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Everything that can be found, in batches; both collections at once, since the server has a thread for each. */
export async function* readAll(db: Db): AsyncIterable<Source[]> {
  const readers = indexed.map((name) => readPacked(db, name));
  const next = readers.map((reader, at) => reader.next().then((result) => ({ at, result })));
  const open = new Set(readers.keys());
  while (open.size > 0) {
    const { at, result } = await Promise.race([...open].map((reader) => next[reader]!));
    if (result.done === true) open.delete(at);
    else {
      yield result.value;
      next[at] = readers[at]!.next().then((following) => ({ at, result: following }));
    }
  }
}

async function* readPacked(db: Db, name: Indexed): AsyncGenerator<Source[], undefined> {
  // A grave that a dossier claims is found through the dossier; asked of the server, so that the answer is small.
  const filter = name === 'graves' ? { ...publicOnes, martyrIds: { $size: 0 } } : publicOnes;
  const cursor = db.collection(name).find(filter, {
    projection: { 'search.k': 1 },
    raw: true,
    batchSize: 20_000,
    readConcern: { level: 'majority' },
  });
  for (let more = await cursor.hasNext(); more; more = await cursor.hasNext())
    yield (cursor.readBufferedDocuments() as unknown as Buffer[]).map(readRaw);
}

/** BSON of `{_id, search: {k}}`: the id begins at 9, the bytes at 41 (https://bsonspec.org/spec.html). */
const head = Buffer.from('\x07_id\0', 'latin1');
const middle = Buffer.from('\x03search\0', 'latin1');
const tail = Buffer.from('\x05k\0', 'latin1');

/** Reads the two values in place: a million documents need not become objects. */
function readRaw(raw: Buffer): Source {
  const isAsAsked =
    raw.compare(head, 0, 5, 4, 9) === 0 &&
    raw.compare(middle, 0, 8, 21, 29) === 0 &&
    raw.compare(tail, 0, 3, 33, 36) === 0;
  if (isAsAsked) {
    const length = raw.readInt32LE(36);
    return { id: raw.subarray(9, 21), bytes: raw.subarray(41, 41 + length) };
  }
  const { _id, search } = BSON.deserialize(raw, { promoteBuffers: true }) as Stored;
  return search?.k === undefined
    ? { id: Buffer.from(_id.id) }
    : { id: Buffer.from(_id.id), bytes: bytesOf(search.k) };
}

/** The documents with these ids, as they are now; an id that is gone comes without bytes. */
export async function readSome(db: Db, ids: Iterable<string>): Promise<Source[]> {
  const wanted = [...new Set(ids)].map((id) => new ObjectId(id));
  const found = new Map<string, Source>();
  for (const name of indexed) {
    const cursor = db
      .collection<Stored>(name)
      .find({ _id: { $in: wanted } }, { projection: needed, promoteBuffers: true });
    for await (const stored of cursor) found.set(stored._id.toHexString(), sourceOf(name, stored));
  }
  return wanted.map((id) => found.get(id.toHexString()) ?? { id: Buffer.from(id.id) });
}

/** All cemeteries, as search needs them. */
export async function readCemeteries(db: Db): Promise<CemeteryEntry[]> {
  const documents = await db
    .collection('cemeteries')
    .find(
      { status: 'published' },
      {
        projection: {
          code: 1,
          name: 1,
          point: 1,
          districtBefore: 1,
          provinceBefore: 1,
          provinceNow: 1,
          communeNow: 1,
        },
      },
    )
    .toArray();
  return documents.map((cemetery) => {
    const { point } = cemetery as { point?: { lng: number; lat: number; accuracyM: number } };
    return {
      id: cemetery._id.toHexString(),
      code: String(cemetery['code']),
      name: String(cemetery['name']),
      places: ['communeNow', 'districtBefore', 'provinceBefore', 'provinceNow'].flatMap((field) =>
        typeof cemetery[field] === 'string' ? [cemetery[field]] : [],
      ),
      ...(point == null ? {} : { point: { lng: point.lng, lat: point.lat, accuracyM: point.accuracyM } }),
    };
  });
}

const stale = { status: 'published', 'search.v': { $ne: compactVersion } };

/** How many documents were packed by older rules. */
export async function countStale(db: Db): Promise<number> {
  const counts = await Promise.all([
    db.collection('martyrs').countDocuments(stale),
    db.collection('graves').countDocuments({ ...stale, martyrIds: { $size: 0 } }),
  ]);
  return counts[0] + counts[1];
}

/**
 * Packs by today's rules what older rules packed, a batch at a time. Each write holds only if the document is still
 * the version that was read: who edits meanwhile packs it himself.
 * @returns how many were read; 0 when none is left
 */
export async function deriveSome(db: Db, batch: number): Promise<number> {
  const martyrs = await db.collection('martyrs').find(stale).limit(batch).toArray();
  const graveIds = martyrs.flatMap(({ graveId }) => (graveId instanceof ObjectId ? [graveId] : []));
  const graves = new Map(
    (
      await db
        .collection('graves')
        .find({ _id: { $in: graveIds } })
        .toArray()
    ).map((grave) => [grave._id.toHexString(), grave]),
  );
  await write(
    db,
    'martyrs',
    martyrs.map((martyr) => [
      martyr,
      compactMartyr(martyr as never, graves.get(String(martyr['graveId'])) as never),
    ]),
  );
  const alone = await db
    .collection('graves')
    .find({ ...stale, martyrIds: { $size: 0 } })
    .limit(batch)
    .toArray();
  await write(
    db,
    'graves',
    alone.map((grave) => [grave, compactGrave(grave as never)]),
  );
  return martyrs.length + alone.length;
}

async function write(db: Db, name: Indexed, packed: [Document, Buffer][]): Promise<void> {
  if (packed.length === 0) return;
  await db.collection(name).bulkWrite(
    packed.map(([document, k]) => ({
      updateOne: {
        filter: { _id: document['_id'] as ObjectId, version: document['version'] as number },
        update: { $set: { search: { v: compactVersion, k } } },
      },
    })),
    { ordered: false },
  );
}
