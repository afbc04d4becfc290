import type { LabelRow, TownRow } from '../../client/map/base-files.ts';
import { joinArcs } from '../../client/map/topology.ts';
import { boxOf, labelPoint } from './pole.ts';
import type { Net } from './source.ts';
import { readRows } from './source.ts';

/** East of this meridian Vietnam's land is Hoàng Sa and Trường Sa alone. */
const OPEN_SEA = 110;

/** Their names as they must stand on every map. */
const archipelagos: Record<string, string> = {
  'quần đảo Hoàng Sa': 'Quần đảo Hoàng Sa (Việt Nam)',
  'quần đảo Trường Sa': 'Quần đảo Trường Sa (Việt Nam)',
};

/**
 * All towns, the weightiest first. Cemeteries are left out: the site shows its own records of them, with how sure
 * each place is, and a second point beside them would mislead.
 */
export function readTowns(): TownRow[] {
  return readRows('towns.csv')
    .filter((row) => !row.name!.startsWith('Nghĩa trang'))
    .map((row): TownRow => [
      row.name!,
      round(row.lng),
      round(row.lat),
      Number(row.rank),
      row.country!,
      row.kind!,
    ])
    .sort((a, b) => a[3] - b[3]);
}

/** All names that are no towns; those of the archipelagos in full. */
export function readLabels(): LabelRow[] {
  return readRows('labels.csv').map((row): LabelRow => [
    archipelagos[row.name!] ?? row.name!,
    round(row.lng),
    round(row.lat),
    row.kind!,
    Number(row.minzoom),
    Number(row.maxzoom),
    Number(row.rank),
    Number(row.angle),
  ]);
}

/** One point for each reef and island of the two archipelagos, so that they show where their shapes are too small. */
export function islets(provinces: Net): [number, number][] {
  const points: [number, number][] = [];
  for (const shape of provinces.shapes.provinces ?? []) {
    for (const run of shape.parts) {
      const box = boxOf(joinArcs(provinces.arcs, run));
      if (box.west > OPEN_SEA)
        points.push([round((box.west + box.east) / 2), round((box.south + box.north) / 2)]);
    }
  }
  return points;
}

/**
 * Gives each province of today a point for its name, in its largest part, and its tone mark where resolution
 * 202/2025/QH15 has it (Thanh Hóa, Khánh Hòa), as the towns have.
 */
export function placeNames(provinces: Net): Net {
  const shapes = (provinces.shapes.provinces ?? []).map((shape) => {
    const rings = shape.parts.map((run) => joinArcs(provinces.arcs, run));
    const size = (ring: number[]): number => {
      const box = boxOf(ring);
      return (box.east - box.west) * (box.north - box.south);
    };
    const largest = rings.reduce((a, b) => (size(b) > size(a) ? b : a));
    const name = String(shape.facts.name).replace('oà', 'òa').replace('oá', 'óa');
    return { ...shape, facts: { ...shape.facts, name, ...labelPoint(largest) } };
  });
  return { ...provinces, shapes: { ...provinces.shapes, provinces: shapes } };
}

function round(degrees: string | number | undefined): number {
  const value = Number(degrees);
  if (degrees === '' || Number.isNaN(value)) throw new Error(`no coordinate: ${degrees ?? ''}`);
  return Math.round(value * 1e4) / 1e4;
}
