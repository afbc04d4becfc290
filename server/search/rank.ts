import { informationCodes } from './compact.ts';
import { middles, rowFlag, type Columns } from './columns.ts';
import { Facets } from './facets.ts';
import { NameReader, type Part } from './name-parts.ts';
import { costsOf, middleScore, ordersOf, type Costs, type Order } from './orders.ts';
import type { Question } from './question.ts';
import { nameOfRow, type RowName } from './row-names.ts';
import { Top } from './top.ts';
import { Vocabulary } from './vocabulary.ts';
import { Facts, type FactWeigher } from './weigh.ts';
import type { Weights } from './weights.ts';

export interface Ranked {
  row: number;
  id: string;
  score: number;
}
export interface Ranking {
  hits: Ranked[];
  /** People whose name can be the one asked for. */
  total: number;
  /** False when reading stopped before everybody was looked at. */
  exact: boolean;
  facets: Facets;
  more: boolean;
}

/** Names this much less likely than the best one that exists (natural logarithm) still count as "can be the one". */
const plausible = 4.5;
/** Names further off are not looked at, whatever the facts say. */
const hopeless = 17;
const bucketWidth = 0.5;
/** Rows that one question may read, so that no question holds up the others. */
const rowBudget = 40_000;

/** Ranks everybody in one packing of the columns. One for each thread. */
export class Ranker {
  readonly vocabulary: Vocabulary;
  readonly names: NameReader;
  readonly facts: Facts;
  private readonly costs: Costs;
  private common: ReadonlySet<number> = new Set();
  private readonly parts = new Map<string, Part>();

  constructor(
    readonly columns: Columns,
    private readonly weights: Weights,
  ) {
    this.vocabulary = new Vocabulary(columns);
    this.names = new NameReader(columns, this.vocabulary, weights);
    this.facts = new Facts(columns, weights);
    this.costs = costsOf(weights);
    this.follow();
  }

  /** Takes in what was added since the last question. */
  follow(): void {
    const before = this.vocabulary.known.length;
    this.vocabulary.follow();
    this.facts.follow();
    if (before !== this.vocabulary.known.length || this.common.size === 0) {
      this.parts.clear();
      this.common = new Set(
        this.vocabulary.known.flatMap(({ base }, at) => (base === 'van' || base === 'thi' ? [at] : [])),
      );
    }
  }

  orders(words: string[]): Order[] {
    const kept = words.slice(0, 7);
    return ordersOf(
      kept.map((word, at) => {
        const role = at === kept.length - 1 ? 'given' : at === 0 ? 'family' : 'middle';
        const key = `${role} ${word}`;
        let part = this.parts.get(key);
        if (part === undefined) {
          part = this.names.part(word, role);
          if (this.parts.size > 300) this.parts.clear();
          this.parts.set(key, part);
        }
        return part;
      }),
      this.weights,
    );
  }

  rank(question: Question): Ranking {
    // The tail's length first: whatever its rows need of the lists is there by then.
    const { tail } = this.columns;
    this.follow();
    return new Reading(this, question, this.costs, this.common).run(tail);
  }

  /** Score of one row's name under the best order, and that order. */
  nameScore(orders: Order[], name: RowName): { score: number; order: Order } {
    let best = { score: -Infinity, order: orders[0]! };
    for (const order of orders) {
      const score =
        headScore(order, name.given, name.family, this.costs) +
        (order.given === undefined
          ? 0
          : middleScore(order, name.middles, 0, name.middles.length, this.costs, this.common));
      if (score > best.score) best = { score, order };
    }
    return best;
  }
}

/** What given and family name add under an order. */
function headScore(order: Order, given: number, family: number, costs: Costs): number {
  if (order.given === undefined) return 0;
  const head = order.prior + order.given.table[given]!;
  if (family === 0) return head + (order.family === undefined ? 0 : costs.extra);
  return head + (order.family === undefined ? costs.dropFamily : order.family.table[family]!);
}

