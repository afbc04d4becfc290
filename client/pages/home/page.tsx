import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { SearchForm } from '../../parts/search-form.tsx';

/** Where a family begins: one line to type what it still knows, and what to do when it knows nothing. */
export function HomePage({ data, frame }: { data: PageData['home']; frame: FrameProps }) {
  const { t, link, number } = useReader();
  const { statistics } = data;
  const figures: [number, Parameters<typeof t>[0]][] = [
    [statistics.martyrs, 'home.figures.martyrs'],
    [statistics.graves.named, 'home.figures.named'],
    [statistics.graves.unknown, 'home.figures.unknown'],
    [statistics.cemeteries.total, 'home.figures.cemeteries'],
  ];
  return (
    <div class="wrap">
      <section class="hero">
        <h1>{t('home.title')}</h1>
        <p class="lead">{t('home.lead')}</p>
        <SearchForm />
        {frame.demo && (
          <p class="example">
            {t('home.example')}{' '}
            <a href={link('results', '', { q: t('home.example.query') })}>{t('home.example.query')}</a>
          </p>
        )}
      </section>
      <section class="ways" aria-label={t('home.ways')}>
        <div class="card">
          <h2>{t('home.unsure.title')}</h2>
          <ul>
            <li>{t('home.unsure.notice')}</li>
            <li>{t('home.unsure.place')}</li>
            <li>{t('home.unsure.ask')}</li>
          </ul>
          <a class="go" href={link('decode')}>
            {t('home.unsure.decode')}
          </a>
          <a class="go" href={link('contact')}>
            {t('home.unsure.go')}
          </a>
        </div>
        <div class="card">
          <h2>{t('home.cemetery.title')}</h2>
          <p>{t('home.cemetery.text')}</p>
          <a class="go" href={link('cemeteries')}>
            {t('home.cemetery.go')}
          </a>
          <a class="go" href={link('map')}>
            {t('home.cemetery.map')}
          </a>
        </div>
        <div class="card">
          <h2>{t('home.report.title')}</h2>
          <p>{t('home.report.text')}</p>
          <a class="go" href={link('contact')}>
            {t('home.report.go')}
          </a>
        </div>
      </section>
      <section aria-label={t('home.figures')}>
        <dl class="figures">
          {figures.map(([count, words]) => (
            <div key={words}>
              <dt>{t(words)}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
