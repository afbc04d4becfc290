import type { LabelRow, TownRow } from './base-files.ts';
import type { Wish } from './labels.ts';
import { labelStyle, provinceStyle, riverStyle, roadStyle, townStyle } from './letter-styles.ts';
import type { Line, Shape } from './lines.ts';
import { mercator } from './lines.ts';
import type { BaseLand } from './load-base.ts';
import {
  LAST_FAR_ZOOM,
  riverRank,
  roadRank,
  showsProvinceNames,
  showsRoads,
  townRank,
} from './zoom-rules.ts';

/** All that may have a name at one zoom. */
export interface Nameable {
  land: BaseLand;
  water?: Record<string, Shape[]> | undefined;
  roads?: Record<string, Shape[]> | undefined;
  old?: Record<string, Shape[]> | undefined;
}

/** Weights: the smaller, the sooner a name finds room. */
const WEIGHT = {
  must: 0,
  home: 1,
  country: 10,
  sea: 15,
  oldProvince: 18,
  label: 20,
  province: 34,
  river: 46,
  road: 47,
  town: 8,
};

/**
 * The names that want to stand on the map at a zoom.
 * @param size pixels of the whole world at that zoom
 * @param width of a text in a river's lettering, which must fit a straight reach
 */
export function wishesAt(
  zoom: number,
  size: number,
  base: Nameable,
  width: (text: string) => number,
): Wish[] {
  const { land, water, roads, old } = base;
  const wishes: Wish[] = [];
  for (const label of land.labels)
    if (zoom >= label[4] && zoom <= label[5]) wishes.push(labelWish(label, zoom, size, land.islets));
  for (const town of land.towns) if (town[3] <= townRank(zoom)) wishes.push(townWish(town, zoom, size));
  if (zoom <= 8) {
    for (const country of land.neighbours.countries ?? [])
      if (country.facts.name) wishes.push(countryWish(country, zoom, size));
  }
  if (showsProvinceNames(zoom, old !== undefined)) {
    const towns = new Set(
      land.towns.filter((town) => town[3] <= 3).map((town) => town[0].replace('TP. ', '')),
    );
    for (const shape of (old ?? land.provinces).provinces ?? []) {
      // Huế the province beside Huế the town says nothing more; an old name always does.
      if (old || !towns.has(name(shape))) wishes.push(provinceWish(shape, zoom, size, old !== undefined));
    }
  }
  if (zoom >= 7) {
    for (const river of water?.rivers ?? []) {
      if (river.facts.name && Number(river.facts.rank) <= riverRank(zoom) - 1)
        wishes.push(...riverWishes(river, size, width));
    }
  }
  if (roads && zoom >= 8 && showsRoads(zoom)) {
    for (const road of roads.roads ?? []) {
      if (/^QL|^Đường \d/.test(name(road)) && Number(road.facts.rank) <= roadRank(zoom) - 1)
        wishes.push(...roadWishes(road, size));
    }
  }
  return wishes;
}

function labelWish(
  [text, lng, lat, kind, , , rank, angle]: LabelRow,
  zoom: number,
  size: number,
  islets: BaseLand['islets'],
): Wish {
  const wish: Wish = {
    text,
    ...at(lng, lat, size),
    style: labelStyle(kind, rank, zoom),
    weight: kind === 'sea' ? WEIGHT.sea + rank : kind === 'country' ? WEIGHT.home : WEIGHT.label + 5 * rank,
  };
  if (kind === 'archipelago') {
    const place = zoom <= LAST_FAR_ZOOM ? besideIslets(lng, lat, zoom, size, islets) : {};
    return { ...wish, ...place, weight: WEIGHT.must, must: true };
  }
  if (kind === 'peak' || kind === 'pass' || kind === 'island') wish.dot = kind === 'island' ? 2 : 3;
  if (angle) wish.angle = angle;
  return wish;
}

/**
 * Far out the dots of an archipelago are crowded: its name stands outside them, on the side away from the other. From
 * zoom 6 on there is room between the two, and a desktop's first view ends above the southern side.
 */
