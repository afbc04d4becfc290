import { accountRoles, scopeKinds, type AccountRole } from '../../server/http/access.ts';
import { Accounts } from '../../server/accounts/model.ts';
import { hashPassword } from '../../server/accounts/password.ts';
import { codeOf, stepAt } from '../../server/accounts/totp.ts';
import type {
  AccountView,
  Enrolment,
  Issued,
  OwnAccount,
  RecoveryCodes,
  Scope,
} from '../../server/accounts/contract.ts';

export const password = 'mot cau dai de nho 7';
export const canTho = 'p2026-92';
/** phường Vị Thanh, of Cần Thơ. */
export const viThanh = 'c2026-31321';
export const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** A scope that fits a role. */
export function scopeOf(role: AccountRole): Scope {
  const kind = scopeKinds[role];
  if (kind === 'place') return { kind, placeId: role === 'communeStaff' ? viThanh : canTho };
  if (kind === 'team') return { kind, team: 'K91' };
  if (kind === 'laboratory') return { kind, laboratory: 'Phòng A' };
  return { kind };
}

let hash: Promise<string> | undefined;

interface More {
  scope?: Scope;
  secondFactor?: boolean;
  mustChangePassword?: boolean;
  temporaryUntil?: Date;
  active?: boolean;
  demo?: boolean;
}

/** An account as it is after its first days: own password, and a second factor where the role needs one. */
export async function givenAccount(name: string, role: AccountRole, more: More = {}) {
  const { secondFactor = role === 'administrator' || role === 'laboratory', ...rest } = more;
  return Accounts.create({
    name,
    fullName: `Nguyễn Văn ${name}`,
    role,
    scope: scopeOf(role),
    passwordHash: await (hash ??= hashPassword(password)),
    ...(secondFactor ? { secondFactor: { secret, since: new Date(), lastStep: 0 } } : {}),
    ...rest,
  });
}

export const codeNow = () => codeOf(secret, stepAt(Date.now()));

/** Every field that one of the calls answers with. */
interface Body extends Issued, OwnAccount, RecoveryCodes, Enrolment {
  type: string;
  detail: string;
  errors: { path: string; message: string }[];
  current: AccountView;
  items: AccountView[];
  id: string;
  version: number;
}

interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

/** One browser, with its cookies. */
export class Browser {
  cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    readonly address?: string,
  ) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: {
        'x-tri-an': '1',
        cookie: this.cookie,
        ...(this.address === undefined ? {} : { 'x-forwarded-for': this.address }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.take(answer);
    const text = await answer.text();
    let read: unknown = text;
    if (/application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? ''))
      read = JSON.parse(text);
    return { status: answer.status, headers: answer.headers, body: read as Body };
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  take(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
  }

  /** Name, password, and the code where one is asked for. */
  async signIn(name: string): Promise<this> {
    const { body } = await this.call('post', '/auth/session', { name, password });
    if (body.stage === 'code') {
      // tests sign in more often than every 30 seconds
      await Accounts.updateOne({ name }, { $set: { 'secondFactor.lastStep': 0 } });
      await this.call('post', '/auth/code', { code: codeNow() });
    }
    return this;
  }
}

/** A browser for every role, signed in. */
export async function everyRole(url: string): Promise<Record<AccountRole, Browser>> {
  const all: [AccountRole, Browser][] = [];
  for (const role of accountRoles) {
    await givenAccount(role.toLowerCase(), role);
    all.push([role, await new Browser(url).signIn(role.toLowerCase())]);
  }
  return Object.fromEntries(all) as Record<AccountRole, Browser>;
}
