import { middles } from './columns.ts';
import type { Part } from './name-parts.ts';
import { middleScore, type Costs, type Order } from './orders.ts';
import type { RowName } from './row-names.ts';

/**
 * Scores recorded names against what was typed, under every order the words can be read in. The orders lie in flat
 * arrays: this is the inner loop of every search.
 */
export class NameScorer {
  private readonly count: number;
  private readonly prior: number[];
  private readonly given: (Float32Array | undefined)[];
  private readonly family: (Float32Array | undefined)[];
  private readonly reach: number[];
  private readonly heads: Float64Array;
  private readonly aimed = new Uint8Array(8);
  private alive = 0;
  /** True when no name was given: all names are alike then. */
  readonly nameless: boolean;

  constructor(
    readonly orders: Order[],
    private readonly costs: Costs,
    private readonly common: Uint8Array,
  ) {
    this.count = orders.length;
    this.prior = orders.map(({ prior }) => prior);
    this.given = orders.map(({ given }) => given?.table);
    this.family = orders.map(({ family }) => family?.table);
    this.heads = new Float64Array(this.count);
    this.nameless = orders[0]?.given === undefined;
    const best = (part: Part | undefined, without: number) => Math.max(part?.best ?? without, without);
    this.reach = orders.map((order) =>
      this.nameless
        ? 0
        : order.prior + order.middleBest + (order.family === undefined ? 0 : best(order.family, costs.extra)),
    );
  }

  /** The most that a name with this given name can score. */
  reachOf(given: number): number {
    if (this.nameless) return 0;
    let most = -Infinity;
    for (let at = 0; at < this.count; at++) {
      const own = this.reach[at]! + this.given[at]![given]!;
      if (own > most) most = own;
    }
    return most;
  }

  /** Turns to one given name: orders under which it can reach no more than `least` are left out of `boundOf`. */
  aim(given: number, least: number): void {
    this.alive = 0;
    if (this.nameless) return;
    for (let at = 0; at < this.count; at++)
      if (this.reach[at]! + this.given[at]![given]! >= least) this.aimed[this.alive++] = at;
  }

  /** The most that a name of the given name aimed at and this family name can score. */
  boundOf(given: number, family: number): number {
    if (this.nameless) return 0;
    let most = -Infinity;
    for (let index = 0; index < this.alive; index++) {
      const at = this.aimed[index]!;
      const own = this.head(at, given, family) + this.orders[at]!.middleBest;
      if (own > most) most = own;
    }
    return most;
  }

  /** Turns to the names of one given and family name. */
  turnTo(given: number, family: number): void {
    if (!this.nameless) for (let at = 0; at < this.count; at++) this.heads[at] = this.head(at, given, family);
  }

  /** Score of a name of the run turned to. @param from where its middles begin in `recorded` */
  score(recorded: Uint16Array, from: number): number {
    if (this.nameless) return 0;
    let count = 0;
    while (count < middles && recorded[from + count] !== 0) count += 1;
    let most = -Infinity;
    for (let at = 0; at < this.count; at++) {
      const head = this.heads[at]!;
      if (head + this.orders[at]!.middleBest <= most) continue;
      const own = head + middleScore(this.orders[at]!, recorded, from, count, this.costs, this.common);
      if (own > most) most = own;
    }
    return most;
  }

  /** Score of any name, and the order it is got by. */
  scoreOf(name: RowName): { score: number; order: Order } {
    let score = -Infinity;
    let order = this.orders[0]!;
    if (this.nameless) return { score: 0, order };
    for (let at = 0; at < this.count; at++) {
      const own =
        this.head(at, name.given, name.family) +
        middleScore(this.orders[at]!, name.middles, 0, name.middles.length, this.costs, this.common);
      if (own > score) {
        score = own;
        order = this.orders[at]!;
      }
    }
    return { score, order };
  }

  /** What given and family name add under an order. */
  private head(at: number, given: number, family: number): number {
    const table = this.family[at];
    const head = this.prior[at]! + this.given[at]![given]!;
    if (family === 0) return table === undefined ? head : head + this.costs.extra;
    return table === undefined ? head + this.costs.dropFamily : head + table[family]!;
  }
}
