import { readFile } from 'node:fs/promises';
import { checkpointFile } from './checkpoint.ts';
import { hashOfCheckpoint, hashOfEvent } from './hash.ts';
import {
  AuditCheckpoints,
  AuditEvents,
  AuditHeads,
  chainCount,
  genesis,
  type ChainHead,
  type Checkpoint,
  type StoredEvent,
} from './model.ts';

export interface Fault {
  kind: 'changed' | 'gap' | 'cut' | 'added' | 'checkpoint';
  /** Chain and number of the event, or number of the checkpoint. */
  where: string;
}

export interface Verified {
  events: number;
  checkpoints: number;
  faults: Fault[];
}

/** What checkpoints say of a chain: hash by number. */
type Witnessed = Map<number, Map<number, string>>;

/**
 * Walks every chain and every checkpoint. Works beside a running server: what is written meanwhile is left for the next
 * time.
 * @param folder data folder with the checkpoints that are kept outside the database
 */
export async function verifyAudit(folder: string): Promise<Verified> {
  const faults: Fault[] = [];
  const { witnessed, count } = await readCheckpoints(folder, faults);
  const heads = new Map(
    (await AuditHeads.find().lean<ChainHead[]>()).map((head) => [head._id, head] as const),
  );
  let events = 0;
  for (let chain = 0; chain < chainCount; chain += 1)
    events += await walk(chain, heads.get(chain), witnessed.get(chain) ?? new Map<number, string>(), faults);
  return { events, checkpoints: count, faults };
}

async function walk(
  chain: number,
  head: ChainHead | undefined,
  witnessed: Map<number, string>,
  faults: Fault[],
): Promise<number> {
  const fault = (kind: Fault['kind'], seq: number) => faults.push({ kind, where: `${chain}:${seq}` });
  let [seq, prev, events] = [0, genesis, 0];
  const known = head?.seq ?? 0;
  for await (const event of AuditEvents.find({ chain }).sort({ seq: 1 }).lean<StoredEvent>().cursor()) {
    if (event.seq > known) {
      // written since the heads were read, if the head has moved on too
      const now = await AuditHeads.findById(chain).lean<ChainHead>();
      if ((now?.seq ?? 0) < event.seq) fault('added', event.seq);
      break;
    }
    events += 1;
    if (event.seq !== seq + 1) fault('gap', seq + 1);
    else if (event.prev !== prev) fault('changed', event.seq);
    if (hashOfEvent(event) !== event.hash) fault('changed', event.seq);
    const seen = witnessed.get(event.seq);
    if (seen !== undefined && seen !== event.hash) fault('changed', event.seq);
    ({ seq, hash: prev } = event);
  }
  const furthest = Math.max(known, 0, ...witnessed.keys());
  if (seq < furthest) fault('cut', seq + 1);
  else if (head !== undefined && seq === known && head.hash !== prev) fault('changed', seq);
  return events;
}

async function readCheckpoints(
  folder: string,
  faults: Fault[],
): Promise<{ witnessed: Witnessed; count: number }> {
  const witnessed: Witnessed = new Map();
  const hashes = new Map<number, string>();
  const fault = (id: number) => faults.push({ kind: 'checkpoint', where: String(id) });
  const witness = ({ heads }: Checkpoint) => {
    for (const { chain, seq, hash } of heads) {
      const known = witnessed.get(chain) ?? new Map<number, string>();
      known.set(seq, hash);
      witnessed.set(chain, known);
    }
  };
  let [id, prev] = [0, genesis];
  for await (const one of AuditCheckpoints.find().sort({ _id: 1 }).lean<Checkpoint>().cursor()) {
    if (one._id !== id + 1 || one.prev !== prev || hashOfCheckpoint(one) !== one.hash) fault(one._id);
    hashes.set(one._id, one.hash);
    witness(one);
    ({ _id: id, hash: prev } = one);
  }
  // the copies outside the database tell of checkpoints that were taken out of it, and of rewritten ones
  for (const copy of await copies(folder)) {
    const right = { ...copy, at: new Date(copy.at) };
    if (hashOfCheckpoint(right) !== copy.hash || hashes.get(copy._id) !== copy.hash) fault(copy._id);
    if (hashOfCheckpoint(right) === copy.hash) witness(right);
  }
  return { witnessed, count: hashes.size };
}

async function copies(folder: string): Promise<Checkpoint[]> {
  const text = await readFile(checkpointFile(folder), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line.endsWith('}')) // a line that a power cut left half
    .map((line) => JSON.parse(line) as Checkpoint);
}
