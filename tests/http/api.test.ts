import { expect } from 'chai';
import { get } from 'node:http';
import { apiRoutes } from '../../server/app.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';

interface ProblemAnswer {
  status: number;
  title: string;
  detail: string;
  errors?: { path: string; message: string }[];
  requestId: string;
}

describe('the API', () => {
  freshDatabase();
  let site: TestSite;
  before(async () => {
    await given.dossiers(given.hai());
    site = await openSite();
  });
  after(() => site.close());

  const call = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${site.url}/api/v1${path}`, { headers });
  const problemOf = async (answer: Response) => (await answer.json()) as ProblemAnswer;

  it('refuses a misspelt parameter by its name, so that it is not lost silently', async () => {
    const answer = await call('/search?nmae=Hai');
    expect(answer.status).to.equal(400);
    expect(answer.headers.get('content-type')).to.contain('application/problem+json');
    expect((await problemOf(answer)).errors?.map(({ path }) => path)).to.deep.equal(['nmae']);
  });

  for (const query of [
    'name[$gt]=',
    'name=%7B%22%24gt%22%3A%22%22%7D',
    'home[$ne]=x',
    'q=%7B%22%24where%22%3A%221%22%7D',
    'limit[$gt]=1',
  ])
    it(`refuses a database operator: ${decodeURIComponent(query)}`, async () => {
      expect((await call(`/search?${query}`)).status).to.equal(400);
    });

  it('says what is wrong in the reader’s language', async () => {
    const vi = await problemOf(await call('/martyrs/LS9999999'));
    const en = await problemOf(await call('/martyrs/LS9999999', { 'accept-language': 'en' }));
    expect([vi.status, en.status]).to.deep.equal([404, 404]);
    expect(vi.detail).to.contain('hồ sơ liệt sĩ');
    expect(en.detail).to.contain('dossier');
    expect(vi.requestId).to.match(/^[0-9a-f-]{36}$/);
  });

  it('answers an address that does not exist with a problem, not with a page', async () => {
    const answer = await call('/nothing');
    expect(answer.status).to.equal(404);
    expect(answer.headers.get('content-type')).to.contain('application/problem+json');
  });

  it('describes every route it serves, with the roles that may call it', async () => {
    const document = (await (await call('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { 'x-roles': string[] }>>;
    };
    expect(document.openapi).to.equal('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = apiRoutes(site.search).map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(described).to.have.members(served);
    for (const methods of Object.values(document.paths))
      for (const operation of Object.values(methods)) expect(operation['x-roles']).to.not.be.empty;
    const page = await (await fetch(`${site.url}/api/docs`)).text();
    for (const path of Object.keys(document.paths)) expect(page).to.contain(path);
  });

  it('lets a cache ask whether a dossier still holds', async () => {
    const first = await call('/martyrs/LS0001171');
    // fetch adds "no-cache" of its own to a conditional request; a browser's cache does not
    const again = await new Promise<number | undefined>((resolve) =>
      get(
        `${site.url}/api/v1/martyrs/LS0001171`,
        { headers: { 'if-none-match': first.headers.get('etag')! } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      ),
    );
    expect([first.status, again]).to.deep.equal([200, 304]);
  });

  it('slows down an address that asks too much, and says how long to wait', async () => {
    const slow = await openSite({ RATE_LIMIT: '3' });
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await fetch(`${slow.url}/api/v1/statistics`));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 429, 429]);
    expect((await problemOf(answers[4]!)).detail).to.contain('một phút');
    await slow.close();
  });

  it('refuses a method that an address does not take, and names those it does', async () => {
    const answer = await fetch(`${site.url}/api/v1/martyrs/LS0001171`, { method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).to.deep.equal([405, 'GET']);
  });

  it('refuses a cursor that it did not give', async () => {
    expect((await call('/cemeteries?cursor=NT9999')).status).to.equal(400);
  });

  it('finds a cemetery by whole words, the one so named first', async () => {
    const names = async (q: string) =>
      (
        (await (await call(`/cemeteries?q=${encodeURIComponent(q)}`)).json()) as { items: { name: string }[] }
      ).items.map(({ name }) => name);
    await given.dossiers(
      { name: 'Lê Văn Một', grave: { cemetery: 'Nghĩa trang liệt sĩ huyện Vĩnh Thạnh' } },
      { name: 'Lê Văn Hai', grave: { cemetery: 'Nghĩa trang liệt sĩ Hàng Dương' } },
    );
    expect(await names('vi thanh')).to.deep.equal(['Nghĩa trang liệt sĩ Vị Thanh']);
    expect(await names('duong')).to.deep.equal(['Nghĩa trang liệt sĩ Hàng Dương']);
  });

  it('answers for its health and its readiness', async () => {
    expect((await fetch(`${site.url}/healthz`)).status).to.equal(200);
    expect((await fetch(`${site.url}/readyz`)).status).to.equal(200);
  });

  it('allows no inline script and no framing on pages', async () => {
    const policy = (await fetch(site.url)).headers.get('content-security-policy')!;
    expect(policy)
      .to.contain("script-src 'self'")
      .and.contain("frame-ancestors 'none'")
      .and.not.contain('unsafe');
  });
});
