import type { GraveView, MoveView } from '../../../server/graves/contract.ts';
import type { MapHandle } from '../../map/open.ts';
import { MapPane } from '../map-pane.tsx';
import { useReader } from '../reader.ts';

interface Stop {
  id: string;
  name: string;
  kind: 'past' | 'lies';
  at: [number, number];
  accuracyM: number;
}

/** A place that is only a name is known to about the size of a commune. */
const placeM = 5000;

/** Where the remains were, one after the other, with the cemetery where they lie now as the last. */
export function stopsOf(moves: MoveView[], grave: GraveView | undefined): Stop[] {
  const stops: Stop[] = moves.flatMap(({ place }, n) =>
    place?.point
      ? [
          {
            id: `past-${n}`,
            name: place.text,
            kind: 'past',
            at: place.point.coordinates,
            accuracyM: placeM,
          } as const,
        ]
      : [],
  );
  const now = grave?.point ?? grave?.cemetery.gate;
  if (grave && now)
    stops.push({
      id: 'now',
      name: grave.cemetery.name,
      kind: 'lies',
      at: now.point.coordinates,
      accuracyM: now.accuracyM,
    });
  return stops;
}

/** The way of the remains as a line on the map; shown when at least two of the places are known. */
export function MovesMap({ moves, grave }: { moves: MoveView[]; grave?: GraveView | undefined }) {
  const { t } = useReader();
  const stops = stopsOf(moves, grave);
  if (stops.length < 2) return null;
  const show = (map: MapHandle) => {
    map.showLine({ type: 'LineString', coordinates: stops.map(({ at }) => at) }, { kind: 'moved' });
    map.showPoints(
      {
        type: 'FeatureCollection',
        features: stops.map(({ at, ...properties }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: at },
          properties,
        })),
      },
      {
        cluster: false,
        // on a phone names would run over the edge; there a press opens them
        named: innerWidth >= 700,
        card: ({ name }) => Object.assign(document.createElement('p'), { textContent: name }),
        fit: true,
        kind: ({ kind }) => kind,
      },
    );
    return undefined;
  };
  return (
    <section class="card moves-map by-script" aria-labelledby="moves-map">
      <h2 id="moves-map">{t('moves.map')}</h2>
      <MapPane options={{ wheel: false }} onOpen={show} />
    </section>
  );
}
