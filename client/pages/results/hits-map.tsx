import { useEffect, useRef } from 'preact/hooks';
import type { Hit } from '../../../server/search/contract.ts';
import type { MapHandle } from '../../map/open.ts';
import type { PointsHandle } from '../../map/points.ts';
import { MapPane } from '../../parts/map-pane.tsx';
import { useReader, type Reader } from '../../parts/reader.ts';
import { hitPage } from './ask-again.ts';

interface Spot {
  id: string;
  name: string;
  accuracyM: number;
  at: [number, number];
  hits: Hit[];
}

/** The cemeteries of the hits, each with those who lie there. */
export function spotsOf(hits: Hit[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const hit of hits) {
    const cemetery = hit.grave?.cemetery;
    if (!cemetery?.point) continue;
    const { code, name, point } = cemetery;
    const spot = spots.get(code) ?? {
      id: code,
      name,
      accuracyM: point.accuracyM,
      at: point.point.coordinates,
      hits: [],
    };
    spot.hits.push(hit);
    spots.set(code, spot);
  }
  return [...spots.values()];
}

/** The hits on the map; what is chosen in the list is marked here, and the other way round. */
export function HitsMap(props: { hits: Hit[]; chosen: Hit | undefined; onChoose: (hit: Hit) => void }) {
  const reader = useReader();
  const { t } = reader;
  const map = useRef<MapHandle>(undefined);
  const points = useRef<PointsHandle>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const draw = () => {
    points.current?.remove();
    points.current = map.current?.showPoints(
      {
        type: 'FeatureCollection',
        features: spotsOf(latest.current.hits).map(({ at, ...properties }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: at },
          properties,
        })),
      },
      {
        fit: true,
        card: (spot) => card(reader, spot),
        onSelect: ({ hits: [first] }) => first && latest.current.onChoose(first),
      },
    );
  };
  useEffect(draw, [props.hits]);
  useEffect(() => points.current?.choose(props.chosen?.grave?.cemetery?.code ?? null), [props.chosen]);
  const none = spotsOf(props.hits).length === 0;
  return (
    <section class="beside" aria-label={t('results.map')}>
      <MapPane
        options={{}}
        onOpen={(opened) => {
          map.current = opened;
          draw();
          return undefined;
        }}
      />
      {none && <p class="none">{t('results.mapNone')}</p>}
    </section>
  );
}

/** What opens beside a pressed point: the cemetery and those of the list who lie there. */
function card({ t, language }: Reader, { name, hits }: Pick<Spot, 'name' | 'hits'>): HTMLElement {
  const box = document.createElement('div');
  box.append(Object.assign(document.createElement('strong'), { textContent: name }));
  const list = document.createElement('ul');
  for (const hit of hits.slice(0, 8)) {
    const item = document.createElement('li');
    item.append(
      Object.assign(document.createElement('a'), {
        href: hitPage(language, hit),
        textContent: [hit.name ?? t('state.unknown'), hit.birth].filter(Boolean).join(' · '),
      }),
    );
    list.append(item);
  }
  box.append(list);
  if (hits.length > 8)
    box.append(
      Object.assign(document.createElement('p'), {
        textContent: t('results.mapHere', { count: hits.length }),
      }),
    );
  return box;
}
