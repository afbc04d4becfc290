/** Plane geometry in the diagram's pixels (x right, y down). */

export type XY = readonly [number, number];

export const distance = ([ax, ay]: XY, [bx, by]: XY): number => Math.hypot(bx - ax, by - ay);

/** Mean of the corners: good enough for a plot, which is a small convex shape. */
export function centre(shape: readonly XY[]): XY {
  const sum = shape.reduce<XY>(([sx, sy], [x, y]) => [sx + x, sy + y] as const, [0, 0]);
  return [sum[0] / shape.length, sum[1] / shape.length];
}

/** The point of the segment a–b nearest to p, and how far along it lies (0 at a, 1 at b). */
export function nearestOnSegment(p: XY, a: XY, b: XY): { at: XY; along: number; away: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along =
    length2 === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2));
  const at: XY = [a[0] + along * dx, a[1] + along * dy];
  return { at, along, away: distance(p, at) };
}

/** Angle from the way a→b to the way b→c in degrees: positive is a turn to the right on the paper. */
export function turn(a: XY, b: XY, c: XY): number {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return (Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy) * 180) / Math.PI;
}

/** lng = t0·x + t1·y + t2, lat = t3·x + t4·y + t5 (WGS 84). */
export function toEarth(t: readonly number[], [x, y]: XY): [number, number] {
  const [a, b, c, d, e, f] = t as [number, number, number, number, number, number];
  return [a * x + b * y + c, d * x + e * y + f];
}

/** The pixel of a point on the earth; the inverse of {@link toEarth}. */
export function toPixel(t: readonly number[], [lng, lat]: XY): XY {
  const [a, b, c, d, e, f] = t as [number, number, number, number, number, number];
  const determinant = a * e - b * d;
  const [u, v] = [lng - c, lat - f];
  return [(e * u - b * v) / determinant, (a * v - d * u) / determinant];
}
