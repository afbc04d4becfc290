import type { Rng } from '../../generate/rng.ts';
import type { Row } from './rows.ts';

/**
 * Takes graves out until exactly so many are left, as real rows are: some end early, some have a gap. Numbers stay
 * as they were painted.
 * @throws Error when there are too few to begin with
 */
export function thin(rows: Row[], target: number, rng: Rng, keep: (row: Row) => boolean): Row[] {
  const left = rows.map((row) => ({ ...row, plots: [...row.plots] }));
  const total = () => left.reduce((sum, { plots }) => sum + plots.length, 0);
  if (total() < target) throw new Error(`The plan has room for ${total()} graves only.`);
  const open = left.filter((row) => !keep(row));
  for (let over = total() - target; over > 0; over--) {
    const { plots } = rng.pick(open.filter(({ plots }) => plots.length > 5));
    if (rng.chance(0.65)) plots.pop();
    else plots.splice(rng.int(1, plots.length - 2), 1);
  }
  return left;
}
