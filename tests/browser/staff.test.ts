import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Accounts } from '../../server/accounts/model.ts';
import { codeOf, stepAt } from '../../server/accounts/totp.ts';
import { givenAccount, password } from '../accounts/as.ts';
import { axe, complaints, desk, openBrowser, phone } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { openSite, type TestSite } from '../support/site.ts';

const ownPassword = 'con duong ve nha 27';

describe('staff', function () {
  this.timeout(120_000);
  freshDatabase();
  let site: TestSite;
  let browser: Browser;
  before(async () => {
    site = await openSite({ PUBLIC_URL: 'http://localhost:3000' });
    browser = await openBrowser();
    await givenAccount('quan-tri', 'administrator', { secondFactor: false, mustChangePassword: true });
    await givenAccount('can-bo-tinh', 'provinceStaff');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (path: string, options: BrowserContextOptions = { viewport: desk }) => {
    const page = await (
      await browser.newContext({ baseURL: site.url, locale: 'vi-VN', ...options })
    ).newPage();
    const heard = complaints(page);
    await page.goto(path);
    return { page, heard };
  };
  const enter = async (page: Page, name: string, given = password) => {
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(given);
    await leads(page, () => page.keyboard.press('Enter'));
  };
  /** Does what leads to another page, and waits for it. */
  const leads = (page: Page, act: () => Promise<unknown>) => Promise.all([page.waitForEvent('load'), act()]);
  const press = (page: Page, name: string) =>
    leads(page, () => page.getByRole('button', { name, exact: true }).click());
  const follow = (page: Page, name: string) =>
    leads(page, () => page.getByRole('link', { name, exact: true }).click());
  /** axe finds nothing, and nothing is wider than the screen. */
  const isGood = async (page: Page) => {
    expect(await axe(page)).to.deep.equal([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, page.url()).to.be.at.most(0);
  };

  it('an administrator sets up codes and a password of their own before anything else, then makes an account and sees it in the trail', async () => {
    const { page, heard } = await open('/');
    await follow(page, 'Cán bộ đăng nhập');
    await isGood(page);
    await enter(page, 'quan-tri');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Đặt mã xác nhận');
    await isGood(page);
    await page.goto('/can-bo');
    expect(page.url()).to.contain('/dang-nhap');
    const secret = (await page.locator('.steps code').innerText()).replaceAll(' ', '');
    await page.getByLabel('Mã', { exact: true }).fill(codeOf(secret, stepAt(Date.now())));
    await press(page, 'Xác nhận');
    expect(await page.locator('.codes code').count()).to.equal(10);
    await isGood(page);
    await follow(page, 'Đã cất, đi tiếp');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Đặt mật khẩu của mình');
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.getByLabel('Mật khẩu mới').fill('ngan');
    await press(page, 'Đổi mật khẩu');
    expect(await page.getByLabel('Mật khẩu mới').getAttribute('aria-invalid')).to.equal('true');
    expect(await page.getByLabel('Mật khẩu mới').inputValue()).to.equal('');
    expect(await page.locator('.fault').innerText()).to.contain('ít nhất 12');
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.getByLabel('Mật khẩu mới').fill(ownPassword);
    await press(page, 'Đổi mật khẩu');
    await page.waitForURL('**/can-bo');
    await isGood(page);

    await page.locator('summary', { hasText: 'Lập tài khoản' }).click();
    await page.getByLabel('Tên đăng nhập').fill('le.thi.hoa');
    await page.getByLabel('Họ và tên').fill('Lê Thị Hoa <b>&');
    await page.getByLabel('Vai trò').first().selectOption('Cán bộ xã');
    await page.getByLabel('Địa bàn hoặc đơn vị').fill('tan hoa');
    await press(page, 'Lập tài khoản');
    expect(await page.getByLabel('Họ và tên').inputValue()).to.equal('Lê Thị Hoa <b>&');
    await isGood(page);
    await page.getByRole('radio').nth(1).check();
    await press(page, 'Lập tài khoản');
    expect(await page.locator('code.password').innerText()).to.match(/^\w{4}(-\w{4}){3}$/);
    const made = await Accounts.findOne({ name: 'le.thi.hoa' }).orFail();
    expect([made.role, made.scope.kind]).to.deep.equal(['communeStaff', 'place']);

    await follow(page, 'Lê Thị Hoa <b>&');
    await isGood(page);
    await page.locator('form', { hasText: 'Khóa tài khoản' }).getByLabel('Lý do').fill('nghỉ việc');
    await press(page, 'Khóa tài khoản');
    expect(await page.locator('.lead').innerText()).to.contain('đã khóa');
    await follow(page, 'Nhật ký về tài khoản này');
    const trail = await page.locator('.events').innerText();
    expect(trail).to.contain('nghỉ việc').and.to.contain('Lập tài khoản');
    await page.locator('summary').first().click();
    expect(await page.locator('.events').innerText()).to.match(/active/);
    await isGood(page);
    await press(page, 'Đăng xuất');
    await page.goto('/can-bo');
    expect(page.url()).to.contain('/dang-nhap?toi=%2Fcan-bo');
    expect(heard.filter((line) => !/status of 40\d/.test(line))).to.deep.equal([]);
    await page.context().close();
  });

  it('can sign in, change the password and sign out with scripts off on a small phone', async () => {
    const { page } = await open('/dang-nhap', { viewport: phone, javaScriptEnabled: false });
    await enter(page, 'can-bo-tinh', 'sai mat khau roi');
    expect(await page.getByRole('alert').innerText()).to.contain('chưa đúng');
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).to.equal('can-bo-tinh');
    await enter(page, 'can-bo-tinh');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('Tài khoản của tôi');
    expect(await page.locator('main').innerText()).to.contain('Cần Thơ');
    expect(await page.getByRole('link', { name: 'Nhật ký' }).count()).to.equal(0);
    await page.goto('/nhat-ky');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.contain('Không thuộc quyền');
    await page.goto('/tai-khoan');
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.getByLabel('Mật khẩu mới').fill(ownPassword);
    await press(page, 'Đổi mật khẩu');
    expect(await page.getByRole('status').innerText()).to.contain('Đã đổi mật khẩu');
    await press(page, 'Đăng xuất');
    expect(await page.getByRole('link', { name: 'Cán bộ đăng nhập' }).count()).to.equal(1);
    await page.context().close();
  });

  it('sees the own account well on a small phone, and in English', async () => {
    const { page, heard } = await open('/en/dang-nhap', { viewport: phone });
    await page.getByLabel('Name').fill('can-bo-tinh');
    await page.getByLabel('Password', { exact: true }).fill(ownPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/tai-khoan');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).to.equal('My account');
    await isGood(page);
    await page.goto('/en/tai-khoan?thiet-lap=1');
    await isGood(page);
    expect(heard).to.deep.equal([]);
    await page.context().close();
  });

  it('is not fooled by a form of another site, nor led astray after signing in', async () => {
    const { page } = await open('/dang-nhap?toi=//evil.example/');
    await enter(page, 'can-bo-tinh', ownPassword);
    expect(new URL(page.url()).pathname).to.equal('/tai-khoan');
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const post = (headers: Record<string, string>, form = '') =>
      fetch(`${site.url}/dang-nhap`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: `do=leave&form=${form}`,
      });
    const token = await page.locator('input[name=form]').first().inputValue();
    expect((await post({})).status).to.equal(403);
    expect((await post({ origin: 'https://evil.example' }, token)).status).to.equal(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' }, token)).status).to.equal(403);
    expect((await post({ origin: site.url }, token)).status).to.equal(303);
    await page.context().close();
  });
});
