import type { Part } from './name-parts.ts';
import type { Weights } from './weights.ts';

/** One way to read the typed words as family, middles and given name. */
export interface Order {
  kind: keyof Weights['orders'];
  /** Logarithm of its chance. */
  prior: number;
  given: Part | undefined;
  family: Part | undefined;
  middles: Part[];
  /** The most that the middles can add. */
  middleBest: number;
}

/** As typed; given name first; all turned round; without the family. Those that make no difference are left out. */
export function ordersOf(parts: Part[], weights: Weights): Order[] {
  const { orders } = weights;
  const make = (
    kind: Order['kind'],
    given: Part | undefined,
    family: Part | undefined,
    middles: Part[],
  ): Order => ({
    kind,
    prior: Math.log(orders[kind]),
    given,
    family,
    middles: middles.slice(0, 4),
    middleBest: middles.slice(0, 4).reduce((sum, part) => sum + Math.max(part.best, 0), 0),
  });
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined)
    return [{ ...make('straight', undefined, undefined, []), prior: 0 }];
  if (parts.length === 1) return [{ ...make('straight', first, undefined, []), prior: 0 }];
  const inner = parts.slice(1, -1);
  const found = [
    make('straight', last, first, inner),
    make('givenFirst', first, parts[1], parts.slice(2)),
    make('noFamily', last, undefined, parts.slice(0, -1)),
  ];
  if (parts.length > 2) found.push(make('reversed', first, last, [...inner].reverse()));
  return found;
}

/** What is lost when the record has parts that were not typed, and the other way round. */
export interface Costs {
  dropFamily: number;
  dropMiddle: number;
  dropCommonMiddle: number;
  extra: number;
}
export const costsOf = (weights: Weights): Costs => ({
  dropFamily: Math.log(weights.dropFamily),
  dropMiddle: Math.log(weights.dropMiddle),
  dropCommonMiddle: Math.log(weights.dropCommonMiddle),
  extra: Math.log(weights.extra),
});

/** @param common 1 for Văn and Thị, which are left out more readily than other middles */
export function middleScore(
  order: Order,
  recorded: ArrayLike<number>,
  from: number,
  count: number,
  costs: Costs,
  common: Uint8Array,
): number {
  const typed = order.middles.length;
  if (count === 0) return typed * costs.extra;
  if (typed === 0) {
    let sum = 0;
    for (let at = 0; at < count; at++) sum += dropCost(recorded[from + at]!, costs, common);
    return sum;
  }
  if (typed === 1 && count === 1) {
    const middle = recorded[from]!;
    return Math.max(order.middles[0]!.table[middle]!, costs.extra + dropCost(middle, costs, common));
  }
  return align(order.middles, recorded, from, count, costs, common);
}

const dropCost = (middle: number, costs: Costs, common: Uint8Array) =>
  common[middle] === 1 ? costs.dropCommonMiddle : costs.dropMiddle;

/** Rows of `align`, kept: it runs for many names of every question, and no two threads share a module. */
const rows = [new Float64Array(8), new Float64Array(8)] as const;

/** Best pairing in order, parts of either side left over at their cost. */
function align(
  typed: Part[],
  recorded: ArrayLike<number>,
  from: number,
  count: number,
  costs: Costs,
  common: Uint8Array,
): number {
  let [above, row]: readonly Float64Array[] = rows as readonly [Float64Array, Float64Array];
  above[0] = 0;
  for (let at = 0; at < count; at++)
    above[at + 1] = above[at]! + dropCost(recorded[from + at]!, costs, common);
  for (let index = 0; index < typed.length; index++) {
    const { table } = typed[index]!;
    row[0] = above[0]! + costs.extra;
    for (let at = 0; at < count; at++) {
      const middle = recorded[from + at]!;
      const paired = above[at]! + table[middle]!;
      const extra = above[at + 1]! + costs.extra;
      const dropped = row[at]! + dropCost(middle, costs, common);
      row[at + 1] =
        paired > extra ? (paired > dropped ? paired : dropped) : extra > dropped ? extra : dropped;
    }
    [above, row] = [row, above];
  }
  return above[count]!;
}
