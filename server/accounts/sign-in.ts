import type { ClientSession } from 'mongoose';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import { problem } from '../http/problem.ts';
import type { Actor, Visit } from '../http/visit.ts';
import { AccountName, type SignedIn, type SignIn } from './contract.ts';
import { mayDemonstrate } from './demonstration.ts';
import { Accounts, type Account } from './model.ts';
import { passwordFits } from './password.ts';
import { beginSession, nextStage } from './session.ts';
import { addressKey, forgetTries, giveBackTry, takeTry, type TryKey } from './tries.ts';

/**
 * Signs in with name and password. Unknown names, wrong passwords, locked accounts and outdated temporary passwords are
 * answered alike and after the same work: one look into the database, one argon2, one event.
 * @throws Problem 401 for all of these · 429 after too many
 */
export async function signIn(visit: Visit, { name, password }: SignIn): Promise<SignedIn> {
  const keys: [TryKey, TryKey] = [{ kind: 'name', of: name }, addressKey(visit.actor.address)];
  const locks = await takeBoth(keys);
  const [found, demonstrates] = await Promise.all([
    Accounts.findOne({ name }).lean<Account>(),
    mayDemonstrate(visit.settings),
  ]);
  const usable = found !== null && mayEnter(found, demonstrates) ? found : undefined;
  if (!(await passwordFits(usable?.passwordHash, password)) || !usable) {
    await recordFailure(visit, name, locks);
    throw problem.wrongSignIn();
  }
  await Promise.all([forgetTries(keys[0]), giveBackTry(keys[1])]);
  const stage = nextStage(usable, false);
  const token = await inTransaction(async (session) => {
    const begun = await beginSession(session, visit, usable, stage);
    if (stage === 'full') await noteSignIn(session, usable);
    await recordAudit(session, actingAs(visit, usable), 'session.begin', {
      thing: { kind: 'account', id: usable.name },
      after: { stage },
    });
    return begun;
  });
  visit.cookie.keep(token);
  return { stage };
}

function mayEnter({ active, demo, temporaryUntil }: Account, demonstrates: boolean): boolean {
  return active && (!demo || demonstrates) && (!temporaryUntil || temporaryUntil.getTime() > Date.now());
}

/** Both are counted, also when the first refuses. */
async function takeBoth(keys: [TryKey, TryKey]): Promise<boolean> {
  const taken = await Promise.allSettled(keys.map(takeTry));
  for (const one of taken) if (one.status === 'rejected') throw one.reason;
  return taken.some((one) => one.status === 'fulfilled' && one.value);
}

/** People type their password into the field of the name: only what can be a name is kept. */
async function recordFailure({ actor }: Visit, name: string, locks: boolean): Promise<void> {
  const id = AccountName.safeParse(name).success ? name : '?';
  await inTransaction(async (session) => {
    await recordAudit(session, actor, 'session.refuse', { thing: { kind: 'account', id } });
    if (locks) await recordAudit(session, actor, 'session.lock', { thing: { kind: 'account', id } });
  });
}

/** The person who has just proved to be one, for the audit trail. */
export function actingAs({ actor }: Visit, account: Account): Actor {
  return {
    ...actor,
    role: account.role,
    name: account.name,
    fullName: account.fullName,
    accountId: String(account._id),
  };
}

/** When somebody was last here; no change of the account, so its version stays. */
export async function noteSignIn(session: ClientSession, { _id }: Account): Promise<void> {
  await Accounts.updateOne({ _id }, { $set: { lastSignInAt: new Date() } }, { session, timestamps: false });
}
