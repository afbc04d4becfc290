import { distance, nearestOnSegment } from '../../../server/diagrams/geometry.ts';
import type { Rng } from '../../generate/rng.ts';
import { joinLines, type Line } from './join-lines.ts';
import type { Feature, Label, Plan, XY } from './plan.ts';
import { block, bow, fan, fanTitle, type Block, type Fan, type Measure, type Row } from './rows.ts';
import { tie, type Tie } from './tie.ts';

/** The paper: its upper left corner in metres of the layout, and its size in pixels. */
export interface Sheet {
  left: number;
  top: number;
  width: number;
  height: number;
  metresPerPixel: number;
}

/** Points nearer than this are one node of the network. Metres. */
const sameNode = 0.1;

/** A cemetery while it is being laid out, in metres; the gate is at [0, 0] and the main path leads up. */
export class Yard {
  rows: Row[] = [];
  readonly #size: Measure;
  readonly #features: Feature[] = [];
  readonly #lines: Line[] = [];
  readonly #ways: { points: XY[]; width: number }[] = [];
  readonly #labels: Label[] = [];
  readonly #lawns: XY[][] = [];

  constructor(size: Measure) {
    this.#size = size;
  }

  add(feature: Feature): void {
    this.#features.push(feature);
  }

  /** A drawn path that one can walk on. */
  path(name: string, points: XY[], width: number, stairs = false): void {
    this.#lines.push({ name, points, ...(stairs ? { stairs } : {}) });
    this.#ways.push({ points, width });
    this.add({ kind: 'path', name, shape: widen(points, width) });
  }

  /** A way over ground that is drawn already, such as a court. */
  walk(name: string, points: XY[]): void {
    this.#lines.push({ name, points });
  }

  pave(name: string, shape: XY[]): void {
    this.#ways.push({ points: [...shape, shape[0]!], width: 0 });
    this.add({ kind: 'path', name, shape });
  }

  label(kind: Label['kind'], text: string, at: XY, angle = 0): void {
    this.#labels.push({ kind, text, at, angle });
  }

  block(spec: Block): { top: number } {
    const { rows, title, lawn, top } = block(spec, this.#size);
    this.rows.push(...rows);
    this.#labels.push(title);
    this.#lawns.push(lawn);
    return { top };
  }

  /** @param titleAt distance of the section's name from the centre */
  fan(spec: Fan, titleAt: number): void {
    const { rows, lawn } = fan(spec, this.#size);
    this.rows.push(...rows);
    this.#lawns.push(lawn);
    this.#labels.push(fanTitle(spec.section, spec.centre, (spec.from + spec.to) / 2, titleAt));
  }

  /** One tree about every so many metres of a box, as lines from top to bottom, where nothing else is. */
  trees(rng: Rng, [left, top]: XY, [right, bottom]: XY, every: number): void {
    for (let x = left + every / 2; x < right; x += every) {
      const shape: XY[] = [];
      for (let y = top + every / 2; y < bottom; y += every) {
        const at: XY = [x + (rng.next() - 0.5) * every * 0.7, y + (rng.next() - 0.5) * every * 0.7];
        if (this.#isFree(at)) shape.push(at);
      }
      if (shape.length > 0) this.add({ kind: 'trees', shape });
    }
  }

  /** Trees at given trunks. */
  plant(shape: XY[]): void {
    this.add({ kind: 'trees', shape });
  }

  #isFree(at: XY): boolean {
    const crown = 1.7;
    const nearLine = (points: readonly XY[], room: number) =>
      points.slice(1).some((b, i) => nearestOnSegment(at, points[i]!, b).away < room);
    return (
      this.#ways.every(({ points, width }) => !nearLine(points, width / 2 + crown)) &&
      this.#lawns.every((lawn) => !nearLine([...lawn, lawn[0]!], crown) && !inside(at, lawn)) &&
      this.#labels.every((label) => label.kind !== 'section' || distance(label.at, at) > 9) &&
      this.#features.every(({ kind, shape }) => {
        if (kind === 'path') return !inside(at, shape);
        if (kind === 'trees') return shape.every((trunk) => distance(trunk, at) > crown * 1.6);
        if (kind === 'wall' || shape.length < 3) return !nearLine(shape, crown);
        return !inside(at, shape) && !nearLine([...shape, shape[0]!], crown + 0.6);
      })
    );
  }

