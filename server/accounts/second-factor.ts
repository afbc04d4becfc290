import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import { mustBeAllowed } from '../http/allowed.ts';
import { problem } from '../http/problem.ts';
import type { Visit } from '../http/visit.ts';
import type { Enrolment, RecoveryCodes, SignedIn } from './contract.ts';
import { Accounts, Sessions, type Account, type Session } from './model.ts';
import { inGroups, passwordFits } from './password.ts';
import { beginSession, nextStage } from './session.ts';
import { actingAs, noteSignIn } from './sign-in.ts';
import { enrolUri, newSecret, stepOf, toBase32 } from './totp.ts';
import { forgetTries, takeTry, type TryKey } from './tries.ts';

const codeCount = 10;
/** However it is typed. A code has 80 bits, so a plain hash keeps it. */
const hashOfCode = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    .digest('base64url');
const newCodes = () => Array.from({ length: codeCount }, () => inGroups(toBase32(randomBytes(10))));

async function ownAccount({ actor }: Visit): Promise<Account> {
  const account = await Accounts.findById(actor.accountId).lean<Account>();
  if (!account) throw problem.signInFirst();
  return account;
}

const keyOf = (account: Account): TryKey => ({ kind: 'code', of: String(account._id) });
const thingOf = (account: Account) => ({ kind: 'account', id: account.name });

/**
 * The second step of signing in: a code of the app, or a recovery code, which is used up.
 * @throws Problem 401 when no sign-in waits for a code · 400 wrong code · 429 after too many
 */
export async function passCode(visit: Visit, code: string): Promise<SignedIn> {
  if (visit.actor.stage !== 'code') throw problem.signInFirst();
  const account = await ownAccount(visit);
  const locks = await takeTry(keyOf(account));
  const actor = actingAs(visit, account);
  const stage = nextStage(account, true);
  const token = await inTransaction(async (session) => {
    const used = await useCode(session, account, code);
    if (used === undefined) {
      await recordAudit(session, actor, locks ? 'session.lock' : 'session.refuse', {
        thing: thingOf(account),
      });
      return undefined;
    }
    const begun = await beginSession(session, visit, account, stage);
    if (stage === 'full') await noteSignIn(session, account);
    await recordAudit(session, actor, 'session.pass', { thing: thingOf(account), after: { used, stage } });
    return begun;
  });
  if (token === undefined) throw problem.field('code', 'code.wrong');
  await forgetTries(keyOf(account));
  visit.cookie.keep(token);
  return { stage };
}

/** Takes a code so that nobody can use it again. */
async function useCode(
  session: ClientSession,
  account: Account,
  code: string,
): Promise<'app' | 'recovery' | undefined> {
  const step = account.secondFactor ? stepOf(account.secondFactor.secret, code, Date.now()) : undefined;
  if (step !== undefined) {
    const { modifiedCount } = await Accounts.updateOne(
      { _id: account._id, 'secondFactor.lastStep': { $lt: step } },
      { $set: { 'secondFactor.lastStep': step } },
      { session },
    );
    return modifiedCount === 1 ? 'app' : undefined;
  }
  const hash = hashOfCode(code);
  const { modifiedCount } = await Accounts.updateOne(
    { _id: account._id, recoveryCodes: hash },
    { $pull: { recoveryCodes: hash } },
    { session },
  );
  return modifiedCount === 1 ? 'recovery' : undefined;
}

/** Begins to set up an app; asked again it gives the same secret, so that a page can be loaded anew. */
export async function beginEnrolment(visit: Visit): Promise<Enrolment> {
  const account = await mustBeAbleToEnrol(visit);
  const { sessionId } = visit.actor;
  await Sessions.updateOne(
    { _id: sessionId, enrolSecret: { $exists: false } },
    { $set: { enrolSecret: newSecret() } },
  );
  const { enrolSecret } = await Sessions.findById(sessionId).orFail().lean<Session>();
  return { secret: enrolSecret!, uri: enrolUri(enrolSecret!, account.name) };
}

/**
 * The app showed the right code: from now on it is asked for. The recovery codes are shown this once.
 * @throws Problem 400 wrong code
 */
export async function confirmEnrolment(visit: Visit, code: string): Promise<RecoveryCodes> {
  const account = await mustBeAbleToEnrol(visit);
  const { enrolSecret } = (await Sessions.findById(visit.actor.sessionId).lean<Session>()) ?? {};
  const step = enrolSecret ? stepOf(enrolSecret, code, Date.now()) : undefined;
  if (!enrolSecret || step === undefined) throw problem.field('code', 'code.wrong');
  const codes = newCodes();
  const stage = account.mustChangePassword ? 'password' : 'full';
  const token = await inTransaction(async (session) => {
    await Accounts.updateOne(
      { _id: account._id },
      {
        $set: {
          secondFactor: { secret: enrolSecret, since: new Date(), lastStep: step },
          recoveryCodes: codes.map(hashOfCode),
        },
        $inc: { version: 1 },
      },
      { session },
    );
    const begun = await beginSession(session, visit, account, stage);
    if (stage === 'full') await noteSignIn(session, account);
    await recordAudit(session, actingAs(visit, account), 'account.enrol', { thing: thingOf(account) });
    return begun;
  });
  visit.cookie.keep(token);
  return { stage, codes };
}

/** While signing in, or later of one's own will; an app that is set up is taken away by an administrator only. */
async function mustBeAbleToEnrol(visit: Visit): Promise<Account> {
  const account = await ownAccount(visit);
  if (account.secondFactor) throw problem.forbidden();
  if (visit.actor.stage !== 'enrol' && visit.actor.stage !== 'full') throw problem.signInFirst();
  return account;
}

/** Ten new recovery codes; the old ones end. @throws Problem 400 wrong password */
export async function renewRecoveryCodes(visit: Visit, password: string): Promise<RecoveryCodes> {
  // not while a sign-in still waits for a code: the password alone must not open the second door
  mustBeAllowed(visit.actor, 'account.own', visit.actor);
  const account = await ownAccount(visit);
  await mustBeOwnPassword(visit, account, password);
  if (!account.secondFactor) throw problem.forbidden();
  const codes = newCodes();
  await inTransaction(async (session) => {
    await Accounts.updateOne(
      { _id: account._id },
      { $set: { recoveryCodes: codes.map(hashOfCode) }, $inc: { version: 1 } },
      { session },
    );
    await recordAudit(session, visit.actor, 'account.renewCodes', { thing: thingOf(account) });
  });
  return { stage: 'full', codes };
}

/** Asks for the password once more; guesses count as those at the door. @throws Problem 400 · 429 */
export async function mustBeOwnPassword(visit: Visit, account: Account, password: string): Promise<void> {
  const key: TryKey = { kind: 'name', of: account.name };
  await takeTry(key);
  if (!(await passwordFits(account.passwordHash, password))) {
    await inTransaction((session) =>
      recordAudit(session, actingAs(visit, account), 'session.refuse', { thing: thingOf(account) }),
    );
    throw problem.field('password', 'password.wrong');
  }
  await forgetTries(key);
}
