import { placeCodes, type Columns } from './columns.ts';
import { bits } from './vocabulary.ts';
import type { Weights } from './weights.ts';

/** A fact that was given, ready to weigh rows: natural logarithm of how much likelier each row's value makes it. */
export type YearWeigher = (from: number, to: number) => number;

/**
 * A year given against years recorded, by how far they are apart.
 * @param from @param to year codes of what was given, equal for one year
 */
export function weighYears(
  counts: Float32Array,
  m: Weights['birth'],
  from: number,
  to: number,
): { weigh: YearWeigher; best: number; exact: Float32Array } {
  const known = Math.max(
    1,
    counts.reduce((sum, count, code) => (code === 0 ? sum : sum + count), 0),
  );
  const bands = [m['0'], m['1'], m['2'], m['3'], m.other];
  const common = [0, 0, 0, 0, 0];
  const bandOf = (code: number) => Math.min(4, Math.max(0, from - code, code - to));
  for (let code = 1; code < counts.length; code++) common[bandOf(code)]! += counts[code]! / known;
  const exact = new Float32Array(counts.length);
  for (let code = 1; code < exact.length; code++) {
    const band = bandOf(code);
    exact[code] = Math.log(bands[band]! / Math.max(common[band]!, 1e-4));
  }
  const weigh = (low: number, high: number) => {
    if (low === 0) return 0;
    if (low === high) return exact[low]!;
    let likely = 0;
    let all = 0;
    for (let code = low; code <= high; code++) {
      const share = counts[code]! + 1;
      likely += share * Math.exp(exact[code]!);
      all += share;
    }
    return Math.log(likely / all);
  };
  return { weigh, best: exact.reduce((most, value) => Math.max(most, value), 0), exact };
}

/** Remembers, for one query, what each distinct place or unit weighs: rows share them. */
export class Memo {
  private stamps: Uint32Array;
  private values: Float32Array;
  private stamp = 0;

  constructor(room: number) {
    this.stamps = new Uint32Array(room);
    this.values = new Float32Array(room);
  }

  start(room: number): void {
    if (room > this.stamps.length) {
      this.stamps = new Uint32Array(room * 1.2);
      this.values = new Float32Array(room * 1.2);
      this.stamp = 0;
    }
    this.stamp += 1;
  }

  get(at: number, weigh: (at: number) => number): number {
    if (this.stamps[at] === this.stamp) return this.values[at]!;
    const value = weigh(at);
    this.stamps[at] = this.stamp;
    this.values[at] = value;
    return value;
  }
}

/** Chances by level: provinces, districts, communes, words (compact.ts). */
type Atoms = Map<number, number>[];

export function atomsOf(bytes: Uint8Array): Atoms {
  const atoms: Atoms = Array.from({ length: 4 }, () => new Map<number, number>());
  for (let at = 0; at + 3 < bytes.length; at += 4)
    atoms[bytes[at]!]!.set(bytes[at + 1]! | (bytes[at + 2]! << 8), bytes[at + 3]! / 255);
  return atoms;
}

/** Level at which both name a place: 2 commune, 1 district, 0 province, 3 the same words, −1 none. */
export interface PlaceMatch {
  weight: number;
  level: number;
}

