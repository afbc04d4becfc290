import { cemeteryPage } from '../cemeteries/view.ts';
import { Cemeteries, type Cemetery } from '../cemeteries/model.ts';
import { Diagrams } from '../diagrams/model.ts';
import { Graves, type Grave } from '../graves/model.ts';
import { problem } from '../http/problem.ts';
import type { LayerTile } from './contract.ts';

type Feature = LayerTile['features'][number];
type Box = [west: number, south: number, east: number, north: number];

/** Cells to a tile's side when things are clustered: about 32 px each. */
const cells = 8;
/** From this zoom on everything is shown by itself. */
const single = { cemeteries: 11, graves: 18 } as const;
/** A graves tile far out would read millions: they begin where a cemetery fills the screen. */
const gravesFrom = 12;

/** Box of a Web Mercator tile in degrees. */
function boxOf(z: number, x: number, y: number): Box {
  const size = 2 ** z;
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / size))) * 180) / Math.PI;
  return [(x / size) * 360 - 180, lat(y + 1), ((x + 1) / size) * 360 - 180, lat(y)];
}

/** One tile of a layer: clustered far out. @throws Problem 404 outside the world */
export async function readLayerTile(
  layer: 'cemeteries' | 'graves',
  z: number,
  x: number,
  y: number,
): Promise<LayerTile> {
  if (x >= 2 ** z || y >= 2 ** z) throw problem.notFound('layer');
  const box = boxOf(z, x, y);
  const features =
    layer === 'cemeteries' ? await cemeteriesIn(box) : z < gravesFrom ? [] : await gravesIn(box);
  return { type: 'FeatureCollection', features: z >= single[layer] ? features : cluster(features, box) };
}

const inBox = ([west, south, east, north]: Box) => ({
  status: 'published' as const,
  'point.lng': { $gte: west, $lt: east },
  'point.lat': { $gte: south, $lt: north },
});

async function cemeteriesIn(box: Box): Promise<Feature[]> {
  const [found, drawn] = await Promise.all([
    Cemeteries.find(inBox(box)).lean<Cemetery[]>(),
    Diagrams.distinct('cemeteryId', { status: 'published' }),
  ]);
  const withDiagram = new Set(drawn.map(String));
  return found.map(({ _id, code, name, kind, point, counts }) => ({
    type: 'Feature',
    id: code,
    geometry: { type: 'Point', coordinates: [point!.lng, point!.lat] },
    properties: {
      name,
      kind,
      page: cemeteryPage(code),
      graves: counts.graves,
      hasDiagram: withDiagram.has(String(_id)),
      accuracyM: point!.accuracyM,
    },
  }));
}

async function gravesIn(box: Box): Promise<Feature[]> {
  const found = await Graves.find(inBox(box), { section: 1, row: 1, number: 1, information: 1, point: 1 })
    .limit(20_000)
    .lean<Grave[]>();
  return found.map(({ _id, section, row, number, information, point }) => ({
    type: 'Feature',
    id: String(_id),
    geometry: { type: 'Point', coordinates: [point!.lng, point!.lat] },
    properties: {
      name: [section, row, number].filter(Boolean).join(' · '),
      state: information,
      page: `/mo/${String(_id)}`,
      accuracyM: point!.accuracyM,
    },
  }));
}

/** Features that share a cell become one with their count, at their mean. */
function cluster(features: Feature[], [west, south, east, north]: Box): Feature[] {
  const byCell = new Map<string, Feature[]>();
  for (const feature of features) {
    const [lng, lat] = feature.geometry.coordinates;
    const cell = `${Math.floor(((lng - west) / (east - west)) * cells)}:${Math.floor(((lat - south) / (north - south)) * cells)}`;
    byCell.set(cell, [...(byCell.get(cell) ?? []), feature]);
  }
  return [...byCell].map(([cell, group]) => {
    if (group.length === 1) return group[0]!;
    const mean = (axis: 0 | 1) =>
      group.reduce((sum, { geometry }) => sum + geometry.coordinates[axis], 0) / group.length;
    return {
      type: 'Feature',
      id: `cluster:${cell}`,
      geometry: { type: 'Point', coordinates: [mean(0), mean(1)] },
      properties: { count: group.length },
    };
  });
}
