import { middles, rowFlag, type Columns } from './columns.ts';
import { Facets, type Provinces } from './facets.ts';
import type { NameScorer } from './name-scorer.ts';
import type { Question } from './question.ts';
import { nameOfRow } from './row-names.ts';
import { Top } from './top.ts';
import type { RowWeigher } from './weigh.ts';

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
const hopeless = 9;
const bucketWidth = 0.5;
const buckets = Math.ceil(hopeless / bucketWidth) + 1;
/** Rows that one question may read, so that no question holds up the others. */
const rowBudget = 40_000;

// Bounds are kept in 32 bits: the best one may come out a hair above itself.
const bucketOf = (below: number) => Math.max(0, Math.floor(below / bucketWidth));

/** Runs of names that are worth reading, best first: a thread keeps one and uses it for every question. */
export class RunList {
  readonly runs: Uint32Array;
  readonly order: Uint32Array;
  private readonly bounds: Float32Array;
  readonly starts = new Uint32Array(buckets + 1);
  /** The most that any run can score. */
  best = -Infinity;

  constructor(private readonly columns: Columns) {
    this.runs = new Uint32Array(columns.view.runFamily.length);
    this.order = new Uint32Array(columns.view.runFamily.length);
    this.bounds = new Float32Array(columns.view.runFamily.length);
  }

  fill(scorer: NameScorer): void {
    const { view, givens } = this.columns;
    let reach = -Infinity;
    for (let given = 0; given < givens; given++)
      if (view.givenRun[given] !== view.givenRun[given + 1]) reach = Math.max(reach, scorer.reachOf(given));
    let count = 0;
    let most = -Infinity;
    for (let given = 0; given < givens; given++) {
      const last = view.givenRun[given + 1]!;
      let run = view.givenRun[given]!;
      if (run === last || scorer.reachOf(given) < reach - hopeless) continue;
      scorer.aim(given, reach - hopeless);
      for (; run < last; run++) {
        const bound = scorer.boundOf(given, view.runFamily[run]!);
        if (bound < most - hopeless) continue;
        if (bound > most) most = bound;
        this.runs[count] = run;
        this.bounds[count++] = bound;
      }
    }
    this.best = most;
    this.sort(count);
  }

  private sort(count: number): void {
    const { starts, bounds, best } = this;
    starts.fill(0);
    for (let at = 0; at < count; at++) {
      const bucket = bucketOf(best - bounds[at]!);
      if (bucket < buckets) starts[bucket + 1]! += 1;
    }
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
    const next = starts.slice();
    for (let at = 0; at < count; at++) {
      const bucket = bucketOf(best - bounds[at]!);
      if (bucket < buckets) this.order[next[bucket]!++] = this.runs[at]!;
    }
  }
}

/** One question on its way through the columns. */
export class Reading {
  private readonly top: Top;
  private readonly facets: Facets;
  private read = 0;
  private total = 0;
  private exact = true;
  private best = -Infinity;

  constructor(
    private readonly columns: Columns,
    private readonly question: Question,
    private readonly names: NameScorer,
    private readonly facts: RowWeigher,
    private readonly passes: ((row: number) => boolean) | undefined,
    private readonly runs: RunList,
    provinces: Provinces,
  ) {
    this.top = new Top(Math.max(40, question.limit + 15), columns.view.id);
    this.facets = new Facets(columns, provinces);
  }

  /** @param tail rows of the tail that may be read */
  run(tail: number): Ranking {
    this.runs.fill(this.names);
    this.best = this.runs.best;
    this.readTail(tail);
    const { starts, order } = this.runs;
    for (let bucket = 0; bucket < buckets; bucket++) {
      const clear = bucket * bucketWidth < plausible;
      if (!clear && this.runs.best - bucket * bucketWidth + this.facts.best < this.top.threshold) break;
      for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
        if (this.read > rowBudget && !this.names.nameless) {
          this.exact = false;
          return this.finish();
        }
        this.readRun(order[at]!, clear);
      }
    }
    return this.finish();
  }

  private readRun(run: number, clear: boolean): void {
    const { view } = this.columns;
    this.names.turnTo(view.runGiven[run]!, view.runFamily[run]!);
    const last = view.runName[run + 1]!;
    for (let name = view.runName[run]!; name < last; name++) {
      const score = this.names.score(view.nameMiddles, name * middles);
      if (!clear && score + this.facts.best < this.top.threshold) continue;
      const counts = score > this.best - plausible;
      const to = view.nameRow[name + 1]!;
      this.read += to - view.nameRow[name]!;
      for (let row = view.nameRow[name]!; row < to; row++) this.readRow(row, score, counts);
    }
  }

  private readRow(row: number, nameScore: number, counts: boolean): void {
    const flags = this.columns.view.flags[row]!;
    if ((flags & rowFlag.gone) !== 0 || (this.passes !== undefined && !this.passes(row))) return;
    if (counts && ((flags & rowFlag.alias) === 0 || !this.chiefCounts(row))) {
      this.total += 1;
      this.facets.count(row);
    }
    const score =
      Math.round((nameScore + this.facts.weigh(row, this.top.threshold - nameScore - 0.001)) * 1000) / 1000;
    if (score < this.top.threshold) return;
    const { after } = this.question;
    if (
      after !== undefined &&
      (score > after.score || (score === after.score && this.columns.idOf(row) <= after.id))
    )
      return;
    this.top.offer(score, row);
  }

  /** Whether the same dossier is counted under its chief name already. */
  private chiefCounts(row: number): boolean {
    return this.otherRows(row).some(
      (other) =>
        (this.columns.view.flags[other]! & rowFlag.alias) === 0 &&
        this.nameScoreOf(other) > this.best - plausible,
    );
  }

  private otherRows(row: number): number[] {
    const { byId, view } = this.columns;
    return byId
      .rowsOf(view.id.subarray(row * 12, row * 12 + 12))
      .filter((other) => other !== row && (view.flags[other]! & rowFlag.gone) === 0);
  }

  private nameScoreOf(row: number): number {
    return this.names.scoreOf(nameOfRow(this.columns, row)).score;
  }

  private readTail(tail: number): void {
    for (let row = this.columns.rows; row < this.columns.rows + tail; row++) {
      if ((this.columns.view.flags[row]! & rowFlag.gone) !== 0) continue;
      const score = this.nameScoreOf(row);
      if (score > this.best) this.best = score;
      if (score > this.best - hopeless) this.readRow(row, score, score > this.best - plausible);
    }
  }

  private finish(): Ranking {
    const hits: Ranked[] = [];
    const seen = new Set<string>();
    const { after, limit } = this.question;
    for (const { row, score } of this.top.sorted()) {
      const id = this.columns.idOf(row);
      if (seen.has(id)) continue;
      seen.add(id);
      // Shown on an earlier page under a better name of his.
      if (after !== undefined && this.otherRows(row).some((other) => this.scoreOf(other) > score)) continue;
      hits.push({ row, id, score });
    }
    const full = this.top.size === this.top.room;
    return {
      hits: hits.slice(0, Math.max(limit, 50)),
      total: Math.max(this.total, hits.length),
      exact: this.exact && !full,
      facets: this.facets,
      more: hits.length > limit || full,
    };
  }

  private scoreOf(row: number): number {
    return Math.round((this.nameScoreOf(row) + this.facts.weigh(row)) * 1000) / 1000;
  }
}
