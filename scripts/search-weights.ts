import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alike } from '../server/search/alike.ts';
import { atomsOf } from '../server/search/facts.ts';
import { nameWords } from '../server/search/letters.ts';
import { placeBytes, unitTokensOf } from '../server/search/readings.ts';
import { tokenLevel } from '../server/search/facts.ts';
import { describe } from '../server/search/vocabulary.ts';
import { weights, type Weights } from '../server/search/weights.ts';
import { noiseKinds, noisyQuery, suits, type NoiseKind } from './generate/noise.ts';
import { generatePeople, type Person } from './generate/people.ts';
import { seeded, weighted } from './generate/rng.ts';

/**
 * `npm run search:weights`: counts how often true pairs agree in each way and stores the shares (weights.json). The
 * pairs are invented, from a seed that no bench uses; once families' own searches with a confirmed person are kept,
 * they take the place of the invented ones here.
 */
const seed = 4711;
const pairs = 20_000;
/** How families type, by kind of noise: most without marks; the rest about alike. Assumed, until real searches are counted. */
const typing = weighted(
  noiseKinds.map((kind) => [kind, { exact: 10, 'no-accents': 20 }[kind as string] ?? 4] as const),
);

/** How often one more fact is given that is wrong: assumed, as above. */
const wrongShare = 0.4;
/** What was never seen among the pairs is rare, not impossible. */
const least = 0.004;

const rng = seeded(seed);
const bare = tally(Object.keys(weights.bare));
const marked = tally(Object.keys(weights.marked));
const orders = tally(Object.keys(weights.orders));
const parts = {
  words: 1,
  unrelated: 1,
  common: 1,
  commonDropped: 1,
  middle: 1,
  middleDropped: 1,
  families: 1,
  noFamily: 1,
  extra: 1,
  raw: 1,
};
const years = { birth: tally(Object.keys(weights.birth)), death: tally(Object.keys(weights.death)) };
const places = { home: tally(Object.keys(weights.home)), deathPlace: tally(Object.keys(weights.deathPlace)) };
const units = tally(Object.keys(weights.unit));

function tally(keys: string[]): Map<string, number> {
  return new Map(keys.map((key) => [key, 1]));
}
const count = (in_: Map<string, number>, key: string) => in_.set(key, (in_.get(key) ?? 0) + 1);

for (const person of generatePeople({ seed, count: pairs })) {
  if (person.line.name === undefined) continue;
  let kind = typing(rng);
  if (!suits(person, kind)) kind = 'no-accents';
  const query = noisyQuery(person, kind, rng, 3, rng.chance(wrongShare) ? 1 : 0);
  countName(person, kind, query.name);
  countFacts(person, query);
}

function countName({ line }: Person, kind: NoiseKind, typed: string): void {
  if (['telex', 'vni', 'code-page', 'alias', 'abbreviated', 'eroded'].includes(kind)) {
    if (kind === 'telex' || kind === 'vni') parts.raw += 1;
    return;
  }
  count(orders, kind === 'swapped' ? 'givenFirst' : 'straight');
  const recorded = nameWords(line.name!);
  const asked = nameWords(typed);
  parts.words += asked.length;
  parts.families += 1;
  const isCommon = (word: string) => /^(van|thi)$/.test(describe(word).base);
  for (const middle of recorded.slice(1, -1)) parts[isCommon(middle) ? 'common' : 'middle'] += 1;
  if (kind === 'swapped') return;
  if (asked.length === recorded.length) {
    asked.forEach((word, at) => countWord(word, recorded[at]!));
  } else if (asked.length < recorded.length) {
    const left = recorded.filter(
      (word) => !asked.some((other) => describe(other).base === describe(word).base),
    );
    for (const word of left)
      if (word === recorded[0]) parts.noFamily += 1;
      else parts[isCommon(word) ? 'commonDropped' : 'middleDropped'] += 1;
  } else parts.extra += 1;
}

