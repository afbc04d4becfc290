import { expect } from 'chai';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { axe, desk, openBrowser, openPage, phone } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';

describe('a family with a code', function () {
  this.timeout(120_000);
  freshDatabase();
  let site: TestSite;
  let browser: Browser;
  before(async () => {
    await given.dossiers(
      given.hai({ unit: 'C2, D.269', death: '31/1/1968' }),
      {
        code: 'LS0002001',
        name: 'Trần Văn Sáu',
        unit: 'Tiểu đoàn 269',
        death: '2/2/1968',
        source: 'Danh sách',
      },
      { code: 'LS0002002', name: 'Lê Văn Bảy', unit: '86.500 YK', death: '31/1/1968' },
    );
    site = await openSite();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = (path: string, options?: BrowserContextOptions) => openPage(browser, site, path, options);

  it('reads what "KB" meant in 1968 and sees it on the map', async () => {
    const { page, heard } = await open('/');
    await page.getByRole('link', { name: 'Đọc ký hiệu đơn vị trên giấy' }).click();
    await page.getByLabel('Chữ ghi trên giấy').fill('KB');
    await page.getByLabel(/^Năm/).fill('1968');
    await page.getByRole('button', { name: 'Đọc giúp' }).click();
    await page.waitForURL('**/giai-ma-don-vi?text=KB&year=1968*');
    const meanings = await page.getByRole('region', { name: /Có thể là/ }).innerText();
    expect(meanings).to.contain('Quân khu 7').and.contain('Chiến trường B2').and.contain('chưa kiểm chứng');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Chiến trường B2' })
      .getByRole('link', { name: /Xem trên bản đồ/ })
      .first()
      .click();
    await page.waitForURL('**unit=b2*');
    const map = page.getByRole('region', { name: /ở đâu năm 1968/ });
    await map.locator('.map-point, .map-cluster').first().waitFor();
    const list = await map.getByRole('list').last().innerText();
    expect(list).to.contain('Tân Sơn Nhất').and.contain('31/1/1968');
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('reads on the dossier where the unit was and who fell beside him, and why, with scripts off', async () => {
    const { page } = await open('/liet-si/LS0001171', { viewport: phone, javaScriptEnabled: false });
    const then = page.getByRole('region', { name: 'Khi ấy đơn vị ở đâu' });
    expect(await then.innerText())
      .to.contain('Tân Sơn Nhất')
      .and.contain('Nguồn:')
      .and.contain('Trần Văn Sáu')
      .and.contain('Hy sinh cùng ngày: 1 người');
    await page.getByRole('link', { name: 'vì sao hiểu vậy', exact: true }).click();
    expect(await page.getByLabel('Chữ ghi trên giấy').inputValue()).to.equal('C2, D.269');
    expect(await page.getByLabel(/^Năm/).inputValue()).to.equal('1968');
    await page.context().close();
  });

  it('hears plainly that nobody knows a letter box, and is led to the office with its number', async () => {
    const { page } = await open('/giai-ma-don-vi?text=86.500+YK', {
      viewport: phone,
      javaScriptEnabled: false,
    });
    const unknown = page.getByRole('region', { name: 'Chưa ai giải được' });
    expect(await unknown.innerText()).to.contain('86500YK');
    await unknown.getByRole('link').first().click();
    expect(await page.locator('main').innerText()).to.contain('86500YK');
    await page.context().close();
  });

  it('is told what could not be read of the question, and gets an answer to the rest', async () => {
    const { page } = await open('/giai-ma-don-vi?text=KB&year=68&theatre=B9');
    expect(await page.getByRole('alert').innerText())
      .to.contain('68')
      .and.contain('B9');
    expect(await page.getByRole('region', { name: /Có thể là/ }).innerText()).to.contain('Quân khu 7');
    await page.context().close();
  });

  const pages: [string, string][] = [
    ['decode', '/giai-ma-don-vi'],
    ['a code with several meanings', '/giai-ma-don-vi?text=KB&year=1968'],
    ['a chain', '/giai-ma-don-vi?text=c3+d5+e24+f10&year=1972&theatre=B3'],
    ['an unknown code', '/giai-ma-don-vi?text=86.500+YK'],
    ['a unit', '/don-vi/f2'],
    ['a command', '/don-vi/b2'],
    ['a dossier with its unit', '/liet-si/LS0001171'],
    ['decode in English', '/en/giai-ma-don-vi?text=KB&year=1968'],
    ['a unit in English', '/en/don-vi/e24-b3'],
  ];
  const sizes = { phone, desk, narrow: { width: 320, height: 640 } };
  for (const [name, path] of pages)
    for (const [size, viewport] of Object.entries(sizes))
      it(`meets nothing that axe, the console or the screen would complain of: ${name}, ${size}`, async () => {
        const { page, heard } = await open(path, { viewport });
        await page.waitForLoadState('networkidle');
        expect(await axe(page)).to.deep.equal([]);
        expect(heard).to.deep.equal([]);
        const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
        expect(scroll).to.be.at.most(inner);
        await page.context().close();
      });
});
