import { distance, nearestOnSegment } from '../../../server/diagrams/geometry.ts';
import type { Network } from '../../../server/diagrams/network.ts';
import type { XY } from './plan.ts';

/** A path by its middle line, or an aisle. */
export interface Line {
  points: XY[];
  name: string;
  stairs?: boolean;
}

interface Piece {
  a: XY;
  b: XY;
  line: Line;
  cuts: XY[];
}

/**
 * Makes one network of lines: wherever two meet or cross there is a node.
 * @param near points nearer than this are the same, in the unit of the lines
 */
export function joinLines(lines: Line[], near: number): Network {
  const pieces = lines.flatMap((line) =>
    line.points.slice(1).map((b, i): Piece => ({ a: line.points[i]!, b, line, cuts: [] })),
  );
  pieces.forEach((one, i) => {
    for (const other of pieces.slice(i + 1)) {
      for (const point of meetings(one, other, near)) {
        one.cuts.push(point);
        other.cuts.push(point);
      }
    }
  });
  const nodes: Network['nodes'] = [];
  const nodeAt = (point: XY) => {
    const known = nodes.findIndex(({ at }) => distance(at, point) < near);
    return known >= 0 ? known : nodes.push({ at: point }) - 1;
  };
  const edges = pieces.flatMap(({ a, b, line, cuts }) => {
    const along = [a, ...cuts, b]
      .map((point) => ({ point, far: distance(a, point) }))
      .sort((left, right) => left.far - right.far)
      .map(({ point }) => nodeAt(point));
    return along.slice(1).flatMap((to, i) => {
      const from = along[i]!;
      return from === to ? [] : [{ from, to, name: line.name, ...(line.stairs ? { stairs: true } : {}) }];
    });
  });
  return { nodes, edges };
}

function meetings({ a, b }: Piece, { a: c, b: d }: Piece, near: number): XY[] {
  const touching = [
    ...[a, b].filter((end) => nearestOnSegment(end, c, d).away < near),
    ...[c, d].filter((end) => nearestOnSegment(end, a, b).away < near),
  ];
  if (touching.length > 0) return touching;
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return [];
  const along = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross;
  const across = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / cross;
  const inside = along > 0 && along < 1 && across > 0 && across < 1;
  return inside ? [[a[0] + along * ux, a[1] + along * uy]] : [];
}
