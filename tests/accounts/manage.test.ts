import { expect } from 'chai';
import { AuditEvents } from '../../server/audit/model.ts';
import { Accounts } from '../../server/accounts/model.ts';
import { freshDatabase } from '../support/database.ts';
import { openSite, type TestSite } from '../support/site.ts';
import { Browser, canTho, givenAccount, password, viThanh } from './as.ts';

describe('managing accounts', function () {
  this.timeout(60_000);
  freshDatabase();
  let site: TestSite;
  let admin: Browser;
  before(async () => {
    site = await openSite({ PUBLIC_URL: 'http://localhost:3000' });
    await givenAccount('quan-tri', 'administrator');
    admin = await new Browser(site.url).signIn('quan-tri');
  });
  after(() => site.close());

  const idOf = async (name: string) => String((await Accounts.findOne({ name }).orFail())._id);
  const change = (id: string, version: number, body: object) =>
    admin.call('patch', `/accounts/${id}`, { reason: 'thử', ...body }, { 'if-match': `"${version}"` });

  it('gives a password that holds once, and is kept nowhere', async () => {
    const draft = {
      name: 'le.hoa',
      fullName: 'Lê Hoa',
      role: 'communeStaff',
      scope: { kind: 'place', placeId: viThanh },
    };
    const { status, body } = await admin.call('post', '/accounts', draft);
    expect([status, body.account.mustChangePassword]).to.deep.equal([200, true]);
    expect((await admin.call('post', '/accounts', draft)).status).to.equal(409);
    const stored = JSON.stringify([await Accounts.find().lean(), await AuditEvents.find().lean()]);
    expect(stored).to.not.contain(body.password);
    expect(JSON.stringify(await AuditEvents.find().lean())).to.not.match(/argon2|passwordHash/);
    const hoa = new Browser(site.url);
    const { body: step } = await hoa.call('post', '/auth/session', {
      name: 'le.hoa',
      password: body.password,
    });
    expect(step.stage).to.equal('password');
  });

  it('refuses a scope that does not fit the role, and a place that does not exist', async () => {
    for (const scope of [
      { kind: 'none' },
      { kind: 'team', team: 'K91' },
      { kind: 'place', placeId: 'p9999-1' },
    ]) {
      const draft = { name: 'khong.hop', fullName: 'Không', role: 'provinceStaff', scope };
      expect((await admin.call('post', '/accounts', draft)).status).to.equal(400);
    }
  });

  it('shows whoever comes second what the first one saved', async () => {
    await givenAccount('binh', 'provinceStaff');
    const id = await idOf('binh');
    const first = await change(id, 0, { fullName: 'Bình A' });
    const second = await change(id, 0, { fullName: 'Bình B' });
    expect([first.status, second.status, second.body.current.fullName]).to.deep.equal([200, 409, 'Bình A']);
    expect((await admin.call('patch', `/accounts/${id}`, { reason: 'x' })).status).to.equal(428);
  });

  it('signs out at once who gets another role or is locked, and records why', async () => {
    await givenAccount('chi', 'communeStaff');
    await givenAccount('dung', 'provinceStaff');
    const dung = await new Browser(site.url).signIn('dung');
    expect((await dung.call('get', '/auth/me')).status).to.equal(200);
    const id = await idOf('dung');
    await change(id, 0, {
      role: 'communeStaff',
      scope: { kind: 'place', placeId: viThanh },
      reason: 'chuyển công tác',
    });
    expect((await dung.call('get', '/auth/me')).status).to.equal(401);
    const event = await AuditEvents.findOne({ action: 'account.change', 'thing.id': 'dung' }).orFail();
    expect([event.reason, event.actor.name]).to.deep.equal(['chuyển công tác', 'quan-tri']);
    expect(JSON.parse(event.before!)).to.deep.include({
      role: 'provinceStaff',
      scope: { kind: 'place', placeId: canTho },
    });
    await change(id, 1, { active: false });
    expect((await dung.call('post', '/auth/session', { name: 'dung', password })).status).to.equal(401);
  });

  it('lets nobody change the own role, nor lock the own account', async () => {
    const id = await idOf('quan-tri');
    const { version } = (await admin.call('get', `/accounts/${id}`)).body;
    for (const body of [{ active: false }, { role: 'family', scope: { kind: 'none' } }])
      expect((await change(id, version, body)).status).to.equal(400);
    expect((await admin.call('get', '/auth/me')).status).to.equal(200);
  });

  it('resets a password and, when asked, the second factor', async () => {
    await givenAccount('phong-a', 'laboratory');
    const id = await idOf('phong-a');
    const { body } = await admin.call('post', `/accounts/${id}/reset`, {
      reason: 'mất máy',
      secondFactor: true,
    });
    const at = new Browser(site.url);
    const step = await at.call('post', '/auth/session', { name: 'phong-a', password: body.password });
    expect(step.body.stage).to.equal('enrol');
    expect((await at.call('post', '/auth/session', { name: 'phong-a', password })).status).to.equal(401);
  });

  it('finds events by who, what and when', async () => {
    const { body } = await admin.call(
      'get',
      '/audit?actor=quan-tri&action=account.change&thing=dung&limit=1',
    );
    expect(body.items).to.have.length(1);
    expect((await admin.call('get', '/audit?to=2020-01-01')).body.items).to.have.length(0);
    expect((await admin.call('get', '/audit?cursor=x')).status).to.equal(400);
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await admin.call(
        'get',
        `/audit?limit=7${cursor === undefined ? '' : `&cursor=${cursor}`}`,
      );
      for (const { id } of page.body.items) seen.add(id);
      ({ cursor } = page.body as { cursor?: string });
    } while (cursor !== undefined);
    expect(seen.size).to.equal(await AuditEvents.countDocuments());
  });
});
