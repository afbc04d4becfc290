import type { Net, NetShape } from './source.ts';

/** How near, in degrees (about 1.5 km), a neighbour's outline must run for a border to be one between states. */
const NEAR = 0.014;

/**
 * Tells the border between states from the coast: the outer arcs of `net` are cut where the neighbours' land begins
 * and ends, and three sets of lines are added to its shapes: `frontier`, `coast` and `inner` (between provinces).
 * @param area the name of the shapes whose arcs are looked at
 */
export function sortBorders(net: Net, area: string, neighbours: Net): Net {
  const uses = new Map<number, number>();
  for (const shape of net.shapes[area]!)
    for (const reference of shape.parts.flat())
      uses.set(index(reference), (uses.get(index(reference)) ?? 0) + 1);
  const isNear = nearness(neighbours);
  const arcs: number[][] = [];
  const pieces = new Map<number, number[]>();
  const lines: Record<'frontier' | 'coast' | 'inner', number[][]> = { frontier: [], coast: [], inner: [] };
  net.arcs.forEach((arc, old) => {
    if (uses.get(old) !== 1) {
      pieces.set(old, [arcs.length]);
      lines.inner.push([arcs.length]);
      arcs.push(arc);
      return;
    }
    const cut = cutWhereItChanges(arc, isNear);
    pieces.set(
      old,
      cut.map((_, i) => arcs.length + i),
    );
    for (const { points, near } of cut) {
      lines[near ? 'frontier' : 'coast'].push([arcs.length]);
      arcs.push(points);
    }
  });
  const renumber = (run: number[]): number[] =>
    run.flatMap((reference) => {
      const cut = pieces.get(index(reference))!;
      return reference < 0 ? [...cut].reverse().map((n) => ~n) : cut;
    });
  const shapes: Record<string, NetShape[]> = {};
  for (const [name, list] of Object.entries(net.shapes))
    shapes[name] = list.map((shape) => ({ ...shape, parts: shape.parts.map(renumber) }));
  for (const [name, parts] of Object.entries(lines)) shapes[name] = [{ facts: {}, parts, area: false }];
  return { ...net, arcs, shapes };
}

const index = (reference: number): number => (reference < 0 ? ~reference : reference);

/** Pieces of an arc that run along a neighbour, and pieces that do not; they share the points where they meet. */
function cutWhereItChanges(
  arc: readonly number[],
  isNear: (lng: number, lat: number) => boolean,
): { points: number[]; near: boolean }[] {
  const pieces: { points: number[]; near: boolean }[] = [];
  for (let i = 0; i + 3 < arc.length; i += 2) {
    const near = isNear((arc[i]! + arc[i + 2]!) / 2, (arc[i + 1]! + arc[i + 3]!) / 2);
    const last = pieces.at(-1);
    if (last?.near === near) last.points.push(arc[i + 2]!, arc[i + 3]!);
    else pieces.push({ points: [arc[i]!, arc[i + 1]!, arc[i + 2]!, arc[i + 3]!], near });
  }
  return pieces;
}

/** Whether a point lies near any outline of the net, by a grid of cells as wide as "near". */
function nearness(net: Net): (lng: number, lat: number) => boolean {
  const cells = new Set<string>();
  const cell = (lng: number, lat: number): string => `${Math.floor(lng / NEAR)} ${Math.floor(lat / NEAR)}`;
  for (const arc of net.arcs) {
    for (let i = 0; i + 3 < arc.length; i += 2) {
      const [x, y, toX, toY] = [arc[i]!, arc[i + 1]!, arc[i + 2]!, arc[i + 3]!];
      const count = Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / (NEAR / 2)) || 1;
      for (let n = 0; n <= count; n++)
        cells.add(cell(x + ((toX - x) * n) / count, y + ((toY - y) * n) / count));
    }
  }
  return (lng, lat) => {
    for (const dx of [-NEAR, 0, NEAR])
      for (const dy of [-NEAR, 0, NEAR]) if (cells.has(cell(lng + dx, lat + dy))) return true;
    return false;
  };
}
