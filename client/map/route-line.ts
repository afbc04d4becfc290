import type { LineString, MultiLineString } from 'geojson';
import L from 'leaflet';
import { arrowIcon } from './icons.ts';
import { mercator } from './lines.ts';

export interface LineHow {
  /** `moved`: where remains were taken, with arrows; `walk`: a way on foot. */
  kind: 'moved' | 'walk';
  /** Moves the map so that the whole line shows. */
  fit?: boolean;
}

/** A line as a layer, with an arrow in the middle of each step of a move. */
export function routeLine(line: LineString | MultiLineString, kind: LineHow['kind']): L.FeatureGroup {
  const group = L.featureGroup();
  const runs = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  for (const run of runs) {
    const points = run.map(([lng, lat]) => L.latLng(lat!, lng!));
    for (const className of ['map-line-edge', `map-line ${kind}`]) {
      group.addLayer(L.polyline(points, { className, interactive: false }));
    }
    if (kind === 'moved')
      for (let i = 1; i < points.length; i++) group.addLayer(arrow(points[i - 1]!, points[i]!));
  }
  return group;
}

function arrow(from: L.LatLng, to: L.LatLng): L.Marker {
  const [x, y] = mercator(from.lng, from.lat);
  const [toX, toY] = mercator(to.lng, to.lat);
  const angle = (Math.atan2(toY - y, toX - x) * 180) / Math.PI;
  const middle = L.latLng((from.lat + to.lat) / 2, (from.lng + to.lng) / 2);
  return L.marker(middle, { icon: arrowIcon(angle), interactive: false, keyboard: false });
}
