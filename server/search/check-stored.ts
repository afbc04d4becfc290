import type { Db, Document, ObjectId } from 'mongodb';
import { compactGrave, compactMartyr, compactVersion } from './compact.ts';

/**
 * Packs every published document anew and compares with what its writer stored: finds a writer that forgot to.
 * @returns how many were compared, and the ids of those that differ
 */
export async function checkStored(
  db: Db,
  onRead: (done: number) => void,
): Promise<{ documents: number; differing: string[] }> {
  const found = { documents: 0, differing: [] as string[] };
  const compare = (stored: Document, packed: Buffer) => {
    found.documents += 1;
    const { v, k } = (stored['search'] ?? {}) as { v?: number; k?: Buffer };
    if (v !== compactVersion || k === undefined || !packed.equals(k))
      found.differing.push(String(stored['_id']));
    if (found.documents % 1000 === 0) onRead(found.documents);
  };
  const martyrs = db.collection('martyrs').find({ status: 'published' }, { promoteBuffers: true });
  let batch: Document[] = [];
  const flush = async () => {
    const ids = batch.flatMap(({ graveId }) => (graveId == null ? [] : [graveId as ObjectId]));
    const graves = new Map(
      (
        await db
          .collection('graves')
          .find({ _id: { $in: ids } })
          .toArray()
      ).map((grave) => [String(grave._id), grave]),
    );
    for (const martyr of batch)
      compare(martyr, compactMartyr(martyr as never, graves.get(String(martyr['graveId'])) as never));
    batch = [];
  };
  for await (const martyr of martyrs) if (batch.push(martyr) >= 1000) await flush();
  await flush();
  const alone = db
    .collection('graves')
    .find({ status: 'published', martyrIds: { $size: 0 } }, { promoteBuffers: true });
  for await (const grave of alone) compare(grave, compactGrave(grave as never));
  return found;
}