  /** The finished plan in pixels. */
  plan(about: Pick<Plan, 'key' | 'title' | 'cemeteryName'>, sheet: Sheet, earth: Tie): Plan {
    const { left, top, width, height, metresPerPixel } = sheet;
    const tenth = (metres: number) => Math.round((metres / metresPerPixel) * 10) / 10;
    const pixel = ([x, y]: XY): XY => [tenth(x - left), tenth(y - top)];
    const aisles = this.rows.map(({ row, aisle }): Line => ({ name: `hàng ${row}`, points: aisle }));
    const { nodes, edges } = joinLines([...this.#lines, ...aisles], sameNode);
    const rowLabels = this.rows.flatMap(({ labels }) => labels);
    return {
      ...about,
      width,
      height,
      metresPerPixel,
      plots: this.rows.flatMap(({ section, row, plots }) =>
        plots.map(({ number, shape }) => ({ section, row, number, shape: shape.map(pixel) })),
      ),
      features: this.#features.map((feature) => ({ ...feature, shape: feature.shape.map(pixel) })),
      network: {
        nodes: nodes.map(({ at: [x, y] }) => ({
          at: pixel([x, y]),
          ...(x === 0 && y === 0 ? { gate: true, name: 'Cổng chính' } : {}),
        })),
        edges,
      },
      ...tie(earth, pixel([0, 0]), metresPerPixel, sheet),
      paper: {
        lawns: this.#lawns.map((lawn) => lawn.map(pixel)),
        aisles: this.rows.map(({ aisle }) => aisle.map(pixel)),
        labels: [...this.#labels, ...rowLabels].map((label) => ({
          ...label,
          at: pixel(label.at),
          ...(label.around ? { around: pixel(label.around) } : {}),
        })),
        north: -earth.upBearing,
      },
    };
  }
}

/** The outline of a line drawn with a broad pen. */
function widen(points: XY[], width: number): XY[] {
  const sides = points.map(([x, y], i): { left: XY; right: XY } => {
    const [before, after] = [points[Math.max(0, i - 1)]!, points[Math.min(points.length - 1, i + 1)]!];
    const length = distance(before, after);
    const [nx, ny] = [
      (-(after[1] - before[1]) / length) * (width / 2),
      ((after[0] - before[0]) / length) * (width / 2),
    ];
    return { left: [x - nx, y - ny], right: [x + nx, y + ny] };
  });
  return [...sides.map(({ left }) => left), ...sides.map(({ right }) => right).reverse()];
}

function inside([x, y]: XY, shape: readonly XY[]): boolean {
  return shape.reduce((odd, [ax, ay], i) => {
    const [bx, by] = shape[(i + 1) % shape.length]!;
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
  }, false);
}

/** A box around its middle. */
export function box([x, y]: XY, width: number, height: number): XY[] {
  const [w, h] = [width / 2, height / 2];
  return [
    [x - w, y - h],
    [x + w, y - h],
    [x + w, y + h],
    [x - w, y + h],
  ];
}

/** A pond's edge: an oval with a soft waist. */
export function oval([x, y]: XY, width: number, height: number): XY[] {
  return bow([0, 0], 1, 0, 360, 3)
    .slice(1)
    .map(([u, v]): XY => {
      const waist = 1 + 0.08 * Math.cos(3 * Math.atan2(v, u) + 0.6);
      return [x + (u * width * waist) / 2, y + (v * height * waist) / 2];
    });
}