/** One question on its way through the columns. */
class Reading {
  private readonly orders: Order[];
  private readonly fact: FactWeigher;
  private readonly top: Top;
  private readonly facets: Facets;
  private readonly passes: (row: number) => boolean;
  private readonly nameless: boolean;
  private read = 0;
  private total = 0;
  private exact = true;
  private best = -Infinity;

  constructor(
    private readonly ranker: Ranker,
    private readonly question: Question,
    private readonly costs: Costs,
    private readonly common: ReadonlySet<number>,
  ) {
    this.orders = ranker.orders(question.name);
    this.fact = ranker.facts.for(question);
    this.top = new Top(Math.max(80, question.limit + 30), ranker.columns.view.id);
    this.facets = new Facets(ranker.columns);
    this.passes = filterOf(ranker, question);
    this.nameless = question.name.length === 0;
  }

  run(tail: number): Ranking {
    const { columns } = this.ranker;
    const buckets = this.bucketRuns();
    this.readTail(tail);
    let done = false;
    for (let bucket = 0; bucket < buckets.length && !done; bucket++) {
      const reach = this.best - bucket * bucketWidth;
      const clear = bucket * bucketWidth < plausible;
      if (!clear && reach + this.fact.best < this.top.threshold) break;
      for (const run of buckets[bucket] ?? []) {
        if (this.read > rowBudget && !this.nameless) {
          this.exact = false;
          done = true;
          break;
        }
        for (let name = columns.view.runName[run]!; name < columns.view.runName[run + 1]!; name++)
          this.readName(run, name, clear);
      }
    }
    return this.finish();
  }

  /** Runs of one given and family name, by how well they can score at best. */
  private bucketRuns(): number[][] {
    const { columns } = this.ranker;
    const { view } = columns;
    const bounds: number[] = [];
    const runs: number[] = [];
    const reach = this.orders.map(
      (order) =>
        order.prior +
        order.middleBest +
        (order.given === undefined
          ? 0
          : Math.max(
              order.family?.best ?? this.costs.dropFamily,
              order.family === undefined ? 0 : this.costs.extra,
            )),
    );
    let most = -Infinity;
    for (let given = 0; given < columns.givens; given++) {
      const first = view.givenRun[given]!;
      const last = view.givenRun[given + 1]!;
      if (first === last) continue;
      let bound = -Infinity;
      this.orders.forEach((order, at) => {
        const own = reach[at]! + (order.given?.table[given] ?? 0);
        if (own > bound) bound = own;
      });
      if (bound < most - hopeless) continue;
      for (let run = first; run < last; run++) {
        const own = this.bound(given, view.runFamily[run]!);
        if (own < most - hopeless) continue;
        if (own > most) most = own;
        runs.push(run);
        bounds.push(own);
      }
    }
    this.best = most;
    const buckets: number[][] = [];
    runs.forEach((run, at) => {
      const bucket = Math.floor((most - bounds[at]!) / bucketWidth);
      if (bucket * bucketWidth <= hopeless) (buckets[bucket] ??= []).push(run);
    });
    return Array.from(buckets, (bucket) => bucket ?? []);
  }

  private bound(given: number, family: number): number {
    let bound = -Infinity;
    for (const order of this.orders) {
      const own = headScore(order, given, family, this.costs) + order.middleBest;
      if (own > bound) bound = own;
    }
    return bound;
  }

  private readName(run: number, name: number, clear: boolean): void {
    const { columns } = this.ranker;
    const { view } = columns;
    let count = 0;
    while (count < middles && view.nameMiddles[name * middles + count] !== 0) count += 1;
    const given = view.runGiven[run]!;
    const family = view.runFamily[run]!;
    let score = -Infinity;
    for (const order of this.orders) {
      const own =
        headScore(order, given, family, this.costs) +
        (order.given === undefined
          ? 0
          : middleScore(order, view.nameMiddles, name * middles, count, this.costs, this.common));
      if (own > score) score = own;
    }
    if (!clear && score + this.fact.best < this.top.threshold) return;
    const counts = clear && score > this.best - plausible;
    const from = view.nameRow[name]!;
    const to = view.nameRow[name + 1]!;
    this.read += to - from;
    for (let row = from; row < to; row++) this.readRow(row, score, counts);
  }

