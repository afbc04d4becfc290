import type { Box } from './box-grid.ts';
import { BoxGrid } from './box-grid.ts';

/** What is known of who lies in a plot. */
export type PlotState = 'named' | 'partly' | 'unknown' | 'empty' | 'symbolic';

/** A grave on the drawing. */
export interface Plot {
  id: string;
  section?: string | undefined;
  row?: string | undefined;
  number?: string | undefined;
  state: PlotState;
  /** Who lies here, or what the stone says. */
  name?: string | undefined;
  /** Corners in pixels of the full size. */
  shape: readonly (readonly [number, number])[];
}

/** A plot with what finding and drawing it needs. */
export interface PlacedPlot {
  plot: Plot;
  box: Box;
  x: number;
  y: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const ways: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** All plots of a drawing, found by place, by id, and from one to the next. */
export class PlotIndex {
  readonly all: readonly PlacedPlot[];
  readonly #byId: ReadonlyMap<string, PlacedPlot>;
  readonly #grid: BoxGrid<PlacedPlot>;

  constructor(plots: readonly Plot[]) {
    this.all = plots.filter((plot) => plot.shape.length >= 3).map(place);
    this.#byId = new Map(this.all.map((placed) => [placed.plot.id, placed]));
    const sides = this.all
      .map(({ box }) => Math.max(box.right - box.left, box.bottom - box.top))
      .sort((a, b) => a - b);
    // A cell holds a handful of plots: few cells to visit far out, few plots to try under a finger.
    this.#grid = new BoxGrid(Math.max(1, 4 * (sides[sides.length >> 1] ?? 1)));
    for (const placed of this.all) this.#grid.add(placed.box, placed);
  }

  get(id: string): PlacedPlot | undefined {
    return this.#byId.get(id);
  }

  /** Plots whose boxes touch the box (pixels of the full size). */
  inBox(box: Box): Iterable<PlacedPlot> {
    return this.#grid.find(box);
  }

  /**
   * The plot under a point, or else the nearest one within reach of a finger.
   * @param reach pixels of the full size
   */
  at(x: number, y: number, reach: number): PlacedPlot | undefined {
    let nearest: PlacedPlot | undefined;
    let least = reach;
    for (const placed of this.#grid.find({
      left: x - reach,
      top: y - reach,
      right: x + reach,
      bottom: y + reach,
    })) {
      if (contains(placed.plot.shape, x, y)) return placed;
      const distance = fromBox(placed.box, x, y);
      if (distance < least) [nearest, least] = [placed, distance];
    }
    return nearest;
  }

  /** The plot whose middle is nearest to a point. */
  nearest(x: number, y: number): PlacedPlot | undefined {
    let best: PlacedPlot | undefined;
    for (const placed of this.all) {
      if (!best || Math.hypot(placed.x - x, placed.y - y) < Math.hypot(best.x - x, best.y - y)) best = placed;
    }
    return best;
  }

  /**
   * The next plot in a direction: along the row where the row runs that way, otherwise the nearest of another row.
   * Drawings are crooked and rows have gaps, so it goes by where plots lie and not by their numbers.
   */
  next(id: string, direction: Direction): PlacedPlot | undefined {
    const from = this.#byId.get(id);
    if (!from) return undefined;
    const [wayX, wayY] = ways[direction];
    let best: PlacedPlot | undefined;
    let least = Infinity;
    for (const placed of this.all) {
      const ahead = (placed.x - from.x) * wayX + (placed.y - from.y) * wayY;
      const aside = Math.abs((placed.x - from.x) * wayY) + Math.abs((placed.y - from.y) * wayX);
      if (ahead <= 0 || aside > ahead * 1.2) continue;
      const sameRow = placed.plot.row === from.plot.row && placed.plot.section === from.plot.section;
      const cost = (ahead + 2.5 * aside) * (sameRow ? 0.6 : 1);
      if (cost < least) [best, least] = [placed, cost];
    }
    return best;
  }
}

function place(plot: Plot): PlacedPlot {
  const xs = plot.shape.map(([x]) => x);
  const ys = plot.shape.map(([, y]) => y);
  const box = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
  return { plot, box, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

function contains(shape: Plot['shape'], x: number, y: number): boolean {
  let inside = false;
  let [lastX, lastY] = shape[shape.length - 1]!;
  for (const [cornerX, cornerY] of shape) {
    if (cornerY > y !== lastY > y && x < ((lastX - cornerX) * (y - cornerY)) / (lastY - cornerY) + cornerX)
      inside = !inside;
    [lastX, lastY] = [cornerX, cornerY];
  }
  return inside;
}

function fromBox({ left, right, top, bottom }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
