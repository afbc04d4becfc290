/** Seeded chance: the same seed gives the same people on every machine. */
export interface Rng {
  /** 0 ≤ x < 1 */
  next: () => number;
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
}

/** sfc32 by Chris Doty-Humphrey (public domain). */
export function seeded(seed: number): Rng {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 ^ (seed << 7);
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}

/** A draw by weight in constant time a draw (Walker's alias method). */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (rng: Rng) => T {
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  const share = entries.map(([, weight]) => (weight / sum) * entries.length);
  const other = entries.map((_, at) => at);
  const small = share.flatMap((value, at) => (value < 1 ? [at] : []));
  const large = share.flatMap((value, at) => (value >= 1 ? [at] : []));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop()!;
    const high = large.at(-1)!;
    other[low] = high;
    share[high] = share[high]! - (1 - share[low]!);
    if (share[high] < 1) small.push(large.pop()!);
  }
  return (rng) => {
    const at = Math.floor(rng.next() * entries.length);
    return entries[rng.next() < share[at]! ? at : other[at]!]![0];
  };
}
