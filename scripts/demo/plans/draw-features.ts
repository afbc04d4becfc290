import { seeded } from '../../generate/rng.ts';
import { ink } from './ink.ts';
import type { Feature, Plan, XY } from './plan.ts';
import { around } from './rows.ts';

export const number = (value: number) => value.toFixed(1);

/** A polygon or a line for an SVG path's `d`. */
export function trace(shape: readonly XY[], closed = true): string {
  return `M${shape.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

export function path(d: string, style: Record<string, string | number>): string {
  const attributes = Object.entries(style).map(([key, value]) => `${key}="${value}"`);
  return `<path d="${d}" ${attributes.join(' ')}/>`;
}

const disc = ([x, y]: XY, r: number) =>
  `M${number(x - r)} ${number(y)}a${number(r)} ${number(r)} 0 1 0 ${number(2 * r)} 0a${number(r)} ${number(r)} 0 1 0 ${number(-2 * r)} 0Z`;

const centreOf = (shape: readonly XY[]): XY => {
  const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
};

/** The same shape, larger or smaller around its middle. */
function scaled(shape: readonly XY[], by: number): XY[] {
  const [cx, cy] = centreOf(shape);
  return shape.map(([x, y]) => [cx + (x - cx) * by, cy + (y - cy) * by]);
}

/** Paths and courts as one surface: outlines first, so that none cuts through another. */
export function drawWays({ features, network, metresPerPixel }: Plan): string {
  const d = features
    .filter(({ kind }) => kind === 'path')
    .map(({ shape }) => trace(shape))
    .join('');
  const stairs = network.edges.filter(({ stairs }) => stairs === true);
  const treads = stairs.map(({ from, to }) => {
    const [a, b] = [network.nodes[from]!.at, network.nodes[to]!.at];
    const half = 2.45 / metresPerPixel;
    const count = 9;
    return Array.from({ length: count }, (_, i) => {
      const y = a[1] + ((b[1] - a[1]) * (i + 0.5)) / count;
      return `M${number(a[0] - half)} ${number(y)}h${number(2 * half)}`;
    }).join('');
  });
  return [
    path(d, { fill: ink.way, stroke: ink.wayEdge, 'stroke-width': 9, 'stroke-linejoin': 'round' }),
    path(d, { fill: ink.way, 'fill-rule': 'nonzero' }),
    path(treads.join(''), { fill: 'none', stroke: ink.line, 'stroke-width': 4 }),
  ].join('');
}

/** Everything that is not a path. */
export function drawFeatures({ features, metresPerPixel }: Plan): string {
  const metre = 1 / metresPerPixel;
  const of = (kind: Feature['kind']) => features.filter((feature) => feature.kind === kind);
  return [
    ...of('pond').map(({ shape }) => pond(shape, metre)),
    ...of('monument').map(({ shape }) => monument(shape)),
    ...of('house').map(({ shape }) => roof(shape)),
    ...of('incense-house').map(({ shape }) => roof(shape) + roof(scaled(shape, 0.5))),
    trees(
      of('trees').flatMap(({ shape }) => shape),
      metre,
    ),
    ...of('wall').map(({ shape }) => wall(shape, metre)),
    ...of('gate').map(({ shape }) => gate(shape)),
  ].join('');
}

function pond(shape: XY[], metre: number): string {
  const rng = seeded(7);
  const [cx, cy] = centreOf(shape);
  const leaves = Array.from({ length: 26 }, (): XY => {
    const [x, y] = shape[rng.int(0, shape.length - 1)]!;
    const far = 0.25 + 0.55 * rng.next();
    return [cx + (x - cx) * far, cy + (y - cy) * far];
  });
  return [
    path(trace(shape), { fill: ink.water, stroke: ink.waterLine, 'stroke-width': 7 }),
    path(trace(scaled(shape, 0.94)) + trace(scaled(shape, 0.87)), {
      fill: 'none',
      stroke: ink.waterLine,
      'stroke-width': 2.5,
      opacity: 0.6,
    }),
    path(leaves.map((at) => disc(at, (0.3 + 0.22 * rng.next()) * metre)).join(''), {
      fill: ink.lotus,
      stroke: ink.treeLine,
      'stroke-width': 2,
    }),
  ].join('');
}

/** Steps around an obelisk, seen from above. */
function monument(shape: XY[]): string {
  const steps = [1, 0.84, 0.68].map((by) =>
    path(trace(scaled(shape, by)), { fill: ink.stone, stroke: ink.line, 'stroke-width': 5 }),
  );
  const shaft = scaled(shape, 0.26);
  const [cx, cy] = centreOf(shape);
  const edges = shaft.map(([x, y]) => `M${number(x)} ${number(y)}L${number(cx)} ${number(cy)}`).join('');
  return [
    ...steps,
    path(trace(shaft), { fill: ink.roof, stroke: ink.dark, 'stroke-width': 5 }),
    path(edges, { stroke: ink.dark, 'stroke-width': 3.5, fill: 'none' }),
  ].join('');
}

/** A hipped roof over a box. */
function roof(shape: XY[]): string {
  const [a, b, c, d] = shape as [XY, XY, XY, XY];
  const half = (d[1] - a[1]) / 2;
  const west: XY = [a[0] + half * 0.9, a[1] + half];
  const east: XY = [b[0] - half * 0.9, a[1] + half];
  const style = { stroke: ink.line, 'stroke-width': 4, 'stroke-linejoin': 'round' };
  return [
    path(trace([a, b, east, west]) + trace([a, west, d]), { fill: ink.roof, ...style }),
    path(trace([d, west, east, c]) + trace([b, c, east]), { fill: ink.roofDark, ...style }),
  ].join('');
}

function trees(trunks: XY[], metre: number): string {
  const rng = seeded(3);
  const crowns = trunks.map(([x, y]) => {
    const size = (1.15 + 0.5 * rng.next()) * metre;
    const lobes = 9;
    const start = rng.next() * 40;
    const rim = Array.from({ length: lobes + 1 }, (_, i) => around([x, y], start + (i * 360) / lobes, size));
    const bulge = number(size * 0.42);
    const arcs = rim.slice(1).map(([u, v]) => `A${bulge} ${bulge} 0 0 1 ${number(u)} ${number(v)}`);
    return {
      crown: `M${number(rim[0]![0])} ${number(rim[0]![1])}${arcs.join('')}Z`,
      shade: disc([x + size * 0.16, y + size * 0.18], size * 0.62),
      light: disc([x - size * 0.06, y - size * 0.05], size * 0.6),
      trunk: disc([x, y], 0.12 * metre),
    };
  });
  const all = (part: 'crown' | 'shade' | 'light' | 'trunk') => crowns.map((crown) => crown[part]).join('');
  return [
    path(all('crown'), {
      fill: ink.tree,
      stroke: ink.treeLine,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
    }),
    path(all('shade'), { fill: ink.treeDark, opacity: 0.7 }),
    path(all('light'), { fill: ink.tree }),
    path(all('trunk'), { fill: ink.treeLine }),
  ].join('');
}

function wall(shape: XY[], metre: number): string {
  const line = trace(shape, false);
  const posts = shape.slice(1).flatMap((to, i) => {
    const from = shape[i]!;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const count = Math.max(1, Math.round(length / (6 * metre)));
    return Array.from({ length: count + 1 }, (_, step): XY => [
      from[0] + ((to[0] - from[0]) * step) / count,
      from[1] + ((to[1] - from[1]) * step) / count,
    ]);
  });
  const side = 0.5 * metre;
  const squares = posts.map(
    ([x, y]) =>
      `M${number(x - side / 2)} ${number(y - side / 2)}h${number(side)}v${number(side)}h${number(-side)}Z`,
  );
  return [
    path(line, { fill: 'none', stroke: ink.line, 'stroke-width': number(0.34 * metre) }),
    path(line, { fill: 'none', stroke: ink.way, 'stroke-width': number(0.16 * metre) }),
    path(squares.join(''), { fill: ink.way, stroke: ink.line, 'stroke-width': 3.5 }),
  ].join('');
}

/** Two pillars, and a roof of tiles between them. */
function gate(shape: XY[]): string {
  const [a, b, c, d] = shape as [XY, XY, XY, XY];
  const pillar = d[1] - a[1];
  const boxes: XY[][] = [a, [b[0] - pillar, b[1]] as XY].map(([x, y]) => [
    [x, y],
    [x + pillar, y],
    [x + pillar, y + pillar],
    [x, y + pillar],
  ]);
  const beam = 0.3 * pillar;
  const roofed: XY[] = [
    [a[0] + pillar, a[1] + beam],
    [b[0] - pillar, b[1] + beam],
    [c[0] - pillar, c[1] - beam],
    [d[0] + pillar, d[1] - beam],
  ];
  const middle = `M${number(a[0] + pillar)} ${number((a[1] + d[1]) / 2)}H${number(b[0] - pillar)}`;
  return [
    path(trace(roofed), { fill: ink.roof, stroke: ink.line, 'stroke-width': 4, opacity: 0.9 }),
    path(middle, { stroke: ink.line, 'stroke-width': 3, fill: 'none' }),
    ...boxes.map((square) =>
      path(trace(square), { fill: ink.roofDark, stroke: ink.dark, 'stroke-width': 5 }),
    ),
  ].join('');
}
