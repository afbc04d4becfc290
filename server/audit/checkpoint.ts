import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { hashOfCheckpoint } from './hash.ts';
import { AuditCheckpoints, AuditHeads, genesis, type ChainHead, type Checkpoint } from './model.ts';

const everyMs = 60_000;

/** Checkpoints are kept a second time outside the database, in the data folder. */
export const checkpointFile = (folder: string) => path.join(folder, 'audit-checkpoints.ndjson');

/**
 * Writes down where the chains stand, if any has grown: in the database, linked to the checkpoint before, and as a line
 * of a file outside it. Two servers that do it at once make one.
 * @param remembered how far each chain had come at the last checkpoint, where the caller remembers; brought up to date
 * @returns the checkpoint, or undefined when nothing had happened
 */
export async function makeCheckpoint(
  folder: string,
  remembered?: Map<number, number>,
): Promise<Checkpoint | undefined> {
  const known = remembered ?? (await latestHeads());
  const last = await AuditCheckpoints.findOne().sort({ _id: -1 }).lean<Checkpoint>();
  const heads = (await AuditHeads.find().sort({ _id: 1 }).lean<ChainHead[]>())
    .filter(({ _id, seq }) => seq > (known.get(_id) ?? 0))
    .map(({ _id, seq, hash }) => ({ chain: _id, seq, hash }));
  if (heads.length === 0) return undefined;
  const made = { _id: (last?._id ?? 0) + 1, at: new Date(), heads, prev: last?.hash ?? genesis };
  const checkpoint = { ...made, hash: hashOfCheckpoint(made) };
  try {
    await AuditCheckpoints.create(checkpoint);
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return undefined;
    throw error;
  }
  for (const { chain, seq } of heads) known.set(chain, seq);
  await mkdir(folder, { recursive: true });
  await appendFile(checkpointFile(folder), `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
  return checkpoint;
}

/** How far each chain had come in the checkpoints so far. */
async function latestHeads(): Promise<Map<number, number>> {
  const found = await AuditCheckpoints.aggregate<{ _id: number; seq: number }>([
    { $unwind: '$heads' },
    { $group: { _id: '$heads.chain', seq: { $max: '$heads.seq' } } },
  ]);
  return new Map(found.map(({ _id, seq }) => [_id, seq]));
}

/**
 * Makes a checkpoint every minute in which something happened, and one at the end.
 * @returns stops it
 */
export function keepCheckpoints(folder: string, onError: (error: unknown) => void): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let known: Map<number, number> | undefined;
  const make = () =>
    (last = (async () => {
      known ??= await latestHeads();
      await makeCheckpoint(folder, known);
    })().catch(onError));
  const timer = setInterval(() => void make(), everyMs);
  return async () => {
    clearInterval(timer);
    await last;
    await make();
  };
}
