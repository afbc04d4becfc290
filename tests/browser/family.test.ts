import { expect } from 'chai';
import mongoose from 'mongoose';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { loadDemo } from '../../scripts/demo/load.ts';
import { Graves } from '../../server/graves/model.ts';
import { axe, desk, openBrowser, openPage, phone } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { openSite, type TestSite } from '../support/site.ts';

describe('a family', function () {
  this.timeout(180_000);
  freshDatabase();
  let site: TestSite;
  let browser: Browser;
  before(async () => {
    await loadDemo(mongoose.connection, () => undefined);
    site = await openSite();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = (path: string, options?: BrowserContextOptions) => openPage(browser, site, path, options);

  it('types a name without accents on a small phone and comes to the plot on the plan, the walk and the paper', async () => {
    const { page, heard } = await open('/');
    await page.getByRole('combobox').fill('nguyen van hai vi thanh hy sinh 1968');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    const first = page.locator('ol.hits > li').first();
    await first.waitFor();
    expect(await first.innerText())
      .to.contain('Nguyễn Văn Hải')
      .and.contain('Vì sao');
    await first.getByRole('link').first().click();
    await page.waitForURL('**/liet-si/LS0001171*');
    const where = await page.getByRole('region', { name: 'Đang nằm tại' }).innerText();
    expect(where).to.match(/khu A, hàng 12, mộ 7/i);
    await page.locator('.plan-pane').scrollIntoViewIfNeeded();
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    expect(await page.locator('main').innerText()).to.match(/Vào cổng, đi thẳng \d+ m/);
    await page.emulateMedia({ media: 'print' });
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).to.have.length(1);
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('finds the section, row and number with scripts off, as on a very old phone', async () => {
    const { page } = await open('/', { viewport: phone, javaScriptEnabled: false });
    await page
      .getByRole('searchbox')
      .or(page.getByRole('combobox'))
      .first()
      .fill('nguyen van hai 1948 vi thanh');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.locator('a[href*="/liet-si/LS0001171"]').first().click();
    expect(await page.locator('main').innerText()).to.match(/khu A, hàng 12, mộ 7/i);
    await page.context().close();
  });

  it('can search by the keyboard alone', async () => {
    const { page, heard } = await open('/', { viewport: desk });
    await page.getByRole('combobox').focus();
    await page.keyboard.type('nguyen van hai 1948');
    await page.keyboard.press('Enter');
    await page.locator('ol.hits > li').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.not.equal('BODY');
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  const pages: [string, () => string | Promise<string>][] = [
    ['home', () => '/'],
    ['results', () => '/tim?q=nguyen+van+hai'],
    ['results that found nothing', () => '/tim?name=zzzzqq&status=named&onlyDeath=1800'],
    ['dossier', () => '/liet-si/LS0001171'],
    [
      'grave without a name',
      async () =>
        `/mo/${String((await Graves.findOne({ information: 'unknown', diagramId: { $exists: true } }).orFail())._id)}`,
    ],
    ['cemetery with a plan', async () => `/nghia-trang/${await drawnCemetery()}`],
    ['cemeteries', () => '/nghia-trang'],
    ['map', () => '/ban-do'],
    ['contact', () => '/bao-tin?ve=LS0001171'],
    ['about', () => '/gioi-thieu'],
    ['no such page', () => '/khong-co'],
    ['home in English', () => '/en'],
    ['dossier in English', () => '/en/liet-si/LS0001171'],
  ];
  const drawnCemetery = async () => {
    const { items } = (await (await fetch(`${site.url}/api/v1/cemeteries?diagram=yes`)).json()) as {
      items: { code: string }[];
    };
    return items[0]!.code;
  };

  for (const [name, path] of pages)
    for (const [size, viewport] of Object.entries({ phone, desk }))
      it(`meets nothing that axe, the console or a narrow screen would complain of: ${name}, ${size}`, async () => {
        const { page, heard } = await open(await path(), { viewport });
        await page.waitForLoadState('networkidle');
        expect(await axe(page)).to.deep.equal([]);
        // A page that is itself a 404 is reported by the browser as one.
        expect(heard.filter((line) => !(name === 'no such page' && line.includes('404')))).to.deep.equal([]);
        const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
        expect(scroll).to.be.at.most(inner);
        await page.context().close();
      });
});