function besideIslets(
  lng: number,
  lat: number,
  zoom: number,
  size: number,
  islets: BaseLand['islets'],
): { x: number; y: number } {
  const between = 14;
  const own = islets
    .filter((islet) => islet[1] > between === lat > between)
    .map((islet) => at(...islet, size).y);
  const { x } = at(lng, lat, size);
  return { x, y: lat > between || zoom >= 6 ? Math.min(...own) - 20 : Math.max(...own) + 20 };
}

function townWish([text, lng, lat, rank, country]: TownRow, zoom: number, size: number): Wish {
  const dot = rank <= 2 ? 3.5 : rank === 3 ? 2.8 : 2.2;
  return {
    text,
    ...at(lng, lat, size),
    style: townStyle(rank, zoom, country === 'VN'),
    weight: WEIGHT.town * rank,
    dot,
  };
}

function countryWish(shape: Shape, zoom: number, size: number): Wish {
  return {
    text: name(shape).toLocaleUpperCase('vi'),
    ...at(Number(shape.facts.lng), Number(shape.facts.lat), size),
    style: labelStyle('country', 1, zoom),
    weight: WEIGHT.country,
  };
}

function provinceWish(shape: Shape, zoom: number, size: number, old: boolean): Wish {
  return {
    text: old ? name(shape) : name(shape).toLocaleUpperCase('vi'),
    ...at(Number(shape.facts.lng), Number(shape.facts.lat), size),
    style: provinceStyle(zoom, old),
    weight: old ? WEIGHT.oldProvince : WEIGHT.province,
  };
}

/** A river's name along each reach that is straight enough to carry it. */
function riverWishes(river: Shape, size: number, width: (text: string) => number): Wish[] {
  const text = name(river);
  const reach = width(text) * 1.15;
  const wishes: Wish[] = [];
  for (const part of river.parts) {
    for (const { from, to } of stretches(part, size, reach)) {
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      if (Math.hypot(dx, dy) < reach * 0.96) continue;
      let angle = (Math.atan2(dy, dx) * 180) / Math.PI;
      if (angle > 90) angle -= 180;
      if (angle < -90) angle += 180;
      wishes.push({
        text,
        x: (from.x + to.x) / 2,
        y: (from.y + to.y) / 2,
        style: riverStyle,
        weight: WEIGHT.river + Number(river.facts.rank) / 10,
        angle: angle || 0.01,
        once: { key: text, apart: 320 },
      });
    }
  }
  return wishes;
}

function roadWishes(road: Shape, size: number): Wish[] {
  const text = name(road).replace(/^QL/, 'QL ').replace(/ \(.*/, '');
  const wishes: Wish[] = [];
  for (const part of road.parts) {
    for (const { to } of stretches(part, size, 60)) {
      wishes.push({ text, ...to, style: roadStyle, weight: WEIGHT.road, once: { key: text, apart: 220 } });
    }
  }
  return wishes;
}

/** A line, cut into pieces of a given length in pixels; the rest at its end is left out. */
function* stretches(
  { points }: Line,
  size: number,
  reach: number,
): Generator<Record<'from' | 'to', { x: number; y: number }>> {
  let from = { x: points[0]! * size, y: points[1]! * size };
  let walked = 0;
  for (let i = 2; i < points.length; i += 2) {
    const last = { x: points[i - 2]! * size, y: points[i - 1]! * size };
    const here = { x: points[i]! * size, y: points[i + 1]! * size };
    const step = Math.hypot(here.x - last.x, here.y - last.y);
    let used = 0;
    while (step - used >= reach - walked) {
      used += reach - walked;
      const to = {
        x: last.x + ((here.x - last.x) * used) / step,
        y: last.y + ((here.y - last.y) * used) / step,
      };
      yield { from, to };
      from = to;
      walked = 0;
    }
    walked += step - used;
  }
}

function name(shape: Shape): string {
  return String(shape.facts.name ?? '');
}

function at(lng: number, lat: number, size: number): { x: number; y: number } {
  const [x, y] = mercator(lng, lat);
  return { x: x * size, y: y * size };
}
