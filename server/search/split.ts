import type { Columns } from './columns.ts';
import type { Question } from './question.ts';
import type { Ranked } from './reading.ts';

export type SplitField = 'birthYear' | 'home' | 'unit' | 'deathYear' | 'cemetery';

/** Hits this close to the first one (natural logarithm) may as well be him. */
const close = 3;

/**
 * When several people fit about equally: the facts not yet given, by how well an answer would tell them apart
 * (entropy of what is recorded; what is not recorded tells nothing).
 */
export function splitBy(columns: Columns, question: Question, hits: Ranked[]): SplitField[] {
  const first = hits[0];
  if (first === undefined) return [];
  const alike = hits.filter(({ score }) => score > first.score - close);
  if (alike.length < 2) return [];
  const { view } = columns;
  const fields: [SplitField, boolean, (row: number) => number][] = [
    ['birthYear', question.birth !== undefined || question.age !== undefined, (row) => view.birth[row * 2]!],
    ['deathYear', question.death !== undefined, (row) => view.death[row * 2]!],
    ['home', question.home !== undefined, (row) => view.home[row]!],
    ['unit', question.unit !== undefined, (row) => view.unit[row]!],
    ['cemetery', question.cemetery !== undefined, (row) => view.cemetery[row]!],
  ];
  return fields
    .filter(([, given]) => !given)
    .map(([field, , valueOf]) => [field, gain(alike.map(({ row }) => valueOf(row)))] as const)
    .filter(([, bits]) => bits > 0.3)
    .sort((one, other) => other[1] - one[1])
    .map(([field]) => field);
}

function gain(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = values.filter((value) => value !== 0).length;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / known) * Math.log2(count / known);
  return known === 0 ? 0 : (bits * known) / values.length;
}
