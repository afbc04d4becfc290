import type { Box } from './box-grid.ts';
import { BoxGrid } from './box-grid.ts';

/** How a name is written. */
export interface LetterStyle {
  font: string;
  /** Height of a line in pixels. */
  size: number;
  colour: string;
  /** Pixels between letters. */
  spacing?: number;
  /** Painted on a plate instead of a halo (road numbers). */
  plate?: string;
}

/** A name that would like to stand on the map, in pixels of the whole world at one zoom. */
export interface Wish {
  text: string;
  x: number;
  y: number;
  style: LetterStyle;
  /** The weightiest have the smallest number and choose first. */
  weight: number;
  /** Radius of the dot that the name stands beside; without it the name stands on the point itself. */
  dot?: number;
  /** Degrees clockwise. */
  angle?: number;
  /** Stands even where another name is: a name the map may never be without. */
  must?: boolean;
  /** Of names with the same key within `apart` pixels only the first stands (rivers, road numbers). */
  once?: { key: string; apart: number };
}

/** A name with its place: the middle of its lines. */
export interface Placed {
  wish: Wish;
  lines: string[];
  x: number;
  y: number;
  box: Box;
}

/** Width of a line of text in pixels. */
export type Measure = (text: string, style: LetterStyle) => number;

const GAP = 3;
/** Room that a plate leaves beside its text. */
const PLATE = 3;

/**
 * Finds room for as many names as there is, the weightiest first, for the whole world at once: what stands in one
 * tile is known to the next, so no name is cut at an edge and none stands twice.
 */
export function placeLabels(wishes: readonly Wish[], measure: Measure): Placed[] {
  const taken = new BoxGrid<Wish>(128);
  const spread = new Map<string, BoxGrid<Wish>>();
  const placed: Placed[] = [];
  for (const wish of [...wishes].sort((a, b) => a.weight - b.weight)) {
    const same = wish.once && (spread.get(wish.once.key) ?? new BoxGrid<Wish>(256));
    if (wish.once && same?.taken(around(wish.x, wish.y, wish.once.apart, wish.once.apart))) continue;
    const lines = wrap(wish.text, wish.angle === undefined ? 16 : 99);
    const width =
      Math.max(...lines.map((text) => measure(text, wish.style))) + (wish.style.plate ? 2 * PLATE : 4);
    const height = lines.length * wish.style.size * 1.15;
    const spot = spots(wish, width, height).find(
      ({ boxes }) => wish.must ?? !boxes.some((box) => taken.taken(box)),
    );
    if (!spot) continue;
    for (const box of spot.boxes) taken.add(box, wish);
    if (wish.once && same) {
      same.add(around(wish.x, wish.y, 1, 1), wish);
      spread.set(wish.once.key, same);
    }
    placed.push({ wish, lines, x: spot.x, y: spot.y, box: bounds(spot.boxes) });
  }
  return placed;
}

interface Spot {
  x: number;
  y: number;
  boxes: Box[];
}

/** The places a name may take, the best first, each with the boxes it would fill. */
function spots(wish: Wish, width: number, height: number): Spot[] {
  const { x, y, dot, angle } = wish;
  if (dot === undefined)
    return [
      { x, y, boxes: angle ? slanted(x, y, width, height, angle) : [around(x, y, width / 2, height / 2)] },
    ];
  const aside = dot + GAP + width / 2;
  const above = dot + 1 + height / 2;
  const own = around(x, y, dot + 1, dot + 1);
  return [
    [x + aside, y],
    [x - aside, y],
    [x, y - above],
    [x, y + above],
  ].map(([atX, atY]) => ({ x: atX!, y: atY!, boxes: [around(atX!, atY!, width / 2, height / 2), own] }));
}

/** A slanted name as a row of small boxes, so that it does not claim the corners it leaves free. */
function slanted(x: number, y: number, width: number, height: number, angle: number): Box[] {
  const count = Math.max(1, Math.round(width / height));
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180) * width, Math.sin((angle * Math.PI) / 180) * width];
  const half = height * 0.6;
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) / count - 0.5;
    return around(x + dx * along, y + dy * along, half, half);
  });
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function bounds(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Two lines where one would be too long: broken before a bracket, or at the space nearest the middle. */
export function wrap(text: string, longest: number): string[] {
  const bracket = text.indexOf(' (');
  if (bracket > 0) return [text.slice(0, bracket), text.slice(bracket + 1)];
  if (text.length <= longest) return [text];
  const middle = text.length / 2;
  let best = -1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  return best < 0 ? [text] : [text.slice(0, best), text.slice(best + 1)];
}
