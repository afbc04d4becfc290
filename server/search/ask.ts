import { createHash } from 'node:crypto';
import { flag, informationCodes, yearCode } from './compact.ts';
import type { FilterField, SearchQuery } from './contract.ts';
import { explain } from './explain.ts';
import type { CemeteryEntry, Found } from './messages.ts';
import { nearCemeteries, namedCemeteries } from './cemetery-names.ts';
import type { Question } from './question.ts';
import type { Ranker } from './rank.ts';
import type { Ranked, Ranking } from './reading.ts';
import { readLine, type ReadLine } from './read-line.ts';
import { placeBytes, unitTokensOf } from './readings.ts';
import { splitBy } from './split.ts';
import { patternWords } from './stone.ts';
import { fromOldCodePage } from './typed.ts';
import { runTogether } from './run-together.ts';

const defaultLimit = 20;
const filters: FilterField[] = ['status', 'onlyHome', 'onlyCemetery', 'onlyDeath'];

/** Answers one query over the columns: reads it, ranks, explains. Runs in a searching thread. */
export function ask(ranker: Ranker, cemeteries: CemeteryEntry[], query: SearchQuery): Found {
  const { chips, age, ...read } =
    query.q === undefined ? ({ chips: [] } as ReadLine) : readLine(fromOldCodePage(query.q));
  // A field of its own beats what the line was taken for.
  const given: SearchQuery = {
    ...read,
    ...(age === undefined ? {} : { age: Number(age) }),
    ...withoutUndefined(query),
  };
  const question = questionOf(ranker, cemeteries, given);
  const hash = hashOf(query);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, hash);
  if (after !== undefined) question.after = after;
  const ranking =
    given.name !== undefined && given.alias !== undefined
      ? rankBoth(ranker, question, given.alias)
      : ranker.rank(question);
  const limit = question.limit;
  const fact = ranker.facts.for(question);
  const scorer = ranker.scorer(question.name);
  const page = ranking.hits.slice(0, limit);
  const last = page.at(-1);
  const { facets } = ranking;
  const counts = facets.list();
  return {
    hits: page.map(({ row, id, score }) => ({
      id,
      kind: (ranker.columns.view.flags[row]! & flag.grave) !== 0 ? 'grave' : 'martyr',
      score,
      grounds: explain(
        ranker,
        question,
        scorer,
        fact,
        row,
        given.name === undefined && given.alias !== undefined,
      ),
    })),
    total: ranking.total,
    exact: ranking.exact,
    facets: {
      ...counts,
      cemetery: counts.cemetery.map(([at, count]) => [
        Buffer.from(ranker.columns.cemeteries.get(at)).toString('hex'),
        count,
      ]),
    },
    chips,
    asked: Object.fromEntries(Object.entries(given).map(([field, value]) => [field, String(value)])),
    relax: page.length === 0 && after === undefined ? relax(ranker, question, given) : [],
    ask: after === undefined ? splitBy(ranker.columns, question, ranking.hits) : [],
    ...(ranking.more && last !== undefined ? { cursor: writeCursor(last, hash) } : {}),
  };
}

function questionOf(ranker: Ranker, cemeteries: CemeteryEntry[], query: SearchQuery): Question {
  const name = query.name ?? query.alias;
  const span = (text: string): [number, number] => {
    const [from, to = from] = text.split(/[-–]/).map((part) => yearCode(Number(part)));
    return [Math.min(from!, to!), Math.max(from!, to!)];
  };
  const deathYear = query.deathYear === undefined ? undefined : Number(query.deathYear.slice(0, 4));
  const named = query.cemetery === undefined ? undefined : namedCemeteries(cemeteries, query.cemetery);
  return {
    name: name === undefined ? [] : nameOf(ranker, name),
    ...(query.birthYear === undefined ? {} : { birth: span(query.birthYear) }),
    ...(query.deathYear === undefined ? {} : { death: span(query.deathYear) }),
    ...(query.age === undefined ? {} : { age: query.age }),
    ...(query.home === undefined ? {} : { home: placeBytes(query.home, undefined) }),
    ...(query.deathPlace === undefined ? {} : { deathPlace: placeBytes(query.deathPlace, deathYear) }),
    ...(query.unit === undefined ? {} : { unit: unitTokensOf(query.unit) }),
    ...(named === undefined || named.length === 0 ? {} : { cemetery: named }),
    ...(query.near === undefined ? {} : { near: nearCemeteries(cemeteries, query.near) }),
    only: {
      ...(query.status === undefined ? {} : { information: informationCodes.indexOf(query.status) }),
      ...(query.onlyHome === undefined ? {} : { home: query.onlyHome }),
      ...(query.onlyCemetery === undefined
        ? {}
        : { cemetery: cemeteries.find(({ code }) => code === query.onlyCemetery)?.id ?? 'none' }),
      ...(query.onlyDeath === undefined ? {} : { death: span(query.onlyDeath) }),
    },
    limit: query.limit ?? defaultLimit,
  };
}

/** Words of a name as typed: old code pages read, worn letters kept as holes, words run together taken apart. */
export function nameOf(ranker: Ranker, text: string): string[] {
  return patternWords(fromOldCodePage(text)).flatMap((word) => runTogether(word, ranker.vocabulary.bases));
}

/** A name and an alias: each is ranked, and who answers to both is first. */
function rankBoth(ranker: Ranker, question: Question, alias: string): Ranking {
  const wide = { ...question, limit: 100 };
  const named = ranker.rank(wide);
  const called = ranker.rank({ ...wide, name: nameOf(ranker, alias) });
  // Both rankings weigh the facts: they count once.
  const fact = ranker.facts.for(question).rows;
  const byId = new Map<string, Ranked>(named.hits.map((hit) => [hit.id, hit]));
  for (const hit of called.hits) {
    const other = byId.get(hit.id);
    const own = hit.score - fact.weigh(hit.row);
    if (other !== undefined) byId.set(hit.id, { ...other, score: other.score + Math.max(0, own) });
    else byId.set(hit.id, { ...hit, score: hit.score - 3 });
  }
  const hits = [...byId.values()].sort(
    (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1),
  );
  return {
    ...named,
    hits: hits.slice(0, 100),
    total: Math.max(named.total, hits.length),
    exact: false,
    more: false,
  };
}

/** For a list that filters emptied: how many people letting each go would show. */
function relax(ranker: Ranker, question: Question, given: SearchQuery): Found['relax'] {
  const key = {
    status: 'information',
    onlyHome: 'home',
    onlyCemetery: 'cemetery',
    onlyDeath: 'death',
  } as const;
  return filters
    .filter((filter) => given[filter] !== undefined)
    .map((filter) => {
      const only = { ...question.only };
      Reflect.deleteProperty(only, key[filter]);
      return { filter, count: ranker.rank({ ...question, only }).total };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

const withoutUndefined = (query: SearchQuery) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

/** A cursor belongs to its query: with another it means the first page. */
function hashOf(query: SearchQuery): string {
  const asked = Object.entries(query).filter(([field]) => field !== 'cursor' && field !== 'limit');
  return createHash('sha1').update(JSON.stringify(asked.sort())).digest('base64url').slice(0, 8);
}

const writeCursor = ({ score, id }: Ranked, hash: string) =>
  Buffer.from(`${hash}/${score}/${id}`).toString('base64url');

function readCursor(cursor: string, hash: string): { score: number; id: string } | undefined {
  const [own, score, id] = Buffer.from(cursor, 'base64url').toString().split('/');
  if (own !== hash || id === undefined || !Number.isFinite(Number(score))) return undefined;
  return { score: Number(score), id };
}
