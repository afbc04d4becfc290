import type { Box } from './box-grid.ts';
import type { PackedTopology } from './topology.ts';
import { decodeArcs, joinArcs } from './topology.ts';

/** A line or ring on the square Mercator world, 0 to 1 from west to east and from north to south. */
export interface Line {
  /** `[x, y, x, y, …]` */
  points: Float64Array;
  box: Box;
}

export interface Shape {
  facts: Record<string, string | number>;
  parts: Line[];
}

/** Where a place lies on the square Mercator world. */
export function mercator(lng: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The shapes of a file, ready to draw. */
export function readShapes(topology: PackedTopology): Record<string, Shape[]> {
  const arcs = decodeArcs(topology);
  for (const arc of arcs) {
    for (let i = 0; i < arc.length; i += 2) [arc[i], arc[i + 1]] = mercator(arc[i]!, arc[i + 1]!);
  }
  const shapes: Record<string, Shape[]> = {};
  for (const [name, list] of Object.entries(topology.shapes)) {
    shapes[name] = list.map(({ facts, parts }) => ({
      facts,
      parts: parts.map((run) => line(joinArcs(arcs, run))),
    }));
  }
  return shapes;
}

function line(points: number[]): Line {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < points.length; i += 2) {
    box.left = Math.min(box.left, points[i]!);
    box.right = Math.max(box.right, points[i]!);
    box.top = Math.min(box.top, points[i + 1]!);
    box.bottom = Math.max(box.bottom, points[i + 1]!);
  }
  return { points: Float64Array.from(points), box };
}

/** Part of a line, and how far along the line it begins: dashes go on where the last tile left off. */
export interface Piece {
  points: number[];
  start: number;
}

/** The pieces of a line whose segments may touch the box. */
export function clipLine({ points }: Line, box: Box): Piece[] {
  const pieces: Piece[] = [];
  let current: Piece | undefined;
  let length = 0;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x, y, toX, toY] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    const outside =
      (x < box.left && toX < box.left) ||
      (x > box.right && toX > box.right) ||
      (y < box.top && toY < box.top) ||
      (y > box.bottom && toY > box.bottom);
    if (outside) current = undefined;
    else if (current) current.points.push(toX, toY);
    else pieces.push((current = { points: [x, y, toX, toY], start: length }));
    length += Math.hypot(toX - x, toY - y);
  }
  return pieces;
}

/** A ring cut to the box (Sutherland and Hodgman); may run along the edges of the box. */
export function clipRing({ points, box: own }: Line, box: Box): ArrayLike<number> {
  if (own.left >= box.left && own.right <= box.right && own.top >= box.top && own.bottom <= box.bottom)
    return points;
  let ring: ArrayLike<number> = points;
  ring = cut(ring, 0, box.left, 1);
  ring = cut(ring, 0, box.right, -1);
  ring = cut(ring, 1, box.top, 1);
  return cut(ring, 1, box.bottom, -1);
}

/** Keeps the side of an axis-parallel line where `side * (coordinate - edge)` is not negative. */
function cut(ring: ArrayLike<number>, axis: 0 | 1, edge: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  const count = ring.length;
  for (let i = 0; i < count; i += 2) {
    const before = (i + count - 2) % count;
    const here = side * (ring[i + axis]! - edge);
    const there = side * (ring[before + axis]! - edge);
    if (here >= 0 !== there >= 0) {
      const part = there / (there - here);
      kept.push(
        ring[before]! + part * (ring[i]! - ring[before]!),
        ring[before + 1]! + part * (ring[i + 1]! - ring[before + 1]!),
      );
    }
    if (here >= 0) kept.push(ring[i]!, ring[i + 1]!);
  }
  return kept;
}