function countWord(typed: string, recorded: string): void {
  const like = alike(describe(typed), describe(recorded), weights);
  if (like === undefined) {
    parts.unrelated += 1;
    return;
  }
  const form = describe(typed).marked ? marked : bare;
  const way = like.way === 'bare' ? 'same' : like.way;
  if (form.has(way)) count(form, way);
}

function countFacts({ line, truth }: Person, query: ReturnType<typeof noisyQuery>): void {
  const band = (given: string | undefined, text: string | undefined, into: Map<string, number>) => {
    const year = /\d{4}/.exec(text ?? '')?.[0];
    if (given === undefined || year === undefined) return;
    const away = Math.abs(Number(given) - Number(year));
    count(into, away > 3 ? 'other' : String(away));
  };
  band(query.birthYear, line.birth, years.birth);
  band(query.deathYear, line.death, years.death);
  for (const field of ['home', 'deathPlace'] as const)
    if (query[field] !== undefined && line[field] !== undefined)
      countPlace(query[field], line[field], truth.death, places[field]);
  if (query.unit === undefined || line.unit === undefined) return;
  const asked = unitTokensOf(query.unit);
  const recorded = unitTokensOf(line.unit);
  for (const token of asked) {
    const rivals = recorded.filter((other) => tokenLevel(other) === tokenLevel(token));
    if (rivals.length > 0) count(units, rivals.includes(token) ? 'same' : 'other');
  }
}

function countPlace(given: string, recorded: string, year: number, into: Map<string, number>): void {
  const asked = atomsOf(placeBytes(given, undefined));
  const own = atomsOf(placeBytes(recorded, year));
  const shared = (level: number) => [...asked[level]!.keys()].some((atom) => own[level]!.has(atom));
  // The smallest level both name decides; what agrees only higher up is counted there.
  for (const [level, name] of [
    [2, 'commune'],
    [1, 'district'],
    [0, 'province'],
  ] as const)
    if (asked[level]!.size > 0 && own[level]!.size > 0) {
      const agreed = [level, level - 1, level - 2].find((lower) => lower >= 0 && shared(lower));
      count(
        into,
        agreed === undefined
          ? 'other'
          : agreed === level
            ? 'commune'
            : agreed === 1
              ? 'district'
              : name === 'province'
                ? 'commune'
                : 'province',
      );
      return;
    }
}

const shares = (counts: Map<string, number>) => {
  const all = [...counts.values()].reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(
    [...counts].map(([key, value]) => [key, Math.max(least, Number((value / all).toPrecision(3)))]),
  );
};
const share = (some: number, all: number) => Number((some / all).toPrecision(3));

const learnt = {
  ...weights,
  learnt: { pairs, seed },
  bare: shares(bare),
  marked: shares(marked),
  unrelated: Math.max(0.01, share(parts.unrelated, parts.words)),
  dropMiddle: share(parts.middleDropped, parts.middle),
  dropCommonMiddle: share(parts.commonDropped, parts.common),
  dropFamily: Math.max(0.01, share(parts.noFamily, parts.families)),
  extra: Math.max(0.01, share(parts.extra, parts.families)),
  raw: share(parts.raw, pairs),
  // "Văn Hải" and "Hải Văn Nguyễn" are counted with those who swap and drop parts; told apart they are as assumed.
  orders: { ...shares(orders), reversed: 0.01, noFamily: 0.03 },
  birth: shares(years.birth),
  death: shares(years.death),
  home: shares(places.home),
  deathPlace: shares(places.deathPlace),
  unit: shares(units),
} as Weights;
const file = path.resolve(import.meta.dirname, '..', 'server', 'search', 'weights.json');
const before = readFileSync(file, 'utf8');
const after = `${JSON.stringify(learnt, null, 2)}\n`;
if (before !== after) writeFileSync(file, after);
process.stdout.write(after);
