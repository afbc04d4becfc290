import { expect } from 'chai';
import { AuditEvents } from '../../server/audit/model.ts';
import { Accounts, Sessions, SignInTries } from '../../server/accounts/model.ts';
import { addressKey } from '../../server/accounts/tries.ts';
import { freshDatabase } from '../support/database.ts';
import { openSite, type TestSite } from '../support/site.ts';
import { Browser, codeNow, givenAccount, password, secret } from './as.ts';

const wrong = 'khong phai mat khau';

describe('signing in', function () {
  this.timeout(60_000);
  freshDatabase();
  let site: TestSite;
  before(async () => {
    site = await openSite({ TRUST_PROXY: '1', PUBLIC_URL: 'http://localhost:3000' });
    await givenAccount('anh', 'provinceStaff');
    await givenAccount('binh', 'administrator');
    await givenAccount('chi', 'laboratory', { secondFactor: false });
    await givenAccount('dung', 'communeStaff', {
      mustChangePassword: true,
      temporaryUntil: new Date(Date.now() + 60_000),
    });
    await givenAccount('emm', 'communeStaff', { active: false });
    await givenAccount('giang', 'communeStaff', {
      mustChangePassword: true,
      temporaryUntil: new Date(Date.now() - 1),
    });
  });
  after(() => site.close());
  beforeEach(() => SignInTries.deleteMany({}));

  let next = 1;
  const browser = () => new Browser(site.url, `10.0.0.${next++}`);
  const signIn = (at: Browser, name: string, given = password) =>
    at.call('post', '/auth/session', { name, password: given });

  it('keeps only a hash of the token, in a cookie that scripts and other sites do not get', async () => {
    const at = browser();
    const { status, body, headers } = await signIn(at, 'anh');
    expect([status, body]).to.deep.equal([200, { stage: 'full' }]);
    expect(headers.getSetCookie()[0]).to.match(/^tri-an=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const stored = await Sessions.findOne().sort({ _id: -1 }).lean();
    expect(JSON.stringify(stored)).to.not.contain(at.cookies.get('tri-an'));
    const me = await at.call('get', '/auth/me');
    expect([me.status, me.body.account.name]).to.deep.equal([200, 'anh']);
    expect(me.headers.get('cache-control')).to.equal('no-store');
    expect(JSON.stringify(me.body)).to.not.match(/argon2|secret/i);
  });

  it('asks for a secure cookie of this host alone where the site is reached by https', async () => {
    const secure = await openSite();
    const { headers } = await signIn(new Browser(secure.url), 'anh');
    expect(headers.getSetCookie()[0]).to.match(
      /^__Host-tri-an=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.close();
  });

  it('answers alike for unknown names, wrong passwords, locked and outdated accounts', async () => {
    const answers = [];
    for (const [name, given] of [
      ['anh', wrong],
      ['khong-co', wrong],
      ['emm', password],
      ['giang', password],
      ['<script>', wrong],
    ] as const)
      answers.push(await signIn(browser(), name, given));
    const told = answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }));
    expect(new Set(told).size).to.equal(1);
    expect(answers[0]!.status).to.equal(401);
  });

  it('takes as long for a name that does not exist', async () => {
    const spent = async (name: string) => {
      const times = [];
      for (let n = 0; n < 9; n += 1) {
        await SignInTries.deleteMany({});
        const start = performance.now();
        await signIn(browser(), name, wrong);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4]!;
    };
    const [there, absent] = [await spent('anh'), await spent('khong-co')];
    expect(Math.max(there, absent) / Math.min(there, absent), `${there} ms and ${absent} ms`).to.be.below(2);
  });

  it('lets a name wait longer and longer after five failures, also one that does not exist, and also the right password', async () => {
    for (const name of ['anh', 'khong-co']) {
      const statuses = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await signIn(browser(), name, wrong)).status);
      expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429]);
      expect((await signIn(browser(), name)).status).to.equal(429);
    }
    const waits = [];
    for (let n = 0; n < 7; n += 1) {
      const { until } = await SignInTries.findById('name:anh').orFail().lean();
      waits.push(Math.round((until!.getTime() - Date.now()) / 1000));
      await SignInTries.updateOne({ _id: 'name:anh' }, { $set: { until: new Date(Date.now() - 1) } });
      await signIn(browser(), 'anh', wrong);
    }
    waits.forEach((wait, at) => expect(wait).to.be.closeTo(Math.min(30 * 2 ** at, 900), 10));
    await SignInTries.updateOne({ _id: 'name:anh' }, { $set: { until: new Date(Date.now() - 1) } });
    expect((await signIn(browser(), 'anh')).status).to.equal(200);
    expect(await SignInTries.findById('name:anh')).to.equal(null);
    expect(await AuditEvents.exists({ action: 'session.lock', 'thing.id': 'anh' })).to.not.equal(null);
  });

  it('gives fifty guesses at once no more room than five', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn(browser(), 'anh', wrong)));
    expect(answers.filter(({ status }) => status === 401)).to.have.length(5);
  });

  it('lets an address wait that tries many names, but not for its own successes', async () => {
    const office = new Browser(site.url, '10.1.1.1');
    for (let n = 0; n < 25; n += 1) expect((await signIn(office, 'anh')).status).to.equal(200);
    const statuses = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await signIn(office, `ten-${n}`, wrong)).status);
    expect(statuses.filter((status) => status === 401)).to.have.length(20);
    expect(statuses.at(-1)).to.equal(429);
    expect(addressKey('2001:db8:1:2:3:4:5:6')).to.deep.equal(addressKey('2001:db8:1:2::9'));
    expect(addressKey('::ffff:10.1.1.1').of).to.equal('10.1.1.1');
  });

  it('gives a new token at every step; the one before is worth nothing', async () => {
    const at = browser();
    expect((await signIn(at, 'binh')).body.stage).to.equal('code');
    const early = at.cookies.get('tri-an')!;
    expect((await at.call('get', '/accounts')).status).to.equal(401);
    expect((await at.call('post', '/auth/code', { code: codeNow() })).body.stage).to.equal('full');
    expect(at.cookies.get('tri-an')).to.not.equal(early);
    expect((await at.call('get', '/accounts')).status).to.equal(200);
    const thief = browser();
    thief.cookies.set('tri-an', early);
    expect((await thief.call('get', '/accounts')).status).to.equal(401);
  });

  it('takes a code once, and lets guessing at codes wait', async () => {
    await Accounts.updateOne({ name: 'binh' }, { $set: { 'secondFactor.lastStep': 0 } });
    const [one, two] = [browser(), browser()];
    await signIn(one, 'binh');
    await signIn(two, 'binh');
    const code = codeNow();
    const both = await Promise.all([one, two].map((at) => at.call('post', '/auth/code', { code })));
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 400]);
    const third = browser();
    await signIn(third, 'binh');
    const statuses = [];
    for (let n = 0; n < 7; n += 1)
      statuses.push((await third.call('post', '/auth/code', { code: '000000' })).status);
    expect(statuses.slice(-2)).to.deep.equal([429, 429]);
  });

  it('lets the laboratory do nothing before a second factor is set up, and gives ten codes that each work once', async () => {
    const at = browser();
    expect((await signIn(at, 'chi')).body.stage).to.equal('enrol');
    expect((await at.call('get', '/auth/me')).status).to.equal(401);
    const { body: begun } = await at.call('post', '/auth/enrolment');
    expect((await at.call('post', '/auth/enrolment')).body.secret).to.equal(begun.secret);
    expect((await at.call('post', '/auth/enrolment/confirm', { code: '000000' })).status).to.equal(400);
    await Sessions.updateMany({ enrolSecret: begun.secret }, { $set: { enrolSecret: secret } });
    const { body } = await at.call('post', '/auth/enrolment/confirm', { code: codeNow() });
    expect([body.stage, body.codes.length]).to.deep.equal(['full', 10]);
    expect((await at.call('get', '/auth/me')).body.recoveryCodesLeft).to.equal(10);
    const lost = browser();
    await signIn(lost, 'chi');
    const code = body.codes[3]!.toLowerCase().replaceAll('-', ' ');
    expect((await lost.call('post', '/auth/code', { code })).body.stage).to.equal('full');
    const again = browser();
    await signIn(again, 'chi');
    expect((await again.call('post', '/auth/code', { code })).status).to.equal(400);
    expect(JSON.stringify(await Accounts.findOne({ name: 'chi' }).lean())).to.not.contain(body.codes[0]);
  });

  it('lets a temporary password do nothing but choose one’s own, and signs out the other browsers', async () => {
    const [at, other] = [browser(), browser()];
    expect((await signIn(at, 'dung')).body.stage).to.equal('password');
    await signIn(other, 'dung');
    expect((await at.call('get', '/auth/me')).status).to.equal(401);
    const change = (newPassword: string, given = password) =>
      at.call('post', '/auth/password', { password: given, newPassword });
    for (const [weak, status] of [
      ['ngan', 400],
      ['aaaaaaaaaaaaaaaa', 400],
      ['dung dung dung 1234', 400],
      [password, 400],
    ] as const)
      expect((await change(weak)).status, weak).to.equal(status);
    expect((await change('cau moi that la dai 9', wrong)).body.errors[0]!.path).to.equal('password');
    expect((await change('cau moi that la dai 9')).body.stage).to.equal('full');
    expect((await at.call('get', '/auth/me')).status).to.equal(200);
    expect((await other.call('post', '/auth/password', { password, newPassword: 'x' })).status).to.not.equal(
      200,
    );
    expect(
      await Sessions.countDocuments({ accountId: (await Accounts.findOne({ name: 'dung' }))!._id }),
    ).to.equal(1);
  });

  it('ends a session that was idle too long, or is too old, or whose account is locked', async () => {
    for (const [change, field] of [
      [31, 'seenAt'],
      [12 * 60 + 1, 'createdAt'],
    ] as const) {
      const at = await browser().signIn('anh');
      expect((await at.call('get', '/auth/me')).status).to.equal(200);
      await Sessions.updateMany({}, { $set: { [field]: new Date(Date.now() - change * 60_000) } });
      expect((await at.call('get', '/auth/me')).status).to.equal(401);
    }
    const at = await browser().signIn('anh');
    await Accounts.updateOne({ name: 'anh' }, { $set: { active: false } });
    expect((await at.call('get', '/auth/me')).status).to.equal(401);
    await Accounts.updateOne({ name: 'anh' }, { $set: { active: true } });
  });

  it('lists one’s browsers, and signs out one of them; nobody else’s', async () => {
    const [one, two, stranger] = [
      await browser().signIn('anh'),
      await browser().signIn('anh'),
      await browser().signIn('binh'),
    ];
    const { body } = await one.call('get', '/auth/me');
    const other = body.sessions.find(({ current }) => !current)!;
    expect((await stranger.call('delete', `/auth/sessions/${other.id}`)).status).to.equal(403);
    expect((await two.call('get', '/auth/me')).status).to.equal(200);
    for (const { id, current } of body.sessions)
      if (!current) expect((await one.call('delete', `/auth/sessions/${id}`)).status).to.equal(200);
    expect((await two.call('get', '/auth/me')).status).to.equal(401);
    await one.call('delete', '/auth/session');
    expect((await one.call('get', '/auth/me')).status).to.equal(401);
    expect(one.cookies.has('tri-an')).to.equal(false);
  });

  it('refuses writes that another site makes a browser send', async () => {
    const at = await browser().signIn('anh');
    const tries: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of tries)
      expect((await at.call('delete', '/auth/session', undefined, headers)).status).to.equal(403);
    const bare = await fetch(`${site.url}/api/v1/auth/session`, {
      method: 'DELETE',
      headers: { cookie: at.cookie },
    });
    expect(bare.status).to.equal(403);
    const form = await fetch(`${site.url}/api/v1/auth/password`, {
      method: 'POST',
      headers: { cookie: at.cookie, 'x-tri-an': '1', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'password=a&newPassword=b',
    });
    expect(form.status).to.equal(415);
    expect((await at.call('get', '/auth/me')).status).to.equal(200);
    const own = await at.call('delete', '/auth/session', undefined, {
      origin: site.url,
      'sec-fetch-site': 'same-origin',
    });
    expect(own.status).to.equal(200);
  });

  for (const body of [
    { name: { $gt: '' }, password },
    { name: 'anh', password: { $ne: 1 } },
    { name: 'anh', password, $where: '1' },
    { name: '{"$gt":""}', password },
    ['anh', password],
    { name: 'anh' },
  ])
    it(`refuses ${JSON.stringify(body)}`, async () => {
      expect((await browser().call('post', '/auth/session', body)).status).to.equal(400);
    });

  it('lets demonstration accounts in only while nothing real is served in production', async () => {
    await givenAccount('minh-hoa', 'communeStaff', { demo: true });
    expect((await signIn(browser(), 'minh-hoa')).status).to.equal(200);
    const real = await openSite({ NODE_ENV: 'production' });
    const refused = await signIn(new Browser(real.url), 'minh-hoa');
    expect([refused.status, refused.body.type]).to.deep.equal([401, '/api/docs#wrong-sign-in']);
    await real.close();
  });
});
