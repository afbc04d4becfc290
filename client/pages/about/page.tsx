import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';

/** What this is, where its knowledge comes from, how far it reaches, and whom not to trust. */
export function AboutPage({ data, frame }: { data: PageData['about']; frame: FrameProps }) {
  const { t, number, link } = useReader();
  const { statistics, mapCredits } = data;
  const rows = [
    ['about.figures.martyrs', statistics.martyrs],
    ['about.figures.withGrave', statistics.martyrsWithGrave],
    ['about.figures.graves', statistics.graves.total],
    ['about.figures.named', statistics.graves.named],
    ['about.figures.partly', statistics.graves.partly],
    ['about.figures.unknown', statistics.graves.unknown],
    ['about.figures.placed', statistics.graves.placed],
    ['about.figures.photographed', statistics.graves.photographed],
    ['about.figures.cemeteries', statistics.cemeteries.total],
    ['about.figures.withDiagram', statistics.cemeteries.withDiagram],
    ['about.figures.pointKnown', statistics.cemeteries.pointKnown],
    ['about.figures.sampled', statistics.identification.sampled],
    ['about.figures.decided', statistics.identification.decided],
  ] as const;
  return (
    <div class="wrap reading-width">
      <h1>{t('about.title')}</h1>
      <p class="lead">{t('about.lead')}</p>
      {frame.demo && (
        <section class="card" aria-labelledby="minh-hoa">
          <h2 id="minh-hoa">{t('about.demo.title')}</h2>
          <p>{t('about.demo')}</p>
        </section>
      )}
      <section aria-labelledby="cach-doc">
        <h2 id="cach-doc">{t('about.read.title')}</h2>
        <p>{t('about.read.sure')}</p>
        <p>{t('about.read.dates')}</p>
        <p>{t('about.read.near')}</p>
      </section>
      <section aria-labelledby="canh-giac">
        <h2 id="canh-giac">{t('about.beware.title')}</h2>
        <p>{t('about.beware.true')}</p>
        <p>{t('about.beware.signs')}</p>
        <p>
          {t('about.beware.do')} <a href={link('contact')}>{t('where.askOffice')}</a>
        </p>
      </section>
      <section aria-labelledby="so-lieu">
        <h2 id="so-lieu">{t('about.figures.title')}</h2>
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
      </section>
      <section aria-labelledby="nguon">
        <h2 id="nguon">{t('about.credits.title')}</h2>
        <ul>
          <li>{t('about.credits.places')}</li>
          <li>{t('about.credits.cemeteries')}</li>
          <li>{t('about.credits.map', { credits: mapCredits })}</li>
          <li>{t('about.credits.fonts')}</li>
          <li>
            {t('about.credits.open')} <a href="/api/docs">/api/docs</a>
          </li>
        </ul>
      </section>
    </div>
  );
}
