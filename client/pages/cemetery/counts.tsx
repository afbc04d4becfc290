import type { CemeteryView } from '../../../server/cemeteries/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { StateSign } from '../../parts/state-mark.tsx';

/** In the order of what is known. */
export const states = ['named', 'partly', 'unknown', 'empty', 'symbolic'] as const;

/** How many graves of each state (this is the diagram's legend too), and how far the survey has come. */
export function Counts({ counts, reported }: Pick<CemeteryView, 'counts' | 'reported'>) {
  const { t, number } = useReader();
  return (
    <section class="card" aria-labelledby="counts">
      <h2 id="counts">{t('counts.title')}</h2>
      {counts.graves === 0 ? (
        <p class="gap">{t('counts.none')}</p>
      ) : (
        <>
          <ul class="legend">
            {states
              .filter((state) => counts[state] > 0)
              .map((state) => (
                <li key={state}>
                  <StateSign state={state} /> <b>{number(counts[state])}</b> {t(`state.${state}.many`)}
                </li>
              ))}
          </ul>
          <dl class="coverage">
            {(['placed', 'photographed', 'checked'] as const).map((what) => (
              <div key={what}>
                <dt>{t(`counts.${what}`)}</dt>
                <dd>
                  <progress max={counts.graves} value={counts[what]} aria-label={t(`counts.${what}`)} />
                  {t('counts.of', { some: counts[what], all: counts.graves })}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {reported.graves !== undefined && (
        <p class="src">
          {t('counts.reported', { graves: reported.graves })}
          {reported.unknown !== undefined && (
            <>, {t('counts.reportedUnknown', { graves: reported.unknown })}</>
          )}
        </p>
      )}
    </section>
  );
}
