import type { SearchService } from '../../server/search/service.ts';
import { noiseKinds, noisyQuery, suits, type NoiseKind, type NoisyQuery } from '../generate/noise.ts';
import { seeded } from '../generate/rng.ts';
import type { Sought } from './search-load.ts';

export interface Asked {
  kind: NoiseKind;
  sought: Sought;
  query: NoisyQuery;
}

/** Queries for people who suit the kind and whose record holds enough facts. */
export function askedFor(
  sought: Sought[],
  kinds: readonly NoiseKind[],
  each: number,
  facts: number,
  wrong: number,
): Asked[] {
  const rng = seeded(1000 + facts * 10 + wrong);
  const asked: Asked[] = [];
  for (const kind of kinds) {
    let count = 0;
    for (const one of sought) {
      if (count >= each) break;
      if (!suits(one.person, kind) || rng.chance(0.5)) continue;
      const query = noisyQuery(one.person, kind, rng, facts, wrong);
      if (Object.keys(query).length < 1 + facts + wrong) continue;
      asked.push({ kind, sought: one, query });
      count += 1;
    }
  }
  return asked;
}

export interface Recall {
  n: number;
  first: number;
  ten: number;
  mrr: number;
  /** The same people found by an engine that knows the exact name and ranks by the facts alone. */
  bound: number;
}

/** Place of the right person, 0 when not among the first `limit`. */
async function placeOf(search: SearchService, query: NoisyQuery, id: string, limit: number): Promise<number> {
  const { hits } = await search.search({ ...query, limit }, 'vi');
  return hits.findIndex((hit) => hit.id === id) + 1;
}

/** Nobody with another name is counted: what is left is what the facts alone can tell apart. */
async function boundPlace(search: SearchService, { sought, query }: Asked): Promise<number> {
  const exact = sought.person.truth.name.parts.join(' ');
  const { hits } = await search.search({ ...query, name: exact, limit: 100 }, 'vi');
  const same = hits.filter(({ id, name }) => id === sought.id || name?.toLowerCase() === exact.toLowerCase());
  return same.findIndex(({ id }) => id === sought.id) + 1;
}

/** Asks everything, one after another, and counts by kind. */
export async function measureRecall(search: SearchService, asked: Asked[]): Promise<Map<NoiseKind, Recall>> {
  const found = new Map<NoiseKind, Recall>();
  for (const kind of noiseKinds) {
    const own = asked.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    const recall: Recall = { n: own.length, first: 0, ten: 0, mrr: 0, bound: 0 };
    for (const one of own) {
      const place = await placeOf(search, one.query, one.sought.id, 20);
      if (place === 1) recall.first += 1;
      if (place > 0 && place <= 10) recall.ten += 1;
      if (place > 0) recall.mrr += 1 / place;
      const bound = await boundPlace(search, one);
      if (bound > 0 && bound <= 10) recall.bound += 1;
    }
    for (const field of ['first', 'ten', 'mrr', 'bound'] as const) recall[field] /= own.length;
    found.set(kind, recall);
  }
  return found;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

/** One line a kind, and the mean over kinds. */
export function recallTable(title: string, recalls: Map<NoiseKind, Recall>, whole = true): string {
  const all = [...recalls.values()];
  const mean = (field: keyof Recall) => all.reduce((sum, recall) => sum + recall[field], 0) / all.length;
  const line = (name: string, { n, first, ten, mrr, bound }: Recall) =>
    `${name.padEnd(16)}${String(n).padStart(5)}  ${percent(first)}  ${percent(ten)}  ${mrr.toFixed(3)}  ${percent(bound)}`;
  return [
    `${title.padEnd(16)}    n  recall@1  recall@10  MRR   bound@10`,
    ...(whole ? [...recalls].map(([kind, recall]) => line(kind, recall)) : []),
    line('mean of kinds', {
      n: all.reduce((sum, { n }) => sum + n, 0),
      first: mean('first'),
      ten: mean('ten'),
      mrr: mean('mrr'),
      bound: mean('bound'),
    }),
  ].join('\n');
}
