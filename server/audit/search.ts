import { Types } from 'mongoose';
import { problem } from '../http/problem.ts';
import type { AuditEventView, AuditList, AuditQuery } from './contract.ts';
import { AuditEvents, type StoredEvent } from './model.ts';

/** Vietnam keeps one time all year. */
const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`);
const dayMs = 86_400_000;

/** Events, newest first. @throws Problem 400 for a cursor that is none */
export async function searchAudit(query: AuditQuery): Promise<AuditList> {
  const { actor, action, thing, from, to, limit, cursor } = query;
  const at = {
    ...(from === undefined ? {} : { $gte: midnight(from) }),
    ...(to === undefined ? {} : { $lt: new Date(midnight(to).getTime() + dayMs) }),
  };
  const events = await AuditEvents.find({
    ...(actor ? { 'actor.name': actor } : {}),
    ...(action ? { action } : {}),
    ...(thing ? { 'thing.id': thing } : {}),
    ...(from === undefined && to === undefined ? {} : { at }),
    ...(cursor === undefined ? {} : { $or: before(cursor) }),
  })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredEvent[]>();
  const items = events.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(eventView),
    ...(events.length > limit && last ? { cursor: `${last.at.getTime()}.${String(last._id)}` } : {}),
  };
}

function before(cursor: string) {
  const [, ms, id] = /^(\d{1,15})\.([0-9a-f]{24})$/.exec(cursor) ?? [];
  if (ms === undefined || id === undefined)
    throw problem.invalid([{ code: 'custom', path: ['cursor'], message: '', input: undefined }]);
  const at = new Date(Number(ms));
  return [{ at: { $lt: at } }, { at, _id: { $lt: new Types.ObjectId(id) } }];
}

function eventView({
  _id,
  at,
  actor,
  address,
  action,
  thing,
  chain,
  seq,
  hash,
  ...more
}: StoredEvent): AuditEventView {
  const { reason, before, after } = more;
  return {
    id: String(_id),
    at: at.toISOString(),
    actor: { name: actor.name, role: actor.role, ...(actor.id === undefined ? {} : { id: actor.id }) },
    address,
    action,
    thing: { kind: thing.kind, id: thing.id },
    ...(reason === undefined ? {} : { reason }),
    ...(before === undefined ? {} : { before: JSON.parse(before) as unknown }),
    ...(after === undefined ? {} : { after: JSON.parse(after) as unknown }),
    chain,
    seq,
    hash,
  };
}
