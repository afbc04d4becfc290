import { expect } from 'chai';
import { Graves } from '../../server/graves/model.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';

const cemetery = 'Nghĩa trang liệt sĩ Vị Thanh';

describe('the pages without a script', () => {
  freshDatabase();
  let site: TestSite;
  before(async () => {
    await given.dossiers(
      given.hai(),
      { grave: { cemetery, section: 'A', row: '12', number: '8' } },
      { name: 'Đỗ Thị Chưa Thấy', birth: '1951' },
    );
    await given.drawing(cemetery);
    site = await openSite();
  });
  after(() => site.close());

  const page = async (path: string, headers: Record<string, string> = { accept: 'text/html' }) => {
    const answer = await fetch(site.url + path, { headers, redirect: 'manual' });
    return { status: answer.status, html: await answer.text(), headers: answer.headers };
  };
  /** What is read on the page: no tags, no data for the script. */
  const textOf = (html: string) =>
    html
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  it('lead a family from the form to section, row and number', async () => {
    const home = await page('/');
    expect(home.html).to.match(/<form[^>]+action="\/tim"/);
    const results = await page('/tim?q=nguyen+van+hai+1948');
    expect(textOf(results.html)).to.contain('Nguyễn Văn Hải');
    const link = /href="(\/liet-si\/LS0001171)[^"]*"/.exec(results.html)?.[1];
    const dossier = textOf((await page(link!)).html);
    expect(dossier)
      .to.match(/A\b.*12\b.*7\b/)
      .and.contain(cemetery);
  });

  it('say plainly what is not known', async () => {
    const results = await page('/tim?name=do+thi+chua+thay');
    const link = /href="(\/liet-si\/LS\d+)/.exec(results.html)![1]!;
    expect((await page(link)).status).to.equal(200);
  });

  it('call a grave without a name by the official words', async () => {
    const grave = await Graves.findOne({ number: '8' }).orFail();
    const text = textOf((await page(`/mo/${String(grave._id)}`)).html);
    expect(text)
      .to.contain('chưa xác định được thông tin')
      .and.not.match(/vô danh/i);
  });

  it('have a title, a description, OpenGraph tags and both languages named', async () => {
    const { html } = await page('/liet-si/LS0001171');
    expect(html).to.match(/<title>[^<]*Nguyễn Văn Hải[^<]*<\/title>/);
    expect(html).to.match(/<meta name="description" content="[^"]{20,}"/);
    expect(html).to.contain('property="og:title"').and.contain('property="og:description"');
    expect(html).to.contain('hreflang="en" href="https://tri-an.example/en/liet-si/LS0001171"');
    expect(html).to.contain('<html lang="vi">');
  });

  for (const path of [
    '/',
    '/tim?q=hai',
    '/liet-si/LS0001171',
    '/nghia-trang',
    '/ban-do',
    '/bao-tin',
    '/gioi-thieu',
  ])
    it(`speak English at /en${path}`, async () => {
      const { status, html } = await page(`/en${path === '/' ? '' : path}`);
      expect(status).to.equal(200);
      expect(html).to.contain('<html lang="en">');
    });

  it('hold no inline script and no style attribute, which the content policy forbids', async () => {
    for (const path of ['/', '/tim?q=hai', '/liet-si/LS0001171', '/nghia-trang/NT0001', '/ban-do']) {
      const { html } = await page(path);
      expect(html.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')).to.not.match(
        /<script(?![^>]*\bsrc=)|\sstyle="|\son\w+="/,
      );
    }
  });

  it('show text that looks like markup as text', async () => {
    const { html } = await page(`/tim?q=${encodeURIComponent('</script><img src=x onerror=alert(1)>')}`);
    expect(html).to.not.contain('<img src=x').and.not.contain('</script><img');
  });

  it('answer an address that leads nowhere with a page that helps', async () => {
    const { status, html } = await page('/liet-si/LS9999999');
    expect(status).to.equal(404);
    expect(textOf(html)).to.contain('Không tìm thấy');
    expect((await page('/khong-co-trang-nay')).status).to.equal(404);
  });

  it('give their own data to the script that asks for it', async () => {
    const { headers, html } = await page('/tim?q=hai', { accept: 'application/json' });
    expect(headers.get('content-type')).to.contain('application/json');
    expect(JSON.parse(html)).to.have.property('page', 'results');
  });

  it('pass over names in the address that they do not know, and name a field they cannot read', async () => {
    const { status, html } = await page('/tim?name=hai&utm_source=zalo&birthYear=nineteen');
    expect(status).to.equal(200);
    expect(textOf(html)).to.contain('nineteen');
  });

  it('open the dossier whose code is typed, as printed or short', async () => {
    for (const q of ['LS0001171', 'ls 1171']) {
      const { status, headers } = await page(`/tim?q=${encodeURIComponent(q)}`);
      expect([status, headers.get('location')]).to.deep.equal([303, '/liet-si/LS0001171']);
    }
  });

  it('show nobody, rather than everybody, when nothing that was typed can be used', async () => {
    const { status, html } = await page(`/tim?q=${'a'.repeat(400)}`);
    expect(status).to.equal(200);
    expect(html).to.not.contain('/liet-si/LS');
  });

  it('find a place inside a cemetery by the words on its signs', async () => {
    const { html } = await page(`/nghia-trang/NT0001?q=${encodeURIComponent('khu a hàng 12 mộ 8')}`);
    expect(textOf(html))
      .to.match(/mộ 8/i)
      .and.not.match(/hàng 12, mộ 7/i);
  });

  it('answer a garbled address with a page as well', async () => {
    const { status, html } = await page('/liet-si/%ff');
    expect(status).to.equal(400);
    expect(html).to.contain('<html lang="vi">');
  });

  it('are listed in the sitemap', async () => {
    expect((await page('/robots.txt')).html).to.contain('https://tri-an.example/sitemap.xml');
    expect((await page('/sitemap.xml')).html).to.contain('sitemap-martyrs-1.xml');
    expect((await page('/sitemap-martyrs-1.xml')).html).to.contain(
      '<loc>https://tri-an.example/liet-si/LS0001171</loc>',
    );
    expect((await page('/sitemap-pages.xml')).html).to.contain('/nghia-trang/NT0001');
  });
});
