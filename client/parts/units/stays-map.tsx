import { useEffect, useRef } from 'preact/hooks';
import type { Whereabouts } from '../../../server/units/contract.ts';
import type { MapHandle, Removable } from '../../map/open.ts';
import { MapPane } from '../map-pane.tsx';
import { useReader, type Reader } from '../reader.ts';
import { periodWords } from './period.ts';

/** The places of a unit on the map; those of one unit joined in the order of time. The list beside says the same. */
export function StaysMap({ where }: { where: Whereabouts }) {
  const reader = useReader();
  const map = useRef<MapHandle>(undefined);
  const shown = useRef<Removable[]>([]);
  const draw = () => {
    for (const layer of shown.current) layer.remove();
    shown.current = map.current ? drawn(reader, map.current, where) : [];
  };
  useEffect(draw, [where]);
  return (
    <MapPane
      options={{ wheel: false }}
      onOpen={(opened) => {
        map.current = opened;
        draw();
        return undefined;
      }}
    />
  );
}

function drawn(reader: Reader, map: MapHandle, { stays, basis }: Whereabouts): Removable[] {
  const features = stays.map(({ point, place, from, to, designation, accuracyM }, n) => ({
    type: 'Feature' as const,
    geometry: point,
    properties: {
      id: String(n),
      name: [place, periodWords(reader, from, to)].filter(Boolean).join(', '),
      designation,
      accuracyM,
    },
  }));
  const points = map.showPoints(
    { type: 'FeatureCollection', features },
    { fit: true, kind: () => 'past', card: ({ name, designation }) => card(name, designation) },
  );
  keepAround(map, stays);
  if (basis === 'below' || stays.length < 2) return [points];
  const coordinates = stays.map(({ point }) => point.coordinates);
  return [points, map.showLine({ type: 'LineString', coordinates }, { kind: 'moved' })];
}

/** Places close together are shown with the country around them: a ring alone tells nobody where it is. */
function keepAround(map: MapHandle, stays: Whereabouts['stays']): void {
  const lngs = stays.map(({ point }) => point.coordinates[0]);
  const lats = stays.map(({ point }) => point.coordinates[1]);
  const [west, south, east, north] = [
    Math.min(...lngs),
    Math.min(...lats),
    Math.max(...lngs),
    Math.max(...lats),
  ];
  if (stays.length === 0 || Math.max(east - west, north - south) > 0.5) return;
  map.setView({ lng: (west + east) / 2, lat: (south + north) / 2, zoom: 8 });
}

/** What opens beside a pressed point. */
function card(name: string, designation: string): HTMLElement {
  const box = document.createElement('div');
  box.append(
    Object.assign(document.createElement('strong'), { textContent: name }),
    document.createElement('br'),
    designation,
  );
  return box;
}
