import { graves } from './palette.ts';
import type { PlacedPlot, PlotState } from './plot-index.ts';

/** Where and how large to draw: a canvas whose unit is the CSS pixel. */
export interface Sheet {
  canvas: CanvasRenderingContext2D;
  /** CSS pixels per pixel of the full size. */
  scale: number;
}

export interface Marked {
  chosen: PlacedPlot | undefined;
  /** Where the keyboard stands. */
  current: PlacedPlot | undefined;
  /** Plots that a search found; the others step back. */
  found: ReadonlySet<string>;
}

/** From this side in CSS pixels on a plot is large enough for its ring, its sign, its number. */
const ROOM = { ring: 6, sign: 9, number: 17 };
const states: readonly PlotState[] = ['empty', 'symbolic', 'unknown', 'partly', 'named'];

/** Draws plots by state, one path for each, so that thousands cost little more than one. */
export function drawPlots(sheet: Sheet, plots: Iterable<PlacedPlot>, marked: Marked): void {
  const byState = new Map<PlotState, PlacedPlot[]>(states.map((state) => [state, []]));
  const found: PlacedPlot[] = [];
  for (const placed of plots) {
    byState.get(placed.plot.state)?.push(placed);
    if (marked.found.has(placed.plot.id)) found.push(placed);
  }
  const { canvas } = sheet;
  canvas.lineJoin = 'round';
  canvas.globalAlpha = marked.found.size ? 0.4 : 1;
  for (const state of states) drawState(sheet, state, byState.get(state)!);
  canvas.globalAlpha = 1;
  if (!found.length) return;
  for (const state of states)
    drawState(
      sheet,
      state,
      found.filter(({ plot }) => plot.state === state),
    );
  outline(sheet, found, graves.found, 3);
}

/** Rims of the plot the keyboard stands on and of the chosen one, over everything else. */
export function drawMarked(sheet: Sheet, { chosen, current }: Marked): void {
  if (current && current !== chosen) {
    outline(sheet, [current], graves.paper, 6);
    outline(sheet, [current], graves.found, 3);
  }
  if (!chosen) return;
  const { canvas, scale } = sheet;
  const width = smallSide(chosen) * scale < ROOM.number ? 2 : 4;
  outline(sheet, [chosen], graves.paper, 2 * width);
  outline(sheet, [chosen], graves.chosen, width);
  const radius =
    (Math.max(chosen.box.right - chosen.box.left, chosen.box.bottom - chosen.box.top) * scale) / 2 + 7;
  // Far out the plot itself is a speck: a ring says where to look.
  if (radius > 24) return;
  for (const [colour, thickness] of [
    [graves.paper, 6],
    [graves.chosen, 3],
  ] as const) {
    canvas.beginPath();
    canvas.arc(chosen.x * scale, chosen.y * scale, Math.max(14, radius), 0, 2 * Math.PI);
    canvas.strokeStyle = colour;
    canvas.lineWidth = thickness;
    canvas.stroke();
  }
}

function drawState(sheet: Sheet, state: PlotState, plots: readonly PlacedPlot[]): void {
  if (!plots.length) return;
  const { canvas } = sheet;
  const colour = graves[state];
  trace(sheet, plots);
  canvas.fillStyle = state === 'named' || state === 'unknown' ? colour : graves.paper;
  canvas.fill();
  if (state === 'partly') {
    canvas.fillStyle = hatch(canvas, colour);
    canvas.fill();
  }
  canvas.strokeStyle = state === 'named' || state === 'unknown' ? graves.paper : colour;
  canvas.lineWidth = sheet.scale * smallSide(plots[0]!) < 6 ? 0.5 : 1;
  canvas.stroke();
  if (state === 'symbolic' && sheet.scale * smallSide(plots[0]!) >= ROOM.ring) drawRings(sheet, plots);
  drawLetters(sheet, state, plots);
}

function drawRings({ canvas, scale }: Sheet, plots: readonly PlacedPlot[]): void {
  canvas.beginPath();
  for (const placed of plots) {
    const radius = smallSide(placed) * scale * 0.32;
    canvas.moveTo(placed.x * scale + radius, placed.y * scale);
    canvas.arc(placed.x * scale, placed.y * scale, radius, 0, 2 * Math.PI);
  }
  canvas.strokeStyle = graves.symbolic;
  canvas.lineWidth = 1.5;
  canvas.stroke();
}

/** The "?" of unknown graves, and numbers once there is room. */
function drawLetters({ canvas, scale }: Sheet, state: PlotState, plots: readonly PlacedPlot[]): void {
  const side = smallSide(plots[0]!) * scale;
  if (side < (state === 'unknown' ? ROOM.sign : ROOM.number)) return;
  const numbered = side >= ROOM.number;
  const size = Math.min(15, Math.max(9, side * 0.5));
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.font = `600 ${Math.round(size)}px 'Be Vietnam Pro', system-ui, sans-serif`;
  canvas.fillStyle = state === 'named' || state === 'unknown' ? '#fff' : graves.ink;
  for (const { plot, x, y, box } of plots) {
    const number = numbered ? (plot.number ?? '') : '';
    const lines = state === 'unknown' ? ['?', number] : [number];
    const shown = (box.bottom - box.top) * scale >= size * 2.4 ? lines.filter(Boolean) : lines.slice(0, 1);
    shown.forEach((text, i) => {
      const [atX, atY] = [x * scale, y * scale + (i - (shown.length - 1) / 2) * size * 1.15];
      if (state === 'partly' || state === 'symbolic') {
        canvas.strokeStyle = graves.paper;
        canvas.lineWidth = 4;
        canvas.strokeText(text, atX, atY);
      }
      canvas.fillText(text, atX, atY);
    });
  }
}

function outline(sheet: Sheet, plots: readonly PlacedPlot[], colour: string, width: number): void {
  trace(sheet, plots);
  sheet.canvas.strokeStyle = colour;
  sheet.canvas.lineWidth = width;
  sheet.canvas.stroke();
}

function trace({ canvas, scale }: Sheet, plots: readonly PlacedPlot[]): void {
  canvas.beginPath();
  for (const { plot } of plots) {
    plot.shape.forEach(([x, y], i) => {
      if (i) canvas.lineTo(x * scale, y * scale);
      else canvas.moveTo(x * scale, y * scale);
    });
    canvas.closePath();
  }
}

function smallSide({ box }: PlacedPlot): number {
  return Math.min(box.right - box.left, box.bottom - box.top);
}

const stripes = new Map<string, HTMLCanvasElement>();
/** Side of the repeated square of the hatching, in CSS pixels, and how much finer it is drawn. */
const STRIPE = { side: 6, fine: 4 };

/** Slanted stripes on nothing; they stay in place when the drawing is moved. */
function hatch(canvas: CanvasRenderingContext2D, colour: string): CanvasPattern {
  const { side, fine } = STRIPE;
  let square = stripes.get(colour);
  if (!square) {
    square = document.createElement('canvas');
    square.width = square.height = side * fine;
    const pen = square.getContext('2d')!;
    pen.scale(fine, fine);
    pen.strokeStyle = colour;
    pen.lineWidth = 1.9;
    pen.beginPath();
    for (const from of [-side, 0, side]) {
      pen.moveTo(from - 1, side + 1);
      pen.lineTo(from + side + 1, -1);
    }
    pen.stroke();
    stripes.set(colour, square);
  }
  const pattern = canvas.createPattern(square, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(1 / fine));
  return pattern;
}
