import { AccountParams, AccountQuery } from '../accounts/contract.ts';
import { listAccounts, readAccount } from '../accounts/manage.ts';
import { beginEnrolment } from '../accounts/second-factor.ts';
import { readOwn } from '../accounts/view.ts';
import { AuditQuery } from '../audit/contract.ts';
import { searchAudit } from '../audit/search.ts';
import { mustBeAllowed } from '../http/allowed.ts';
import { problem, wordsOf } from '../http/problem.ts';
import type { Visit } from '../http/visit.ts';
import type { EnrolmentWithQr, PageName } from './contract.ts';
import { Redirect, type Loader } from './load.ts';
import { qrOf } from './qr.ts';

/** Where one wanted to go: an address of ours and no other. */
export function wayOn(to = ''): string {
  return /^\/(?![/\\])[\w\-./?=&%+]*$/.test(to) ? to : '/tai-khoan';
}

async function enrolment(visit: Visit): Promise<EnrolmentWithQr> {
  const begun = await beginEnrolment(visit);
  return { ...begun, qr: qrOf(begun.uri) };
}

/** What the pages behind the sign-in show. Each asks first whether the visitor may. */
export const staffLoaders: {
  [N in Extract<PageName, 'signIn' | 'account' | 'accounts' | 'staff' | 'audit'>]: Loader<N>;
} = {
  signIn: async ({ query, visit }) => {
    const to = wayOn(query['toi']);
    const { stage } = visit.actor;
    if (stage === 'full') return new Redirect(to);
    return { stage, to, ...(stage === 'enrol' ? { enrolment: await enrolment(visit) } : {}) };
  },
  account: async ({ query, visit }) => {
    mustBeAllowed(visit.actor, 'account.own');
    const own = await readOwn(visit);
    const sets = query['thiet-lap'] === '1' && !own.account.secondFactor;
    return {
      own,
      ...(sets ? { enrolment: await enrolment(visit) } : {}),
      ...(query['xong'] === undefined ? {} : { done: query['xong'] }),
    };
  },
  accounts: async ({ query, visit }) => {
    mustBeAllowed(visit.actor, 'account.manage');
    const { q = '', vaitro = '', cursor } = query;
    const read = AccountQuery.safeParse({
      q,
      ...(vaitro === '' ? {} : { role: vaitro }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { list: await listAccounts(read.success ? read.data : AccountQuery.parse({})), q, role: vaitro };
  },
  staff: async ({ params, query, visit }) => {
    mustBeAllowed(visit.actor, 'account.manage');
    const read = AccountParams.safeParse(params);
    if (!read.success) throw problem.notFound('account');
    return {
      account: await readAccount(read.data.id),
      ...(query['xong'] === undefined ? {} : { done: query['xong'] }),
    };
  },
  audit: async ({ query, language, visit }) => {
    mustBeAllowed(visit.actor, 'audit.read');
    const { nguoi, viec, doituong, tu, den, cursor } = query;
    const given = { actor: nguoi, action: viec, thing: doituong, from: tu, to: den, cursor };
    const named = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
    const read = AuditQuery.safeParse({ ...Object.fromEntries(named), limit: 50 });
    const shown = { query: { nguoi, viec, doituong, tu, den } as Record<string, string> };
    if (read.success) return { ...shown, list: await searchAudit(read.data) };
    const { errors } = wordsOf(problem.invalid(read.error.issues), language, '');
    return { ...shown, list: { items: [] }, problem: (errors ?? []).map(({ message }) => message).join(' ') };
  },
};
