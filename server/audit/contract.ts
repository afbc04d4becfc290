import { z } from 'zod';
import { paging } from '../http/route.ts';

const text = z.string().trim().max(100).optional();
const day = z.iso.date().optional();

/** What is looked for; all that is named must hold. */
export const AuditQuery = z.strictObject({
  /** Name one signs in with. */
  actor: text,
  action: text,
  /** Id or code of the thing. */
  thing: text,
  /** Days in Vietnam, both included. */
  from: day,
  to: day,
  ...paging,
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEventView = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.strictObject({ name: z.string(), role: z.string(), id: z.string().optional() }),
  address: z.string(),
  action: z.string(),
  thing: z.strictObject({ kind: z.string(), id: z.string() }),
  reason: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  chain: z.int(),
  seq: z.int(),
  hash: z.string(),
});
export type AuditEventView = z.infer<typeof AuditEventView>;

export const AuditList = z.strictObject({
  items: z.array(AuditEventView),
  cursor: z.string().optional(),
});
export type AuditList = z.infer<typeof AuditList>;
