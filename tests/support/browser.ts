import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A phone of 2018 and an office screen: what docs/screenshots and the ways of people are seen on. */
export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** The machine's own Chromium where CHROMIUM names one, else the one that came with the development packages. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM'];
  return playwright.launch({
    executablePath: own !== undefined && existsSync(own) ? own : await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Everything the page complains of: console errors, faults, failed requests of its own. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('requestfailed', (request) => {
    // A tile that is no longer wanted is given up by the map itself.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      heard.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  return heard;
}

/** A page of its own in a Vietnamese browser, and what it complains of. */
export async function openPage(
  browser: Browser,
  site: { url: string },
  path: string,
  options: BrowserContextOptions = { viewport: phone },
): Promise<{ page: Page; heard: string[] }> {
  const context = await browser.newContext({ baseURL: site.url, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const heard = complaints(page);
  await page.goto(path);
  return { page, heard };
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  nodes: { target: string[]; html: string }[];
}

/** What axe finds wrong on the page as it stands, as readable lines; empty is good. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Violation[] }> };
    };
    return (await runner.run()).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}
