import { problem } from '../http/problem.ts';
import { SignInTries } from './model.ts';

/** Failures that cost nothing: people mistype. An address may be a whole office. */
const free = { name: 5, address: 20, code: 5 } as const;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;
const rememberedMs = 24 * 3600_000;

export interface TryKey {
  kind: keyof typeof free;
  of: string;
}

const idOf = ({ kind, of }: TryKey) => `${kind}:${of.slice(0, 200)}`;

/**
 * Counts a try as failed before it is made, so that many at once find no more room than one after the other. From the
 * fifth (for an address the twentieth) on, each doubles the wait, up to a quarter of an hour.
 * @returns whether this try was the one that locked
 * @throws Problem 429 while locked
 */
export async function takeTry(key: TryKey): Promise<boolean> {
  const now = new Date();
  const least = free[key.kind];
  const wait = {
    $min: [longestDelayMs, { $multiply: [firstDelayMs, { $pow: [2, { $subtract: ['$failures', least] }] }] }],
  };
  const open = { $lte: [{ $ifNull: ['$until', now] }, now] };
  const before = await SignInTries.findOneAndUpdate(
    { _id: idOf(key) },
    [
      { $set: { wasOpen: open } },
      {
        $set: {
          failures: { $add: [{ $ifNull: ['$failures', 0] }, { $cond: ['$wasOpen', 1, 0] }] },
          expiresAt: new Date(now.getTime() + rememberedMs),
        },
      },
      {
        $set: {
          until: {
            $cond: [{ $and: ['$wasOpen', { $gte: ['$failures', least] }] }, { $add: [now, wait] }, '$until'],
          },
        },
      },
      { $unset: 'wasOpen' },
    ],
    { upsert: true, returnDocument: 'before', updatePipeline: true },
  ).lean<{ failures: number; until?: Date }>();
  const until = before?.until?.getTime() ?? 0;
  if (until > now.getTime()) throw problem.locked((until - now.getTime()) / 1000);
  return (before?.failures ?? 0) + 1 >= least;
}

/** It was the right person after all. */
export async function forgetTries(key: TryKey): Promise<void> {
  await SignInTries.deleteOne({ _id: idOf(key) });
}

/** Takes back one try: an address stays suspect for the failures of others. */
export async function giveBackTry(key: TryKey): Promise<void> {
  await SignInTries.updateOne(
    { _id: idOf(key), failures: { $gt: 0 } },
    [
      {
        $set: {
          failures: { $subtract: ['$failures', 1] },
          until: { $cond: [{ $gt: ['$failures', free[key.kind]] }, '$until', '$$REMOVE'] },
        },
      },
    ],
    { updatePipeline: true },
  );
}

/** One household or office: an IPv6 subscriber has 2^64 addresses. */
export function addressKey(address: string): TryKey {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return { kind: 'address', of: plain.includes(':') ? networkOf(plain) : plain };
}

/** The first 64 bits of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [left = '', right] = address.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const whole =
    right === undefined
      ? head
      : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return whole.slice(0, 4).join(':');
}
