import type { UnitStatistics } from '../../../server/units/contract.ts';
import { useReader } from '../../parts/reader.ts';

/** Codes shown; the API gives more. */
const most = 12;

/** How far the units in dossiers are understood, and what would help most families first. */
export function Figures({ statistics }: { statistics: UnitStatistics }) {
  const { t, number, link, language } = useReader();
  const { figures } = statistics;
  if (!figures) return <p class="src">{t('unitFigures.counting')}</p>;
  const rows = [
    ['unitFigures.decoded', figures.decoded],
    ['unitFigures.ambiguous', figures.ambiguous],
    ['unitFigures.unknown', figures.unknown],
    ['unitFigures.plain', figures.plain],
    ['unitFigures.none', figures.none],
  ] as const;
  return (
    <section class="unit-figures" aria-labelledby="so-lieu">
      <h2 id="so-lieu">{t('unitFigures.title', { count: figures.dossiers })}</h2>
      <table class="figures-table">
        <tbody>
          {rows.map(([words, count]) => (
            <tr key={words}>
              <th scope="row">{t(words)}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures.wanted.length > 0 && (
        <>
          <h3>{t('unitFigures.wanted')}</h3>
          <p>{t('unitFigures.wanted.lead')}</p>
          <ul class="plain wanted">
            {figures.wanted.slice(0, most).map(({ element, words, dossiers }) => (
              <li key={element}>
                <a class="go" href={link('contact', '', { ve: `don-vi:${element}` })}>
                  {words[language]}
                </a>
                <small>{t('unitFigures.dossiers', { count: dossiers })}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="src">
        {t('unitFigures.open')}{' '}
        {(['units', 'codes', 'movements'] as const).map((table) => (
          <a key={table} class="go" href={`/api/v1/units/data/${table}.csv`} download>
            {t(`unitFigures.table.${table}`)}
          </a>
        ))}
      </p>
    </section>
  );
}
