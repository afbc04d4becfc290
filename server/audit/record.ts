import type { ClientSession, Connection } from 'mongoose';
import type { Actor } from '../http/visit.ts';
import { chainFor, letGo } from './chains.ts';
import { hashOfEvent } from './hash.ts';
import { AuditEvents, AuditHeads, chainCount, genesis, type AuditEvent, type ChainHead } from './model.ts';

/** What is told of an act besides who did it. Neither `before` nor `after` may hold a secret: they are shown. */
export interface Told {
  thing: { kind: string; id: string };
  reason?: string | undefined;
  before?: unknown;
  after?: unknown;
}

/**
 * Records an act in the transaction that does it: both are there or neither. Call it last, since from then on the
 * transaction holds a chain.
 * @param action the right's own word, such as "account.change"
 */
export async function recordAudit(
  session: ClientSession,
  actor: Actor,
  action: string,
  { thing, reason, before, after }: Told,
): Promise<void> {
  const chain = chainFor(session);
  try {
    const head = await AuditHeads.findOneAndUpdate(
      { _id: chain },
      { $inc: { seq: 1 } },
      { session, returnDocument: 'before' },
    )
      .orFail()
      .lean<ChainHead>();
    const told: Omit<AuditEvent, 'hash'> = {
      chain,
      seq: head.seq + 1,
      at: new Date(),
      actor: {
        name: clean(actor.name),
        role: actor.role,
        ...(actor.accountId === undefined ? {} : { id: actor.accountId }),
      },
      address: actor.address,
      action,
      thing: { kind: thing.kind, id: clean(thing.id) },
      ...(reason === undefined ? {} : { reason: clean(reason) }),
      ...(before === undefined ? {} : { before: JSON.stringify(before) }),
      ...(after === undefined ? {} : { after: JSON.stringify(after) }),
      prev: head.hash,
    };
    const event = { ...told, hash: hashOfEvent(told) };
    await AuditEvents.collection.insertOne(event, { session });
    await AuditHeads.updateOne({ _id: chain }, { $set: { hash: event.hash } }, { session });
  } catch (error) {
    letGo(session); // another process had the chain: the next try takes another
    throw error;
  }
}

/** The database keeps no half characters; what is hashed must come back as it was. */
const clean = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

/** Begins the chains of a new database. */
export async function beginChains(connection: Connection): Promise<void> {
  const heads = connection.collection<ChainHead>('auditHeads');
  for (let chain = 0; chain < chainCount; chain += 1)
    await heads.updateOne({ _id: chain }, { $setOnInsert: { seq: 0, hash: genesis } }, { upsert: true });
}
