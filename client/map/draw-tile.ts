import type { Box } from './box-grid.ts';
import type { Placed } from './labels.ts';
import type { Line, Shape } from './lines.ts';
import { clipLine, clipRing, mercator } from './lines.ts';
import { ground, lettering } from './palette.ts';
import type { Nameable } from './wishes.ts';
import { riverRank, roadRank, showsRoads, waterAreaRank } from './zoom-rules.ts';

/** One tile to paint: a canvas whose unit is the CSS pixel, its place in the pixels of the whole world. */
export interface Tile {
  canvas: CanvasRenderingContext2D;
  zoom: number;
  /** Pixels of the whole world at this zoom. */
  world: number;
  left: number;
  top: number;
  size: number;
}

/** Paints land, water, roads and borders. */
export function drawGround(tile: Tile, base: Nameable): void {
  const { canvas, zoom } = tile;
  const { land, water, roads, old } = base;
  canvas.lineJoin = 'round';
  canvas.lineCap = 'round';
  fill(tile, land.neighbours.countries, ground.abroad, 2);
  fill(tile, land.provinces.provinces, ground.land, 0.5);
  for (const river of upTo(water?.rivers, riverRank(zoom))) {
    const thickness = Math.max(0.6, (zoom < 8 ? 1.5 : 2.2) - 0.35 * (Number(river.facts.rank) - 1));
    stroke(tile, [river], ground.river, thickness);
  }
  // After the rivers: the middle lines of the wide ones lie under their own water.
  fill(tile, upTo(water?.areas, waterAreaRank(zoom)), ground.sea);
  stroke(tile, land.neighbours.coast, ground.coast, 0.8);
  stroke(tile, land.provinces.coast, ground.coast, zoom < 6 ? 0.8 : 1);
  stroke(tile, upTo(water?.areas, waterAreaRank(zoom)), ground.coast, 0.6);
  if (roads && showsRoads(zoom)) drawRoads(tile, roads);
  if (zoom >= 6) stroke(tile, land.provinces.inner, ground.province, old ? 0.6 : 1);
  stroke(tile, land.neighbours.inner, ground.frontier, 0.8);
  stroke(tile, land.provinces.frontier, ground.frontier, zoom < 6 ? 1 : 1.6);
  drawIslets(tile, land.islets);
  drawEdges(tile);
}

/** The land is known inside this box only: what is cut off there fades into the sea. */
const KNOWN = { west: 88, east: 128, north: 31, south: -3, fade: 4 };

function drawEdges(tile: Tile): void {
  const { west, east, north, south, fade } = KNOWN;
  const { left, top, world, size, canvas } = tile;
  const x = (lng: number): number => mercator(lng, 0)[0] * world - left;
  const y = (lat: number): number => mercator(0, lat)[1] * world - top;
  const sides: [number, number, number, number][] = [
    [x(west), 0, x(west + fade), 0],
    [x(east), 0, x(east - fade), 0],
    [0, y(north), 0, y(north - fade)],
    [0, y(south), 0, y(south + fade)],
  ];
  for (const side of sides) {
    const haze = canvas.createLinearGradient(...side);
    haze.addColorStop(0, ground.sea);
    haze.addColorStop(1, `${ground.sea}00`);
    canvas.fillStyle = haze;
    canvas.fillRect(0, 0, size, size);
  }
}

/** Paints the borders of an old division over whatever lies below, dashed. */
export function drawOldBorders(tile: Tile, old: Record<string, Shape[]>): void {
  stroke(tile, old.inner, ground.oldBorder, tile.zoom < 7 ? 1 : 1.5, [5, 4]);
}

function drawRoads(tile: Tile, roads: Record<string, Shape[]>): void {
  const limit = roadRank(tile.zoom);
  const grown = (tile.zoom - 6) * 0.25;
  stroke(tile, upTo(roads.rails, limit), ground.rail, 0.8, [6, 3]);
  stroke(
    tile,
    upTo(roads.roads, limit).filter((road) => Number(road.facts.rank) > 1),
    ground.road,
    0.9 + grown,
  );
  stroke(tile, upTo(roads.roads, 1), ground.mainRoad, 1.3 + grown);
}

/** Hoàng Sa and Trường Sa are smaller than a pixel far out: each reef shows as a dot until its shape does. */
function drawIslets(
  { canvas, world, left, top, size, zoom }: Tile,
  islets: readonly [number, number][],
): void {
  if (zoom > 9) return;
  canvas.fillStyle = lettering.archipelago;
  canvas.beginPath();
  for (const [lng, lat] of islets) {
    const [x, y] = mercator(lng, lat);
    const [atX, atY] = [x * world - left, y * world - top];
    if (atX < -4 || atY < -4 || atX > size + 4 || atY > size + 4) continue;
    const radius = zoom < 6 ? 1.1 : 1.5;
    canvas.moveTo(atX + radius, atY);
    canvas.arc(atX, atY, radius, 0, 2 * Math.PI);
  }
  canvas.fill();
}

