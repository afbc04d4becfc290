import type { ClientSession } from 'mongoose';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../database/transaction.ts';
import { scopeKinds, type AccountRole } from '../http/access.ts';
import { mustBeAllowed } from '../http/allowed.ts';
import { problem } from '../http/problem.ts';
import type { Actor } from '../http/visit.ts';
import { fold } from '../text/fold.ts';
import type {
  AccountChange,
  AccountDraft,
  AccountList,
  AccountQuery,
  AccountReset,
  AccountView,
  Issued,
  Scope,
} from './contract.ts';
import { Accounts, type Account } from './model.ts';
import { hashPassword, newTemporaryPassword } from './password.ts';
import { endSessions } from './session.ts';
import { areaName } from './territory.ts';
import { accountView } from './view.ts';

/** A temporary password that was not used by then is worth nothing. */
const temporaryMs = 72 * 3600_000;

/** Accounts in the order of their names. `q` is part of a name, marks not needed. */
export async function listAccounts({ q = '', role, limit, cursor }: AccountQuery): Promise<AccountList> {
  const all = await Accounts.find({
    ...(role === undefined ? {} : { role }),
    ...(cursor === undefined ? {} : { name: { $gt: cursor } }),
  })
    .sort({ name: 1 })
    .lean<Account[]>();
  const wanted = fold(q);
  const found = all.filter(({ name, fullName }) => fold(`${name} ${fullName}`).includes(wanted));
  const items = found.slice(0, limit);
  return {
    items: items.map(accountView),
    ...(found.length > limit ? { cursor: items.at(-1)!.name } : {}),
  };
}

/** @throws Problem 404 */
export async function readAccount(id: string): Promise<AccountView> {
  const account = await Accounts.findById(id).lean<Account>();
  if (!account) throw problem.notFound('account');
  return accountView(account);
}

/**
 * Makes an account with a temporary password.
 * @throws Problem 400 when the scope does not fit the role · 409 for a name that is taken
 */
export async function createAccount(actor: Actor, draft: AccountDraft): Promise<Issued> {
  mustBeAllowed(actor, 'account.manage');
  mustFit(draft.role, draft.scope);
  const issued = await issue();
  const account = await inTransaction(async (session) => {
    if (await Accounts.exists({ name: draft.name }).session(session))
      throw problem.field('name', 'account.taken', 409);
    const [made] = await Accounts.create([{ ...draft, ...issued.stored }], { session });
    const view = accountView(made!.toObject());
    await recordAudit(session, actor, 'account.create', {
      thing: { kind: 'account', id: draft.name },
      after: view,
    });
    return view;
  });
  return { account, password: issued.password, validUntil: issued.stored.temporaryUntil.toISOString() };
}

/**
 * Changes name, role, scope, or whether the account may be used; fields left out stay. Who loses a right or is locked
 * out is signed out everywhere.
 * @param version the one the administrator was looking at
 * @throws Problem 404 · 409 changed since, or the last administrator · 400 one's own role
 */
export async function changeAccount(
  actor: Actor,
  id: string,
  version: number,
  { reason, ...change }: AccountChange,
): Promise<AccountView> {
  return inTransaction(async (session) => {
    const account = await found(session, actor, id);
    const before = accountView(account.toObject());
    if (before.version !== version) throw problem.stale(before);
    account.set(change);
    mustFit(account.role, account.scope as Scope);
    const losesRights = account.isModified('role') || account.isModified('scope') || !account.active;
    if (losesRights && id === actor.accountId) throw problem.field('role', 'account.self');
    await account.save({ session });
    const after = accountView(account.toObject());
    if (before.role === 'administrator' && before.active) await mustLeaveAdministrator(session);
    const sessionsEnded = losesRights ? await endSessions(session, account._id) : 0;
    await recordAudit(session, actor, 'account.change', {
      thing: { kind: 'account', id: account.name },
      reason,
      before,
      after: { ...after, sessionsEnded },
    });
    return after;
  });
}

/**
 * A new temporary password for somebody who cannot get in; the account is signed out everywhere.
 * @throws Problem 404
 */
export async function resetAccount(
  actor: Actor,
  id: string,
  { secondFactor, reason }: AccountReset,
): Promise<Issued> {
  const issued = await issue();
  const view = await inTransaction(async (session) => {
    const account = await found(session, actor, id);
    account.set(issued.stored);
    if (secondFactor) account.set({ secondFactor: undefined, recoveryCodes: [] });
    await account.save({ session });
    const sessionsEnded = await endSessions(session, account._id);
    await recordAudit(session, actor, 'account.reset', {
      thing: { kind: 'account', id: account.name },
      reason,
      after: { secondFactor: Boolean(account.secondFactor), sessionsEnded },
    });
    return accountView(account.toObject());
  });
  return { account: view, password: issued.password, validUntil: issued.stored.temporaryUntil.toISOString() };
}

async function found(session: ClientSession, actor: Actor, id: string) {
  const account = await Accounts.findById(id).session(session);
  if (!account) throw problem.notFound('account');
  mustBeAllowed(actor, 'account.manage', { accountId: id });
  return account;
}

async function issue() {
  const password = newTemporaryPassword();
  return {
    password,
    stored: {
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      temporaryUntil: new Date(Date.now() + temporaryMs),
    },
  };
}

function mustFit(role: AccountRole, scope: Scope): void {
  if (scope.kind !== scopeKinds[role]) throw problem.field('scope', 'account.scope');
  if (scope.kind === 'place' && areaName(scope.placeId) === undefined)
    throw problem.field('scope', 'account.place');
}

async function mustLeaveAdministrator(session: ClientSession): Promise<void> {
  const left = await Accounts.exists({ role: 'administrator', active: true }).session(session);
  if (left === null) throw problem.lastAdministrator();
}
