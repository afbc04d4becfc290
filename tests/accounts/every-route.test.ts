import { expect } from 'chai';
import { apiRoutes } from '../../server/app.ts';
import { Accounts, Sessions, SignInTries } from '../../server/accounts/model.ts';
import {
  access,
  accountRoles,
  reachOf,
  roles,
  type AccountRole,
  type Right,
  type Role,
} from '../../server/http/access.ts';
import { isAllowed, type Thing } from '../../server/http/allowed.ts';
import type { Route } from '../../server/http/route.ts';
import { visitor, type Actor } from '../../server/http/visit.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';
import { Browser, canTho, everyRole, givenAccount, password, scopeOf, viThanh } from './as.ts';

type Who = readonly Role[];
const anyone: Who = roles;
const signedIn: Who = accountRoles;
const administrators: Who = ['administrator'];
const staff: Who = ['communeStaff', 'provinceStaff', 'administrator'];

interface Entry {
  /** Whoever may, for what is theirs. */
  may: Who;
  /** Whoever may for what is not in their scope, or not their own; left out: the same. */
  outside?: Who;
  path?: (own: Ids) => string;
  /** The same call for a thing that is out of scope. */
  outsidePath?: (ids: Ids) => string;
  body?: object;
  version?: boolean;
}

interface Ids {
  /** A session of one's own, beside the one that asks, and one of somebody else. */
  session: string;
  foreignSession: string;
  account: string;
}

/** Written by hand, not made from the access table: what each route must do is said here a second time. */
const expected: Record<string, Entry> = {
  'get /search': { may: anyone, path: () => '/search?q=hai' },
  'get /search/suggest': { may: anyone, path: () => '/search/suggest?q=hai' },
  'get /martyrs/:code': { may: anyone, path: () => '/martyrs/LS0001171' },
  'get /graves/:id': { may: anyone, path: () => '/graves/65a000000000000000000007' },
  'get /graves/:id/route': { may: anyone, path: () => '/graves/65a000000000000000000007/route' },
  'get /cemeteries': { may: anyone },
  'get /cemeteries/:code': { may: anyone, path: () => '/cemeteries/NT0001' },
  'get /cemeteries/:code/diagrams/:id/tiles/:z/:x/:y.webp': {
    may: anyone,
    path: () => '/cemeteries/NT0001/diagrams/65a000000000000000000007/tiles/0/0/0.webp',
  },
  'get /cemeteries/:code/diagrams/:id/plots': {
    may: anyone,
    path: () => '/cemeteries/NT0001/diagrams/65a000000000000000000007/plots',
  },
  'get /map/:layer/:z/:x/:y.json': { may: anyone, path: () => '/map/cemeteries/5/25/14.json' },
  'get /places/resolve': { may: anyone, path: () => '/places/resolve?text=Vi+Thanh' },
  'get /places/:id': { may: anyone, path: () => `/places/${canTho}` },
  'get /units': { may: anyone },
  'get /units/:id': { may: anyone, path: () => '/units/e12' },
  'get /units/:id/movements': { may: anyone, path: () => '/units/e12/movements' },
  'get /units/data/codes.csv': { may: anyone },
  'get /units/data/codes.ndjson': { may: anyone },
  'get /units/data/movements.csv': { may: anyone },
  'get /units/data/movements.ndjson': { may: anyone },
  'get /units/data/units.csv': { may: anyone },
  'get /units/data/units.ndjson': { may: anyone },
  'get /units/decode': { may: anyone, path: () => '/units/decode?code=KB' },
  'get /units/statistics': { may: anyone },
  'get /search/misses': { may: staff },
  'get /statistics': { may: anyone },
  'post /auth/session': { may: anyone, body: { name: 'anyone', password } },
  'post /auth/code': { may: anyone, body: { code: '1' } },
  'post /auth/enrolment': { may: anyone },
  'post /auth/enrolment/confirm': { may: anyone, body: { code: '1' } },
  'post /auth/password': { may: anyone, body: { password: 'x', newPassword: 'y'.repeat(12) } },
  'delete /auth/session': { may: anyone },
  'get /auth/me': { may: signedIn },
  'delete /auth/sessions/:id': {
    may: signedIn,
    outside: [],
    path: ({ session }) => `/auth/sessions/${session}`,
    outsidePath: ({ foreignSession }) => `/auth/sessions/${foreignSession}`,
  },
  'post /auth/recovery-codes': { may: signedIn, body: { password: 'x' } },
  'get /accounts': { may: administrators },
  'post /accounts': { may: administrators, body: { name: 'x' } },
  'get /accounts/:id': { may: administrators, path: ({ account }) => `/accounts/${account}` },
  'patch /accounts/:id': {
    may: administrators,
    path: ({ account }) => `/accounts/${account}`,
    body: { reason: 'thử' },
    version: true,
  },
  'post /accounts/:id/reset': {
    may: administrators,
    path: ({ account }) => `/accounts/${account}/reset`,
    body: { reason: 'thử' },
  },
  'get /audit': { may: administrators },
};