  private readRow(row: number, nameScore: number, counts: boolean): void {
    const flags = this.ranker.columns.view.flags[row]!;
    if ((flags & rowFlag.gone) !== 0 || !this.passes(row)) return;
    const score = Math.round((nameScore + this.fact.weigh(row)) * 1000) / 1000;
    if (counts && ((flags & rowFlag.alias) === 0 || !this.chiefCounts(row))) {
      this.total += 1;
      this.facets.count(row);
    }
    if (score < this.top.threshold) return;
    const { after } = this.question;
    if (
      after !== undefined &&
      (score > after.score || (score === after.score && this.ranker.columns.idOf(row) <= after.id))
    )
      return;
    this.top.offer(score, row);
  }

  /** Whether the same dossier is counted under its chief name already. */
  private chiefCounts(row: number): boolean {
    return this.otherRows(row).some(
      (other) =>
        (this.ranker.columns.view.flags[other]! & rowFlag.alias) === 0 &&
        this.nameScoreOf(other) > this.best - plausible,
    );
  }

  private otherRows(row: number): number[] {
    const { columns } = this.ranker;
    return columns.byId
      .rowsOf(columns.view.id.subarray(row * 12, row * 12 + 12))
      .filter((other) => other !== row && (columns.view.flags[other]! & rowFlag.gone) === 0);
  }

  private nameScoreOf = (row: number) =>
    this.ranker.nameScore(this.orders, nameOfRow(this.ranker.columns, row)).score;

  private readTail(tail: number): void {
    const { columns } = this.ranker;
    for (let at = 0; at < tail; at++) {
      const row = columns.rows + at;
      if ((columns.view.flags[row]! & rowFlag.gone) !== 0) continue;
      const score = this.nameScoreOf(row);
      if (score > this.best) this.best = score;
      if (score > this.best - hopeless) this.readRow(row, score, score > this.best - plausible);
    }
  }

  private finish(): Ranking {
    const { columns } = this.ranker;
    const hits: Ranked[] = [];
    const seen = new Set<string>();
    const sorted = this.top.sorted();
    const { after, limit } = this.question;
    for (const { row, score } of sorted) {
      const id = columns.idOf(row);
      if (seen.has(id)) continue;
      seen.add(id);
      // Shown on an earlier page under a better name of his.
      if (after !== undefined && this.otherRows(row).some((other) => this.scoreOf(other) > score)) continue;
      hits.push({ row, id, score });
    }
    return {
      hits: hits.slice(0, Math.max(limit, 50)),
      total: Math.max(this.total, hits.length),
      exact: this.exact && this.top.size < this.top.room,
      facets: this.facets,
      more: hits.length > limit || this.top.size === this.top.room,
    };
  }

  private scoreOf(row: number): number {
    return Math.round((this.nameScoreOf(row) + this.fact.weigh(row)) * 1000) / 1000;
  }
}

function filterOf({ columns, facts }: Ranker, { only }: Question): (row: number) => boolean {
  const { view } = columns;
  const tests: ((row: number) => boolean)[] = [];
  if (only.information !== undefined) {
    const wanted = only.information;
    tests.push((row) => ((view.flags[row]! >> 3) & 7) % informationCodes.length === wanted);
  }
  if (only.cemetery !== undefined) {
    const wanted = facts.cemeteryNumber(only.cemetery) ?? -1;
    tests.push((row) => view.cemetery[row] === wanted);
  }
  if (only.death !== undefined) {
    const [from, to] = only.death;
    tests.push(
      (row) => view.death[row * 2 + 1]! >= from && view.death[row * 2]! <= to && view.death[row * 2] !== 0,
    );
  }
  if (only.home !== undefined) {
    const wanted = only.home;
    tests.push((row) => Facets.provinceOf(columns, view.home[row]!) === wanted);
  }
  if (tests.length === 0) return () => true;
  return (row) => tests.every((test) => test(row));
}
