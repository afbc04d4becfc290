import type { Net, NetShape } from './source.ts';

/**
 * Leaves out the points nobody would miss (Visvalingam: a point counts as much as the triangle it makes with its
 * neighbours). Ends of arcs stay, so that neighbours go on sharing their border without a gap.
 * @param size side, in degrees, of the square whose area a triangle must reach
 */
export function simplify(arc: readonly number[], size: number): number[] {
  const count = arc.length / 2;
  if (count <= 2) return [...arc];
  const limit = size * size;
  const before = Array.from({ length: count }, (_, i) => i - 1);
  const after = Array.from({ length: count }, (_, i) => i + 1);
  const area = (i: number): number => {
    const a = 2 * before[i]!;
    const b = 2 * i;
    const c = 2 * after[i]!;
    return (
      Math.abs(
        (arc[b]! - arc[a]!) * (arc[c + 1]! - arc[a + 1]!) - (arc[c]! - arc[a]!) * (arc[b + 1]! - arc[a + 1]!),
      ) / 2
    );
  };
  const weight = Array.from({ length: count }, (_, i) => (i === 0 || i === count - 1 ? Infinity : area(i)));
  // A closed arc (an island) keeps at least a triangle.
  const closed = arc[0] === arc.at(-2) && arc[1] === arc.at(-1);
  let left = count;
  const least = closed ? 4 : 2;
  while (left > least) {
    let smallest = 0;
    for (let i = after[0]!; i < count - 1; i = after[i]!) if (weight[i]! < weight[smallest]!) smallest = i;
    if (smallest === 0 || weight[smallest]! >= limit) break;
    const [b, a] = [before[smallest]!, after[smallest]!];
    after[b] = a;
    before[a] = b;
    left--;
    // A neighbour never counts less than what was just dropped, or a long spit would unravel from its tip.
    if (b > 0) weight[b] = Math.max(area(b), weight[smallest]!);
    if (a < count - 1) weight[a] = Math.max(area(a), weight[smallest]!);
  }
  const kept: number[] = [];
  for (let i = 0; i < count; i = after[i]!) kept.push(arc[2 * i]!, arc[2 * i + 1]!);
  return kept;
}

/** The same net, drawn for a smaller scale: points left out and islets below `islet` degrees dropped. */
export function simplifyNet(net: Net, size: number, islet: number): Net {
  const shapes: Record<string, NetShape[]> = {};
  for (const [name, list] of Object.entries(net.shapes)) {
    shapes[name] = list
      .map((shape) => ({
        ...shape,
        parts: shape.parts.filter((run) => !(shape.area || isLoop(net, run)) || extent(net, run) >= islet),
      }))
      .filter((shape) => shape.parts.length > 0);
  }
  return { ...net, arcs: net.arcs.map((arc) => simplify(arc, size)), shapes };
}

/** Whether a line is one closed arc: the shore of an island. */
function isLoop(net: Net, run: readonly number[]): boolean {
  const arc = net.arcs[run[0]! < 0 ? ~run[0]! : run[0]!]!;
  return run.length === 1 && arc[0] === arc.at(-2) && arc[1] === arc.at(-1);
}

/** The longer side of a run's box, in degrees. */
function extent(net: Net, run: readonly number[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const reference of run) {
    const arc = net.arcs[reference < 0 ? ~reference : reference]!;
    for (let i = 0; i < arc.length; i += 2) {
      west = Math.min(west, arc[i]!);
      east = Math.max(east, arc[i]!);
      south = Math.min(south, arc[i + 1]!);
      north = Math.max(north, arc[i + 1]!);
    }
  }
  return Math.max(east - west, north - south);
}