describe('every route, with every role, inside and outside its scope', function () {
  this.timeout(180_000);
  freshDatabase();
  let site: TestSite;
  let browsers: Record<AccountRole, Browser>;
  let target: string;
  before(async () => {
    await given.dossiers(given.hai());
    site = await openSite({ PUBLIC_URL: 'http://localhost:3000' });
    browsers = await everyRole(site.url);
    target = String((await givenAccount('nguoi-khac', 'family'))._id);
  });
  after(() => site.close());

  /** Signed-out answers are 401 with the kind "sign-in-first"; a wrong password is another 401. */
  const refusal = (type: string) => /#(sign-in-first|forbidden)$/.exec(type)?.[1];

  const idsFor = async (role: Role): Promise<Ids> => {
    const session = async (accountId: string) => {
      const now = new Date();
      const made = await Sessions.create({
        tokenHash: `${role}-${accountId}-${Math.random()}`,
        accountId,
        stage: 'full',
        createdAt: now,
        seenAt: now,
        expiresAt: new Date(now.getTime() + 60_000),
      });
      return String(made._id);
    };
    const own =
      role === 'anyone'
        ? target
        : String((await Accounts.findOne({ name: role.toLowerCase() }).orFail())._id);
    return { account: target, session: await session(own), foreignSession: await session(target) };
  };

  const keyOf = ({ method, path }: Route) => `${method} ${path}`;

  it('has an entry here for each route, and none for a route that is gone', () => {
    expect(apiRoutes(site.search).map(keyOf).sort()).to.deep.equal(Object.keys(expected).sort());
  });

  it('lets in whom it must and nobody else', async () => {
    let cases = 0;
    const wrong: string[] = [];
    for (const route of apiRoutes(site.search))
      for (const role of roles)
        for (const inside of [true, false]) {
          const entry = expected[keyOf(route)]!;
          const ids = await idsFor(role);
          const path = (inside ? entry.path : (entry.outsidePath ?? entry.path))?.(ids) ?? route.path;
          const at = new Browser(site.url);
          if (role !== 'anyone') at.cookies = new Map(browsers[role].cookies);
          const answer = await at.call(
            route.method,
            path,
            entry.body,
            entry.version ? { 'if-match': '"999"' } : {},
          );
          if (route.path === '/auth/session' && role !== 'anyone') {
            await SignInTries.deleteMany({});
            browsers[role] = await new Browser(site.url).signIn(role.toLowerCase()); // it has just ended
          }
          const refused = refusal(answer.body.type);
          const may = (inside ? entry.may : (entry.outside ?? entry.may)).includes(role);
          cases += 1;
          // these three look at the step of signing in, which a visitor has not begun and the others have passed
          const isStep = /^\/auth\/(code|enrolment|password)/.test(route.path);
          const right = may
            ? refused === undefined || isStep
            : refused === (role === 'anyone' ? 'sign-in-first' : 'forbidden');
          if (!right || answer.status >= 500)
            wrong.push(
              `${keyOf(route)} ${role} ${inside ? 'in' : 'out'}: ${answer.status} ${answer.body.type}`,
            );
        }
    process.stdout.write(`      ${cases} cases of route × role × scope, ${wrong.length} wrong\n`);
    expect(wrong).to.deep.equal([]);
    expect(cases).to.equal(Object.keys(expected).length * roles.length * 2);
  });

  it('lets nobody in who has shown a password only and no code', async () => {
    await givenAccount('nua-chung', 'administrator');
    const at = new Browser(site.url);
    await at.call('post', '/auth/session', { name: 'nua-chung', password });
    for (const [method, path, body] of [
      ['get', '/auth/me'],
      ['get', '/accounts'],
      ['get', '/audit'],
      ['post', '/auth/recovery-codes', { password }],
      ['post', '/auth/enrolment'],
      ['post', '/auth/password', { password, newPassword: 'mot cau khac rat dai 1' }],
    ] as const)
      expect((await at.call(method, path, body)).status, path).to.be.oneOf([401, 403]);
    const page = await (await fetch(`${site.url}/dang-nhap`, { headers: { cookie: at.cookie } })).text();
    const form = /name="form" value="([^"]+)"/.exec(page)![1]!;
    for (const wanted of ['codes', 'password', 'enrol']) {
      const answer = await fetch(`${site.url}/tai-khoan`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: at.cookie, accept: 'text/html' },
        body: new URLSearchParams({
          do: wanted,
          form,
          password,
          newPassword: 'mot cau khac rat dai 1',
          code: '1',
        }),
      });
      expect(answer.status === 303 || answer.status >= 400, wanted).to.equal(true);
      expect(await answer.text()).to.not.contain('class="codes"');
    }
    const account = await Accounts.findOne({ name: 'nua-chung' }).orFail();
    expect(account.recoveryCodes).to.have.length(0);
  });
});

