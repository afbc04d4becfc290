import type { NearCemetery } from '../../../server/units/contract.ts';
import { useReader } from '../reader.ts';

/** Cemeteries around the places of a unit, nearest first. */
export function NearCemeteries({ cemeteries }: { cemeteries: NearCemetery[] }) {
  const { t, link, number } = useReader();
  if (cemeteries.length === 0) return null;
  return (
    <>
      <h3>{t('unit.near')}</h3>
      <ul class="plain near">
        {cemeteries.map(({ code, name, place, distanceKm }) => (
          <li key={code}>
            <a href={link('cemetery', code)}>{name}</a>
            <small>
              {place} · {t('unit.away', { km: number(distanceKm) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
