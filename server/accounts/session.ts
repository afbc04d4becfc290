import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession, Types } from 'mongoose';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import { secondFactorRequired } from '../http/access.ts';
import { mustBeAllowed } from '../http/allowed.ts';
import { problem } from '../http/problem.ts';
import { visitor, type Actor, type Stage, type Visit } from '../http/visit.ts';
import type { Settings } from '../settings.ts';
import type { Scope, SessionView } from './contract.ts';
import { mayDemonstrate } from './demonstration.ts';
import { Accounts, Sessions, type Account, type Session } from './model.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const idleMs = ({ SESSION_IDLE_MINUTES }: Settings) => SESSION_IDLE_MINUTES * 60_000;
const longestMs = ({ SESSION_HOURS }: Settings) => SESSION_HOURS * 3600_000;
/** So that reading a page is not a write each time. */
const seenEveryMs = 30_000;

/** What must happen before an account may do anything. */
export function nextStage(account: Account, codePassed: boolean): Exclude<Stage, 'none'> {
  if (account.secondFactor && !codePassed) return 'code';
  if (!account.secondFactor && secondFactorRequired.includes(account.role)) return 'enrol';
  return account.mustChangePassword ? 'password' : 'full';
}

/**
 * Begins a session under a new token; the one the browser had ends, so that a token planted before signing in, or seen
 * before the second factor, is worth nothing after.
 * @returns the token for the cookie: hand it out after commit
 */
export async function beginSession(
  session: ClientSession,
  { actor, device, settings }: Visit,
  account: Account,
  stage: Exclude<Stage, 'none'>,
): Promise<string> {
  if (actor.sessionId !== undefined) await Sessions.deleteOne({ _id: actor.sessionId }, { session });
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await Sessions.create(
    [
      {
        tokenHash: hashOf(token),
        accountId: account._id,
        stage,
        address: actor.address,
        device: device.slice(0, 300),
        createdAt: now,
        seenAt: now,
        expiresAt: new Date(now.getTime() + Math.min(idleMs(settings), longestMs(settings))),
      },
    ],
    { session },
  );
  return token;
}

/** Who bears a token. Whoever is unknown, too old, long idle or locked out is a visitor. */
export async function actorOf(token: string, address: string, settings: Settings): Promise<Actor> {
  const now = Date.now();
  const found = await Sessions.findOne({ tokenHash: hashOf(token) }).lean<Session>();
  if (!found || !holds(found, now, settings)) return visitor(address);
  const account = await Accounts.findById(found.accountId).lean<Account>();
  if (!account?.active || (account.demo && !(await mayDemonstrate(settings)))) return visitor(address);
  if (now - found.seenAt.getTime() > seenEveryMs)
    await Sessions.updateOne(
      { _id: found._id },
      {
        $set: {
          seenAt: new Date(now),
          expiresAt: new Date(
            Math.min(now + idleMs(settings), found.createdAt.getTime() + longestMs(settings)),
          ),
        },
      },
    );
  const isIn = found.stage === 'full' && nextStage(account, true) === 'full';
  return {
    role: isIn ? account.role : 'anyone',
    stage: found.stage === 'full' ? nextStage(account, true) : found.stage,
    scope: isIn ? (account.scope as Scope) : { kind: 'none' },
    name: account.name,
    fullName: account.fullName,
    accountId: String(account._id),
    sessionId: String(found._id),
    address,
  };
}

function holds({ seenAt, createdAt }: Session, now: number, settings: Settings): boolean {
  return now - seenAt.getTime() <= idleMs(settings) && now - createdAt.getTime() <= longestMs(settings);
}

/** Signs out this browser. */
export async function signOut(visit: Visit): Promise<{ done: true }> {
  const { actor } = visit;
  if (actor.sessionId !== undefined)
    await inTransaction(async (session) => {
      await Sessions.deleteOne({ _id: actor.sessionId }, { session });
      await recordAudit(session, actor, 'session.end', { thing: { kind: 'account', id: actor.name } });
    });
  visit.cookie.drop();
  return { done: true };
}

/** The browsers that are signed in as this person, the latest first. */
export async function ownSessions({ actor, settings }: Visit): Promise<SessionView[]> {
  if (actor.accountId === undefined) return [];
  const all = await Sessions.find({ accountId: actor.accountId }).sort({ seenAt: -1 }).lean<Session[]>();
  return all
    .filter((one) => holds(one, Date.now(), settings))
    .map(({ _id, address, device, createdAt, seenAt }) => ({
      id: String(_id),
      current: String(_id) === actor.sessionId,
      address,
      device,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
    }));
}

/** Signs out another browser of the same person. @throws Problem 404 unknown · 403 somebody else's */
export async function revokeSession({ actor }: Visit, id: string): Promise<{ done: true }> {
  return inTransaction(async (session) => {
    const found = await Sessions.findById(id).session(session).lean<Session>();
    if (!found) throw problem.notFound('session');
    mustBeAllowed(actor, 'session.own', { accountId: String(found.accountId) });
    await Sessions.deleteOne({ _id: id }, { session });
    await recordAudit(session, actor, 'session.revoke', {
      thing: { kind: 'account', id: actor.name },
      before: { address: found.address, device: found.device, createdAt: found.createdAt },
    });
    return { done: true } as const;
  });
}

/** Ends every session of an account, but for one. */
export async function endSessions(
  session: ClientSession,
  accountId: Types.ObjectId,
  but?: string,
): Promise<number> {
  const { deletedCount } = await Sessions.deleteMany(
    { accountId, ...(but === undefined ? {} : { _id: { $ne: but } }) },
    { session },
  );
  return deletedCount;
}
