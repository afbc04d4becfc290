import type { Way } from './alike.ts';
import { rowFlag } from './columns.ts';
import type { How, SearchField } from './contract.ts';
import type { NameScorer } from './name-scorer.ts';
import type { Order } from './orders.ts';
import type { Question } from './question.ts';
import type { Ranker } from './rank.ts';
import { nameOfRow, type RowName } from './row-names.ts';
import type { FactWeigher } from './weigh.ts';

/** A reason before the record's own words are put in. */
export interface Ground {
  field: SearchField;
  how: How;
  also: How[];
  weight: number;
}

const howOf: Record<Way | 'raw', How> = {
  same: 'same',
  bare: 'accents',
  hook: 'accents',
  tone: 'accents',
  marks: 'accents',
  recordBare: 'accents',
  iy: 'spelled-alike',
  twin: 'spelled-alike',
  sound: 'sounds-alike',
  one: 'one-letter',
  two: 'two-letters',
  cut: 'initials',
  worn: 'eroded',
  raw: 'typed',
};
/** What a family should hear of first. */
const telling: How[] = [
  'other-name',
  'two-letters',
  'one-letter',
  'sounds-alike',
  'spelled-alike',
  'eroded',
  'initials',
  'typed',
  'swapped',
  'left-out',
  'extra',
  'accents',
  'same',
];

/** Why a row was found: for each fact given, how it relates and what it weighed. */
export function explain(
  ranker: Ranker,
  question: Question,
  scorer: NameScorer,
  fact: FactWeigher,
  row: number,
  aliasAsked = false,
): Ground[] {
  const { view } = ranker.columns;
  const grounds: Ground[] = [];
  const add = (field: SearchField, how: How, weight: number, also: How[] = []) =>
    grounds.push({ field, how, also, weight: Math.round(weight * 100) / 100 });
  if (question.name.length > 0) {
    const name = nameOfRow(ranker.columns, row);
    const { score, order } = scorer.scoreOf(name);
    const seen = noticed(ranker, order, name);
    if ((view.flags[row]! & rowFlag.alias) !== 0) seen.add('alias');
    const [chief = 'same', ...others] = [
      ...telling.filter((how) => seen.has(how) && how !== 'same'),
      ...(seen.has('alias') ? ['alias' as const] : []),
    ];
    add(aliasAsked ? 'alias' : 'name', chief, score, others);
  }
  if (fact.birth !== undefined)
    add('birthYear', ...yearHow(question.birth!, view.birth, row, fact.birth(row)));
  if (fact.age !== undefined)
    add(
      'age',
      view.birth[row * 2] === 0 || view.death[row * 2] === 0
        ? 'not-known'
        : fact.age(row) > 0
          ? 'near-year'
          : 'other-year',
      fact.age(row),
    );
  if (fact.death !== undefined)
    add('deathYear', ...yearHow(question.death!, view.death, row, fact.death(row)));
  if (fact.home !== undefined) add('home', ...placeHow(fact.home(view.home[row]!)));
  if (fact.deathPlace !== undefined) add('deathPlace', ...placeHow(fact.deathPlace(view.deathPlace[row]!)));
  if (fact.unit !== undefined) {
    const { weight, same, other } = fact.unit(view.unit[row]!);
    add(
      'unit',
      view.unit[row] === 0
        ? 'not-known'
        : same === 0
          ? other === 0
            ? 'not-known'
            : 'other-unit'
          : other > 0
            ? 'part-of-unit'
            : 'same-unit',
      weight,
    );
  }
  if (fact.cemetery !== undefined) {
    const weight = fact.cemetery(view.cemetery[row]!);
    add('cemetery', view.cemetery[row] === 0 ? 'not-known' : weight > 0 ? 'same' : 'other-place', weight);
  }
  if (fact.near !== undefined) {
    const weight = fact.near(view.cemetery[row]!);
    add('near', view.cemetery[row] === 0 ? 'not-known' : weight > 0 ? 'nearby' : 'other-place', weight);
  }
  return grounds;
}

function noticed(ranker: Ranker, order: Order, name: RowName): Set<How> {
  const seen = new Set<How>();
  const pair = (word: string | undefined, syllable: number) => {
    if (word === undefined) seen.add('left-out');
    else if (syllable === 0) seen.add('extra');
    else if (word !== '?') {
      const way = ranker.names.wayOf(word, syllable);
      seen.add(way === undefined ? 'other-name' : howOf[way]);
    }
  };
  if (order.kind !== 'straight' && order.kind !== 'noFamily') seen.add('swapped');
  pair(order.given?.word, name.given);
  if (order.family !== undefined || name.family !== 0) pair(order.family?.word, name.family);
  const left = [...name.middles];
  for (const part of order.middles) {
    const best = left.reduce(
      (most, middle, at) => (part.table[middle]! > part.table[left[most] ?? 0]! ? at : most),
      0,
    );
    const middle = left.length > 0 && part.table[left[best]!]! > -3 ? left.splice(best, 1)[0]! : 0;
    pair(part.word, middle);
  }
  if (left.length > 0) seen.add('left-out');
  return seen;
}

function yearHow(
  [from, to]: [number, number],
  column: Uint8Array,
  row: number,
  weight: number,
): [How, number] {
  const low = column[row * 2]!;
  const high = column[row * 2 + 1]!;
  if (low === 0) return ['not-known', 0];
  const away = Math.max(0, from - high, low - to);
  return [away === 0 ? 'same' : away <= 3 ? 'near-year' : 'other-year', weight];
}

function placeHow({ weight, level }: { weight: number; level: number }): [How, number] {
  const hows: Record<number, How> = {
    3: 'same-words',
    2: 'same-commune',
    1: 'same-district',
    0: 'same-province',
    [-1]: 'other-place',
    [-2]: 'not-known',
  };
  return [hows[level]!, weight];
}
