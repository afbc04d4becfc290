import type { z } from 'zod';
import {
  AccountChange,
  AccountDraft,
  AccountParams,
  AccountReset,
  Code,
  Confirmation,
  PasswordChange,
  SignIn,
  type Scope,
} from '../accounts/contract.ts';
import { changePassword } from '../accounts/change-password.ts';
import { areasLike } from '../accounts/areas.ts';
import { changeAccount, createAccount, resetAccount } from '../accounts/manage.ts';
import { confirmEnrolment, passCode, renewRecoveryCodes } from '../accounts/second-factor.ts';
import { revokeSession, signOut } from '../accounts/session.ts';
import { signIn } from '../accounts/sign-in.ts';
import { scopeKinds, type AccountRole } from '../http/access.ts';
import { mustBeAllowed } from '../http/allowed.ts';
import { checked } from '../http/input.ts';
import type { Language } from '../http/language.ts';
import type { Problem } from '../http/problem.ts';
import { problem, wordsOf } from '../http/problem.ts';
import type { PageData, PageName, WithForms } from './contract.ts';
import { Redirect, type Asked } from './load.ts';
import { wayOn } from './staff.ts';

interface Posted extends Asked {
  fields: Record<string, string>;
}

type Form<N extends PageName> = (posted: Posted) => Promise<Redirect | Partial<PageData[N]>>;

/** The named fields of a form in their declared shape. @throws Problem 400 that names each wrong one */
function read<S extends z.ZodType>(shape: S, fields: Record<string, string>, names: string[]): z.infer<S> {
  return checked(shape, Object.fromEntries(names.map((name) => [name, fields[name] ?? '']))) as z.infer<S>;
}

/** On to where one wanted to go, or to the next step of signing in. */
const stepOn = (stage: string, query: Record<string, string>) =>
  new Redirect(
    stage === 'full'
      ? wayOn(query['toi'])
      : `/dang-nhap?${new URLSearchParams({ toi: wayOn(query['toi']) }).toString()}`,
  );

const signInForms: Record<string, Form<'signIn'>> = {
  enter: async ({ visit, fields, query }) => {
    const { stage } = await signIn(visit, read(SignIn, fields, ['name', 'password']));
    return stepOn(stage, query);
  },
  code: async ({ visit, fields, query }) => {
    const { stage } = await passCode(visit, read(Code, fields, ['code']).code);
    return stepOn(stage, query);
  },
  enrol: async ({ visit, fields }) => ({
    codes: (await confirmEnrolment(visit, read(Code, fields, ['code']).code)).codes,
  }),
  password: async ({ visit, fields, query }) => {
    const { stage } = await changePassword(visit, read(PasswordChange, fields, ['password', 'newPassword']));
    return stepOn(stage, query);
  },
  leave: async ({ visit }) => {
    await signOut(visit);
    return new Redirect('/');
  },
};

const accountForms: Record<string, Form<'account'>> = {
  password: async ({ visit, fields }) => {
    await changePassword(visit, read(PasswordChange, fields, ['password', 'newPassword']));
    return new Redirect('/tai-khoan?xong=password');
  },
  enrol: async ({ visit, fields }) => ({
    codes: (await confirmEnrolment(visit, read(Code, fields, ['code']).code)).codes,
  }),
  codes: async ({ visit, fields }) => ({
    codes: (await renewRecoveryCodes(visit, read(Confirmation, fields, ['password']).password)).codes,
  }),
  revoke: async ({ visit, fields }) => {
    await revokeSession(visit, read(AccountParams, fields, ['id']).id);
    return new Redirect('/tai-khoan?xong=revoke');
  },
};

/** The scope that a role and one line of text make; a place must be one and no other. */
function scopeIn({ fields }: Posted): { scope: Scope } | { areas: { id: string; name: string }[] } {
  const role = (fields['role'] ?? '') as AccountRole;
  const area = (fields['area'] ?? '').trim();
  const kind = role in scopeKinds ? scopeKinds[role] : 'none';
  if (kind === 'none') return { scope: { kind } };
  if (area === '') throw problem.field('area', 'account.scope');
  if (kind === 'team') return { scope: { kind, team: area } };
  if (kind === 'laboratory') return { scope: { kind, laboratory: area } };
  const areas = areasLike(area, role === 'communeStaff' ? 'commune' : 'province');
  const chosen = areas.find(({ id, name }) => id === fields['areaId'] || name === area);
  const one = chosen ?? (areas.length === 1 ? areas[0] : undefined);
  return one ? { scope: { kind, placeId: one.id } } : { areas };
}

/** Shows the form again with the places to choose from. */
const chooseArea = (posted: Posted, areas: { id: string; name: string }[]) => ({
  areas,
  ...said(problem.field('area', 'account.place'), posted.fields, posted.language),
});

const accountsForms: Record<string, Form<'accounts'>> = {
  create: async (posted) => {
    mustBeAllowed(posted.visit.actor, 'account.manage');
    const found = scopeIn(posted);
    if ('areas' in found) return chooseArea(posted, found.areas);
    const { name = '', fullName = '', role = '' } = posted.fields;
    const draft = checked(AccountDraft, { name, fullName, role, scope: found.scope }) as AccountDraft;
    return { issued: await createAccount(posted.visit.actor, draft) };
  },
};

const staffForms: Record<string, Form<'staff'>> = {
  change: async (posted) => {
    mustBeAllowed(posted.visit.actor, 'account.manage');
    const found = scopeIn(posted);
    if ('areas' in found) return chooseArea(posted, found.areas);
    const { fullName = '', role = '', reason = '' } = posted.fields;
    return change(posted, { fullName, role, reason, scope: found.scope });
  },
  lock: (posted) => change(posted, { active: false, reason: posted.fields['reason'] ?? '' }),
  unlock: (posted) => change(posted, { active: true, reason: posted.fields['reason'] ?? '' }),
  reset: async ({ visit, params, fields }) => {
    const { id } = checked(AccountParams, params) as AccountParams;
    const given = { reason: fields['reason'] ?? '', secondFactor: fields['secondFactor'] === 'yes' };
    return { issued: await resetAccount(visit.actor, id, checked(AccountReset, given) as AccountReset) };
  },
};

async function change({ visit, params, fields }: Posted, given: object): Promise<Redirect> {
  const { id } = checked(AccountParams, params) as AccountParams;
  const wanted = checked(AccountChange, given) as AccountChange;
  await changeAccount(visit.actor, id, Number(fields['version']), wanted);
  return new Redirect(`/can-bo/${id}?xong=change`);
}

/** What each page's forms do, by the name they send in `do`. */
export const forms: { [N in PageName]?: Record<string, Form<N>> } = {
  signIn: signInForms,
  account: accountForms,
  accounts: accountsForms,
  staff: staffForms,
};

/** A problem as the page shows it: each wrong field with its words, and what was typed, but no password or code. */
export function said(found: Problem, fields: Record<string, string>, language: Language): WithForms {
  const { title, detail, errors = [] } = wordsOf(found, language, '');
  const shown = Object.entries(fields).filter(([name]) => !/password|code|form$/i.test(name));
  return {
    sent: {
      do: fields['do'] ?? '',
      ...(errors.length === 0 ? { problem: `${title}. ${detail}` } : {}),
      errors: Object.fromEntries(
        errors.map(({ path, message }) => [path === 'scope' ? 'area' : path, message]),
      ),
      values: Object.fromEntries(shown),
    },
  };
}
