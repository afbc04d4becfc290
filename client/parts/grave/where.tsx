import type { GraveView, RouteView } from '../../../server/graves/contract.ts';
import { positionWords } from '../position.ts';
import { useReader } from '../reader.ts';
import { OpenInMaps } from './open-in-maps.tsx';

/** In an empty plot nobody lies, nor at a stone that only remembers. */
const titles = { symbolic: 'where.symbolic', empty: 'where.empty' } as Partial<
  Record<GraveView['information'], 'where.symbolic' | 'where.empty'>
>;

/** First of all: where he lies, and how to get there. */
export function Where({ grave, route }: { grave: GraveView; route?: RouteView | undefined }) {
  const reader = useReader();
  const { t, link, distance } = reader;
  const position = positionWords(reader, grave.position);
  return (
    <section class="where" aria-labelledby="where">
      <h2 id="where">{t(titles[grave.information] ?? 'where.title')}</h2>
      <p class="spot">{position ?? t('where.noPosition')}</p>
      <p>
        <a href={link('cemetery', grave.cemetery.code)}>{grave.cemetery.name}</a>
        {route && <> · {t('where.fromGate', { distance: distance(route.lengthM) })}</>}
        <br />
        <span class="place">{grave.cemetery.place}</span>
      </p>
      {grave.oldNumbers.length > 0 && (
        <p>{t('where.oldNumbers', { numbers: grave.oldNumbers.join(', ') })}</p>
      )}
      <OpenInMaps grave={grave} />
    </section>
  );
}

/** The walk from the gate, step by step, in words. */
export function Walk({ route }: { route: RouteView }) {
  const { t, distance } = useReader();
  return (
    <section class="card walk" aria-labelledby="walk">
      <h2 id="walk">{t('walk.title', { distance: distance(route.lengthM) })}</h2>
      <ol>
        {route.steps.map((step, n) => (
          <li key={n}>{step.text}</li>
        ))}
      </ol>
    </section>
  );
}