/** A place given against places recorded, at the smallest level that both name. */
export function weighPlaces(
  columns: Columns,
  counts: Float32Array,
  m: Weights['home'],
  given: Uint8Array,
): { weigh: (place: number) => number; match: (place: number) => PlaceMatch; best: number } {
  const asked = atomsOf(given);
  const known = placesKnown(counts);
  const overlap = (level: number, recorded: Uint8Array) => {
    let sum = 0;
    let named = false;
    for (let at = 0; at + 3 < recorded.length; at += 4) {
      if (recorded[at] !== level) continue;
      named = true;
      const id = recorded[at + 1]! | (recorded[at + 2]! << 8);
      const chance = asked[level]!.get(id);
      if (chance !== undefined)
        sum +=
          (chance * recorded[at + 3]!) / 255 / Math.max(counts[level * placeCodes + id]! / known, 2 / known);
    }
    return named && asked[level]!.size > 0 ? sum : -1;
  };
  // The level goes beside the weight and not in an object with it: this runs for every distinct place met.
  let level = -2;
  const ofBytes = (recorded: Uint8Array): number => {
    const words = overlap(3, recorded);
    const commune = overlap(2, recorded);
    const district = overlap(1, recorded);
    const province = overlap(0, recorded);
    if (words >= 0) {
      level = words > 0 ? 3 : -1;
      return Math.log((1 - m.other) * words + m.other);
    }
    if (province < 0 && district < 0 && commune < 0) {
      level = -2;
      return 0;
    }
    level = commune > 0 ? 2 : district > 0 ? 1 : province > 0 ? 0 : -1;
    let sum = m.other;
    let carried = m.commune;
    if (commune >= 0) {
      sum += carried * commune;
      carried = 0;
    }
    carried += m.district;
    if (district >= 0) {
      sum += carried * district;
      carried = 0;
    }
    carried += m.province;
    return Math.log(sum + carried * Math.max(province, province < 0 ? 1 : 0));
  };
  const weigh = (place: number) => ofBytes(columns.places.get(place));
  return {
    weigh,
    match: (place) => (place === 0 ? { weight: 0, level: -2 } : { weight: weigh(place), level }),
    best: Math.max(0, ofBytes(given)),
  };
}

/** How many rows name any place: one sum over all provinces and words for as long as the counts live. */
const knownPlaces = new WeakMap<Float32Array, number>();
function placesKnown(counts: Float32Array): number {
  let known = knownPlaces.get(counts);
  if (known === undefined) {
    known = 1;
    for (const level of [0, 3])
      for (let at = level * placeCodes; at < (level + 1) * placeCodes; at++) known += counts[at]!;
    knownPlaces.set(counts, known);
  }
  return known;
}

/** Level of a unit's token: the letters it begins with ("d5" → "d", "hom:86500" → "hom"). */
export const tokenLevel = (token: string): string =>
  /^(?:[a-z]+(?=\d)|[a-z]+(?=:))/.exec(token)?.[0] ?? token;

/** Levels are bits of a mask; rarer kinds of unit than there are bits share the last. */
export const mostLevels = 31;

export interface UnitMatch {
  weight: number;
  /** Tokens that agree, and levels that both name differently. */
  same: number;
  other: number;
}

/**
 * A unit given against units recorded, token by token at the levels that both name.
 * @param levels number of each token's level @param perLevel how many rows name a unit of each level
 */
export function weighUnits(
  columns: Columns,
  levels: Uint8Array,
  perLevel: Float32Array,
  m: Weights['unit'],
  given: number[],
): { weigh: (unit: number) => number; match: (unit: number) => UnitMatch; best: number } {
  const weights = given.map((token) => {
    const share = Math.max(columns.view.tokenCount[token] ?? 0, 1) / Math.max(perLevel[levels[token]!]!, 1);
    return Math.log(m.same / Math.min(1, share));
  });
  const asked = given.reduce((mask, token) => mask | (1 << levels[token]!), 0);
  const other = Math.log(m.other);
  let same = 0;
  let differ = 0;
  const weigh = (unit: number): number => {
    const bytes = columns.units.get(unit);
    let weight = 0;
    let agreed = 0;
    let named = 0;
    same = 0;
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const token = bytes[at]! | (bytes[at + 1]! << 8);
      const level = 1 << levels[token]!;
      named |= level;
      const found = given.indexOf(token);
      if (found < 0) continue;
      weight += weights[found]!;
      agreed |= level;
      same += 1;
    }
    differ = bits(asked & named & ~agreed);
    weight += differ * other;
    // Written wrong in two places is no worse than written wrong.
    return same === 0 ? Math.max(weight, other * 1.3) : weight;
  };
  return {
    weigh,
    match: (unit) => ({ weight: weigh(unit), same, other: differ }),
    best: weights.reduce((sum, value) => sum + Math.max(0, value), 0),
  };
}