/** Paints the names whose boxes reach into the tile, with the dots they stand beside. */
export function drawNames(tile: Tile, names: Iterable<Placed>): void {
  const { canvas } = tile;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.lineJoin = 'round';
  const all = [...names].sort((a, b) => b.wish.weight - a.wish.weight);
  for (const placed of all) drawDot(tile, placed);
  for (const { wish, lines, x, y, box } of all) {
    const { style } = wish;
    canvas.save();
    canvas.translate(x - tile.left, y - tile.top);
    if (wish.angle) canvas.rotate((wish.angle * Math.PI) / 180);
    canvas.font = style.font;
    if ('letterSpacing' in canvas) canvas.letterSpacing = `${style.spacing ?? 0}px`;
    if (style.plate) drawPlate(canvas, box.right - box.left, style.size, style.plate);
    lines.forEach((text, i) => {
      const down = (i - (lines.length - 1) / 2) * style.size * 1.15;
      if (!style.plate) {
        canvas.strokeStyle = lettering.halo;
        canvas.lineWidth = 3;
        canvas.strokeText(text, 0, down);
      }
      canvas.fillStyle = style.colour;
      canvas.fillText(text, 0, down);
    });
    canvas.restore();
  }
}

function drawDot({ canvas, left, top }: Tile, { wish }: Placed): void {
  if (wish.dot === undefined) return;
  canvas.beginPath();
  canvas.arc(wish.x - left, wish.y - top, wish.dot, 0, 2 * Math.PI);
  canvas.fillStyle = wish.weight <= 16 ? '#fffdf9' : wish.style.colour;
  canvas.fill();
  if (wish.weight > 16) return;
  canvas.lineWidth = 1.5;
  canvas.strokeStyle = wish.style.colour;
  canvas.stroke();
}

function drawPlate(canvas: CanvasRenderingContext2D, width: number, size: number, colour: string): void {
  canvas.beginPath();
  canvas.rect(-width / 2, -size / 2 - 2, width, size + 4);
  canvas.fillStyle = colour;
  canvas.fill();
  canvas.lineWidth = 0.8;
  canvas.strokeStyle = ground.mainRoad;
  canvas.stroke();
}

function upTo(shapes: readonly Shape[] | undefined, rank: number): Shape[] {
  return (shapes ?? []).filter((shape) => Number(shape.facts.rank ?? 1) <= rank);
}

/** Fills areas; a rim in the same colour closes the hairlines between neighbours. */
function fill(tile: Tile, shapes: readonly Shape[] | undefined, colour: string, rim = 0): void {
  const { canvas } = tile;
  const box = reach(tile);
  canvas.fillStyle = colour;
  for (const shape of shapes ?? []) {
    canvas.beginPath();
    for (const part of shape.parts) if (touches(part, box)) trace(tile, clipRing(part, box), true);
    canvas.fill('evenodd');
    if (!rim) continue;
    canvas.strokeStyle = colour;
    canvas.lineWidth = rim;
    canvas.stroke();
  }
}

function stroke(
  tile: Tile,
  shapes: readonly Shape[] | undefined,
  colour: string,
  width: number,
  dash?: [number, number],
): void {
  const { canvas, world } = tile;
  const box = reach(tile);
  canvas.strokeStyle = colour;
  canvas.lineWidth = width;
  canvas.setLineDash(dash ?? []);
  canvas.beginPath();
  for (const part of (shapes ?? []).flatMap((shape) => shape.parts)) {
    if (!touches(part, box)) continue;
    for (const { points, start } of clipLine(part, box)) {
      if (dash) {
        // Each tile takes the dashes up where the line has come to, or they would jump at every edge.
        canvas.beginPath();
        canvas.lineDashOffset = (start * world) % (dash[0] + dash[1]);
      }
      trace(tile, points, false, dash === undefined);
      if (dash) canvas.stroke();
    }
  }
  if (!dash) canvas.stroke();
  canvas.setLineDash([]);
}

/** The tile in world units, with room for the thickest line at its edge. */
function reach({ left, top, size, world }: Tile): Box {
  const room = 8;
  return {
    left: (left - room) / world,
    top: (top - room) / world,
    right: (left + size + room) / world,
    bottom: (top + size + room) / world,
  };
}

function touches({ box }: Line, tile: Box): boolean {
  return box.left < tile.right && box.right > tile.left && box.top < tile.bottom && box.bottom > tile.top;
}

/** Adds a run of points to the path; those within half a pixel of the last are left out. */
function trace(
  { canvas, world, left, top }: Tile,
  points: ArrayLike<number>,
  closed: boolean,
  thin = true,
): void {
  let [lastX, lastY] = [Infinity, Infinity];
  const end = points.length - 2;
  for (let i = 0; i <= end; i += 2) {
    const x = points[i]! * world - left;
    const y = points[i + 1]! * world - top;
    if (i === 0) canvas.moveTo(x, y);
    else if (thin && i < end && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5) continue;
    else canvas.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  if (closed && points.length) canvas.closePath();
}
