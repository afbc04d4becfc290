import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { compactMartyr, compactVersion } from '../../server/search/compact.ts';
import { percentile } from './search-latency.ts';

/** A name that nobody else bears, made of syllables that many do. */
const newName = (number: number) =>
  `Lý ${['Bạch', 'Cẩm', 'Diệu', 'Hạ', 'Kiều'][number % 5]!} ${['Vân', 'Nhiên', 'Uyên', 'Khuê', 'Thiện', 'Quân', 'Đăng'][Math.floor(number / 5) % 7]!} ${number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`;

/**
 * Renames people at a steady rate while the site is searched, asks for each by the new name until it is there, and at
 * the end counts those not found, and those found twice.
 */
export async function benchWrites(
  db: Db,
  url: string,
  perSecond: number,
  seconds: number,
  say: (line: string) => void,
): Promise<void> {
  const people = await db
    .collection('martyrs')
    .find({}, { projection: { code: 1 }, limit: perSecond * seconds })
    .toArray();
  const seen: number[] = [];
  const checks: Promise<void>[] = [];
  const ask = async (name: string, code: string) => {
    const { hits } = (await (
      await fetch(`${url}/api/v1/search?${new URLSearchParams({ name, limit: '10' }).toString()}`)
    ).json()) as { hits: { code?: string; name?: string }[] };
    return hits.filter((hit) => hit.code === code && hit.name === name).length;
  };
  const started = performance.now();
  for (const [number, { _id, code }] of people.entries()) {
    const due = started + (number * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    const name = newName(number);
    const document = { name: { full: name, aliases: [] } };
    await db.collection('martyrs').updateOne(
      { _id },
      {
        $set: { ...document, search: { v: compactVersion, k: compactMartyr(document) } },
        $inc: { version: 1 },
      },
    );
    // Every twentieth is watched: asking for all would be 200 more searches a second than the bench's load.
    if (number % 20 === 0) checks.push(watch(name, String(code), performance.now()));
  }
  const took = (performance.now() - started) / 1000;
  await Promise.all(checks);
  let lost = 0;
  let double = 0;
  for (const [number, { code }] of people.entries()) {
    if (number % 10 !== 0) continue;
    const times = await ask(newName(number), String(code));
    if (times === 0) lost += 1;
    if (times > 1) double += 1;
  }
  seen.sort((one, other) => one - other);
  say(
    `writes: ${people.length} in ${took.toFixed(0)} s (${(people.length / took).toFixed(0)} a second); found by the new name after ${percentile(seen, 0.5).toFixed(0)} ms (p50), ${percentile(seen, 0.95).toFixed(0)} ms (p95), ${percentile(seen, 1).toFixed(0)} ms (longest of ${seen.length}); lost ${lost}, double ${double} of ${Math.ceil(people.length / 10)} checked`,
  );

  async function watch(name: string, code: string, from: number): Promise<void> {
    while ((await ask(name, code)) === 0) {
      if (performance.now() - from > 20_000) return;
      await pause(20);
    }
    seen.push(performance.now() - from);
  }
}
