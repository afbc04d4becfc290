import type { GraveView } from '../../../server/graves/contract.ts';
import { useReader } from '../reader.ts';

/**
 * Links to the reader's own map: to the grave where its point is known, else to the cemetery's gate.
 * A point known only to some kilometres is never routed to: it is said how near it is known, and whom to ask.
 */
export function OpenInMaps({ grave }: { grave: Pick<GraveView, 'cemetery' | 'point'> }) {
  const { t, distance, link } = useReader();
  const { gate } = grave.cemetery;
  const own = grave.point?.approximate === false ? grave.point : undefined;
  const exact = own ?? (gate?.approximate === false ? gate : undefined);
  if (!exact) {
    return (
      <p class="approximate">
        {gate ? t('where.approximate', { distance: distance(gate.accuracyM) }) : t('where.noPoint')}{' '}
        <a href={link('contact')}>{t('where.askOffice')}</a>
      </p>
    );
  }
  const [lng, lat] = exact.point.coordinates.map((degrees) => degrees.toFixed(6)) as [string, string];
  const at = `${lat},${lng}`;
  const name = encodeURIComponent(grave.cemetery.name);
  return (
    <>
      <p class="on-paper">{t('where.coordinates', { at: at.replace(',', ', ') })}</p>
      <div class="maps">
        <p>{t(own ? 'where.openGrave' : 'where.openGate')}</p>
        <ul class="acts">
          <li>
            <a class="button" href={`geo:${at}?q=${at}(${name})`}>
              {t('where.ownMap')}
            </a>
          </li>
          <li>
            <a
              class="button quiet"
              href={`https://www.google.com/maps/dir/?api=1&destination=${at}`}
              rel="noreferrer"
            >
              Google Maps
            </a>
          </li>
          <li>
            <a class="button quiet" href={`https://maps.apple.com/?daddr=${at}&q=${name}`} rel="noreferrer">
              Apple Maps
            </a>
          </li>
        </ul>
      </div>
    </>
  );
}
