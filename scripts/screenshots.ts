import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { desk, openBrowser, phone } from '../tests/support/browser.ts';

/** `npm run screenshots -- http://localhost:3000`: every page of a running site at both sizes, into docs/screenshots. */
const url = process.argv[2] ?? 'http://localhost:3000';
const folder = path.resolve(import.meta.dirname, '..', 'docs', 'screenshots');

const { items } = (await (await fetch(`${url}/api/v1/cemeteries?diagram=yes&limit=100`)).json()) as {
  items: { code: string; counts: { placed: number } }[];
};
const drawn = items.sort((a, b) => b.counts.placed - a.counts.placed)[0]!.code;
const { hits } = (await (await fetch(`${url}/api/v1/search?status=unknown&limit=1`)).json()) as {
  hits: { id: string }[];
};
const pages: Record<string, string> = {
  home: '/',
  results: '/tim?q=nguyen+van+hai+sinh+1948+vi+thanh+hy+sinh+1968',
  dossier: '/liet-si/LS0001171',
  grave: `/mo/${hits[0]!.id}`,
  cemetery: `/nghia-trang/${drawn}`,
  cemeteries: '/nghia-trang',
  map: '/ban-do?ranh=1976',
  contact: '/bao-tin?ve=LS0001171',
  about: '/gioi-thieu',
  english: '/en/liet-si/LS0001171',
};

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
for (const [width, viewport] of [
  [360, phone],
  [1440, desk],
] as const) {
  for (const [name, address] of Object.entries(pages)) {
    const page = await (await browser.newContext({ viewport, locale: 'vi-VN' })).newPage();
    await page.goto(url + address, { waitUntil: 'networkidle' });
    // A palette of 128 colours shows these flat pages as they are, at a third of the size.
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 128 })
      .toFile(path.join(folder, `${name}-${width}.png`));
    await page.context().close();
  }
}
await browser.close();
process.stdout.write(`${folder}\n`);
