import { del, get, patch, post } from '../http/route.ts';
import { changePassword } from './change-password.ts';
import {
  AccountChange,
  AccountDraft,
  AccountList,
  AccountParams,
  AccountQuery,
  AccountReset,
  AccountView,
  Code,
  Confirmation,
  Done,
  Enrolment,
  Issued,
  OwnAccount,
  PasswordChange,
  RecoveryCodes,
  SignedIn,
  SignIn,
} from './contract.ts';
import { changeAccount, createAccount, listAccounts, readAccount, resetAccount } from './manage.ts';
import { beginEnrolment, confirmEnrolment, passCode, renewRecoveryCodes } from './second-factor.ts';
import { revokeSession, signOut } from './session.ts';
import { signIn } from './sign-in.ts';
import { readOwn } from './view.ts';

/** Signing in goes in steps, so that their right is everyone's; each verb looks which step the visitor has come to. */
const signing = [
  post(
    '/auth/session',
    {
      may: 'session.begin',
      summary: 'Sign in: the answer says which step comes next',
      body: SignIn,
      reply: SignedIn,
    },
    (call) => signIn(call, call.body),
  ),
  post(
    '/auth/code',
    {
      may: 'session.begin',
      summary: 'The second step: a code of the app, or a recovery code',
      body: Code,
      reply: SignedIn,
    },
    (call) => passCode(call, call.body.code),
  ),
  post(
    '/auth/enrolment',
    { may: 'session.begin', summary: 'Begin to set up an authenticator app', reply: Enrolment },
    (call) => beginEnrolment(call),
  ),
  post(
    '/auth/enrolment/confirm',
    {
      may: 'session.begin',
      summary: 'The app shows the right code; ten recovery codes come back, once',
      body: Code,
      reply: RecoveryCodes,
    },
    (call) => confirmEnrolment(call, call.body.code),
  ),
  post(
    '/auth/password',
    { may: 'session.begin', summary: 'A new password of one’s own', body: PasswordChange, reply: SignedIn },
    (call) => changePassword(call, call.body),
  ),
  del('/auth/session', { may: 'session.begin', summary: 'Sign out', reply: Done }, (call) => signOut(call)),
];

const own = [
  get(
    '/auth/me',
    { may: 'account.own', summary: 'One’s own account and its sessions', reply: OwnAccount },
    (call) => readOwn(call),
  ),
  del(
    '/auth/sessions/:id',
    {
      may: 'session.own',
      summary: 'Sign out another browser of one’s own',
      params: AccountParams,
      reply: Done,
    },
    (call) => revokeSession(call, call.params.id),
  ),
  post(
    '/auth/recovery-codes',
    { may: 'account.own', summary: 'Ten new recovery codes', body: Confirmation, reply: RecoveryCodes },
    (call) => renewRecoveryCodes(call, call.body.password),
  ),
];

const managing = [
  get(
    '/accounts',
    { may: 'account.manage', summary: 'Accounts', query: AccountQuery, reply: AccountList },
    ({ query }) => listAccounts(query),
  ),
  post(
    '/accounts',
    {
      may: 'account.manage',
      summary: 'Make an account; its first password comes back, once',
      body: AccountDraft,
      reply: Issued,
    },
    ({ actor, body }) => createAccount(actor, body),
  ),
  get(
    '/accounts/:id',
    { may: 'account.manage', summary: 'One account', params: AccountParams, reply: AccountView },
    ({ params }) => readAccount(params.id),
  ),
  patch(
    '/accounts/:id',
    {
      may: 'account.manage',
      summary: 'Change name, role, scope, or lock and unlock',
      params: AccountParams,
      body: AccountChange,
      versioned: true,
      reply: AccountView,
    },
    (call) => changeAccount(call.actor, call.params.id, call.ifMatch, call.body),
  ),
  post(
    '/accounts/:id/reset',
    {
      may: 'account.manage',
      summary: 'A new temporary password; on request without the second factor',
      params: AccountParams,
      body: AccountReset,
      reply: Issued,
    },
    ({ actor, params, body }) => resetAccount(actor, params.id, body),
  ),
];

export const accountRoutes = [...signing, ...own, ...managing];
