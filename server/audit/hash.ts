import { createHash } from 'node:crypto';
import type { AuditEvent, Checkpoint } from './model.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Hash of an event: of every field in a fixed order, and of the hash before it. */
export function hashOfEvent(event: Omit<AuditEvent, 'hash'>): string {
  const { chain, seq, at, actor, address, action, thing, reason, before, after, prev } = event;
  return sha256(
    JSON.stringify([
      chain,
      seq,
      at.toISOString(),
      [actor.name, actor.role, actor.id ?? null],
      address,
      action,
      [thing.kind, thing.id],
      reason ?? null,
      before ?? null,
      after ?? null,
      prev,
    ]),
  );
}

/** Hash of a checkpoint: of every head in it, and of the checkpoint before. */
export function hashOfCheckpoint({ _id, at, heads, prev }: Omit<Checkpoint, 'hash'>): string {
  return sha256(
    JSON.stringify([_id, at.toISOString(), heads.map(({ chain, seq, hash }) => [chain, seq, hash]), prev]),
  );
}
