import { Types } from 'mongoose';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import { problem } from '../http/problem.ts';
import type { Visit } from '../http/visit.ts';
import type { PasswordChange, SignedIn } from './contract.ts';
import { Accounts, type Account } from './model.ts';
import { hashPassword, mustBeStrong } from './password.ts';
import { mustBeOwnPassword } from './second-factor.ts';
import { beginSession, endSessions } from './session.ts';
import { actingAs, noteSignIn } from './sign-in.ts';

/**
 * One's own new password. Every other browser is signed out, and this one gets a new token.
 * @throws Problem 400 wrong old one, weak or same new one · 429 after too many
 */
export async function changePassword(
  visit: Visit,
  { password, newPassword }: PasswordChange,
): Promise<SignedIn> {
  const { stage, accountId } = visit.actor;
  const account =
    stage === 'full' || stage === 'password' ? await Accounts.findById(accountId).lean<Account>() : null;
  if (!account) throw problem.signInFirst();
  await mustBeOwnPassword(visit, account, password);
  if (password === newPassword) throw problem.field('newPassword', 'password.same');
  mustBeStrong(newPassword, account.name);
  const passwordHash = await hashPassword(newPassword);
  const token = await inTransaction(async (session) => {
    await Accounts.updateOne(
      { _id: account._id },
      {
        $set: { passwordHash, mustChangePassword: false },
        $unset: { temporaryUntil: '' },
        $inc: { version: 1 },
      },
      { session },
    );
    const ended = await endSessions(session, new Types.ObjectId(accountId), visit.actor.sessionId);
    const begun = await beginSession(session, visit, account, 'full');
    if (stage === 'password') await noteSignIn(session, account);
    await recordAudit(session, actingAs(visit, account), 'account.changePassword', {
      thing: { kind: 'account', id: account.name },
      after: { sessionsEnded: ended },
    });
    return begun;
  });
  visit.cookie.keep(token);
  return { stage: 'full' };
}
