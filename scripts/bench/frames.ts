import { desk, openBrowser } from '../../tests/support/browser.ts';

/** Frames a second while the 2,000 plots of the largest drawn cemetery are dragged about on a desktop size. */
export async function benchFrames(url: string): Promise<void> {
  const { items } = (await (await fetch(`${url}/api/v1/cemeteries?diagram=yes&limit=100`)).json()) as {
    items: { code: string; name: string; counts: { placed: number } }[];
  };
  const browser = await openBrowser();
  try {
    for (const { code, name, counts } of items) {
      const page = await (await browser.newContext({ viewport: desk })).newPage();
      await page.goto(`${url}/nghia-trang/${code}`);
      const diagram = page.locator('.leaflet-container').first();
      await diagram.scrollIntoViewIfNeeded();
      await page.waitForFunction(() => document.querySelectorAll('.leaflet-tile-loaded').length > 0);
      const box = (await diagram.boundingBox())!;
      // As text: a compiled function would call helpers that the page does not have.
      await page.evaluate(
        'globalThis.frames = []; requestAnimationFrame(function tick(at) { frames.push(at); requestAnimationFrame(tick); })',
      );
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let step = 0; step < 180; step += 1)
        await page.mouse.move(
          x + Math.sin(step / 12) * box.width * 0.35,
          y + Math.cos(step / 17) * box.height * 0.3,
        );
      await page.mouse.up();
      const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames);
      const gaps = frames
        .slice(1)
        .map((at, index) => at - frames[index]!)
        .sort((a, b) => a - b);
      const rate = (frames.length - 1) / ((frames.at(-1)! - frames[0]!) / 1000);
      process.stdout.write(
        `${name}, ${counts.placed} plots: ${rate.toFixed(1)} frames/s, p95 frame ${gaps[Math.floor(gaps.length * 0.95)]!.toFixed(1)} ms\n`,
      );
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
}