describe('every right, with every role, inside and outside its scope', () => {
  const actor = (role: Role): Actor => ({
    ...visitor('10.0.0.1'),
    role,
    ...(role === 'anyone' ? {} : { stage: 'full', accountId: 'mine', scope: scopeOf(role) }),
  });
  const quangTri = 'p2026-44';
  const inside: Thing = {
    places: [quangTri, viThanh],
    team: 'K91',
    laboratory: 'Phòng A',
    accountId: 'mine',
  };
  const outside: Thing = { places: [quangTri], team: 'K53', laboratory: 'Phòng B', accountId: 'other' };
  const office: Who = ['communeStaff', 'provinceStaff', 'administrator'];

  /** Who may: for all, else for what is theirs only. After the table "who sees what" of the data model. */
  const table: Partial<Record<Right, { all: Who; theirs: Who }>> = {
    'draft.read': { all: ['laboratory', 'administrator'], theirs: ['searchTeam', ...office, 'laboratory'] },
    'draft.write': { all: administrators, theirs: office },
    'contact.read': { all: administrators, theirs: ['family', ...office, 'laboratory'] },
    'site.readExact': { all: administrators, theirs: ['searchTeam', ...office] },
    'dnaState.write': { all: administrators, theirs: office },
    'dnaProfile.write': { all: [], theirs: ['laboratory'] },
    'searchMiss.read': { all: staff, theirs: staff },
    'account.manage': { all: administrators, theirs: administrators },
    'audit.read': { all: administrators, theirs: administrators },
    'account.own': { all: [], theirs: signedIn },
    'session.own': { all: [], theirs: signedIn },
  };

  for (const right of Object.keys(access) as Right[])
    it(right, () => {
      const { all, theirs } = table[right] ?? { all: anyone, theirs: anyone };
      if (table[right] === undefined) expect(reachOf('anyone', right)).to.equal('all');
      for (const role of roles) {
        expect(isAllowed(actor(role), right, inside), `${role} in scope`).to.equal(theirs.includes(role));
        expect(isAllowed(actor(role), right, outside), `${role} out of scope`).to.equal(all.includes(role));
      }
    });

  it('gives a thing of two provinces to both offices', () => {
    const of = (placeId: string) => ({
      ...actor('provinceStaff'),
      scope: { kind: 'place', placeId } as const,
    });
    const twoOwners: Thing = { places: [viThanh, quangTri] };
    expect(
      [canTho, quangTri, 'p2026-01'].map((id) => isAllowed(of(id), 'draft.write', twoOwners)),
    ).to.deep.equal([true, true, false]);
  });
});
