import { secondFactorRequired } from '../http/access.ts';
import { problem } from '../http/problem.ts';
import type { Visit } from '../http/visit.ts';
import type { AccountView, OwnAccount, Scope } from './contract.ts';
import { Accounts, type Account } from './model.ts';
import { ownSessions } from './session.ts';
import { areaName } from './territory.ts';

/** An account as it may be shown, and as the audit trail keeps it: without secrets. */
export function accountView(account: Account): AccountView {
  const scope = plainScope(account.scope);
  const scopeName =
    scope.kind === 'place'
      ? areaName(scope.placeId)
      : scope.kind === 'team'
        ? scope.team
        : scope.kind === 'laboratory'
          ? scope.laboratory
          : undefined;
  return {
    id: String(account._id),
    version: account.version,
    name: account.name,
    fullName: account.fullName,
    role: account.role,
    scope,
    ...(scopeName === undefined ? {} : { scopeName }),
    active: account.active,
    secondFactor: Boolean(account.secondFactor),
    mustChangePassword: account.mustChangePassword,
    ...(account.lastSignInAt ? { lastSignInAt: account.lastSignInAt.toISOString() } : {}),
    demo: account.demo ?? false,
  };
}

const plainScope = ({ kind, placeId, team, laboratory }: Account['scope']): Scope =>
  ({
    kind,
    ...(placeId ? { placeId } : {}),
    ...(team ? { team } : {}),
    ...(laboratory ? { laboratory } : {}),
  }) as Scope;

/** What a person sees of their own account. @throws Problem 401 */
export async function readOwn(visit: Visit): Promise<OwnAccount> {
  const account = await Accounts.findById(visit.actor.accountId).lean<Account>();
  if (!account) throw problem.signInFirst();
  return {
    stage: visit.actor.stage,
    account: accountView(account),
    recoveryCodesLeft: account.recoveryCodes.length,
    secondFactorRequired: secondFactorRequired.includes(account.role),
    sessions: await ownSessions(visit),
  };
}
