import type { PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';

/** Every cemetery, by name or by province of today. */
export function CemeteriesPage({ data }: { data: PageData['cemeteries'] }) {
  const { t, link, distance } = useReader();
  const { list, q, province, provinces } = data;
  return (
    <div class="wrap">
      <h1>{t('cemeteries.title')}</h1>
      <form class="narrow" action={link('cemeteries')} method="get" role="search">
        <label>
          <span>{t('cemeteries.q')}</span>
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            placeholder={t('cemeteries.q.hint')}
          />
        </label>
        <label>
          <span>{t('cemeteries.province')}</span>
          <select name="province">
            <option value="">{t('cemeteries.all')}</option>
            {provinces.map(({ name, cemeteries }) => (
              <option key={name} value={name} selected={name === province}>
                {name} ({cemeteries})
              </option>
            ))}
          </select>
        </label>
        <button class="button">{t('search.go')}</button>
      </form>
      <p role="status">
        {t('cemeteries.count', { count: list.total })}{' '}
        <a class="go" href={link('map')}>
          {t('home.cemetery.map')}
        </a>
      </p>
      {list.total === 0 && (
        <p class="card">
          {t('cemeteries.none')} <a href={link('cemeteries')}>{t('cemeteries.none.all')}</a>
        </p>
      )}
      <ul class="cemeteries">
        {list.items.map((cemetery) => (
          <li key={cemetery.code} class="card">
            <h2>
              <a href={link('cemetery', cemetery.code)}>{cemetery.name}</a>
            </h2>
            <p class="src">
              {t(`kind.${cemetery.kind}`)} · {cemetery.place}
            </p>
            <p>
              {cemetery.counts.graves > 0
                ? t('cemeteries.held', { graves: cemetery.counts.graves, named: cemetery.counts.named })
                : cemetery.reportedGraves !== undefined
                  ? t('cemeteries.reported', { graves: cemetery.reportedGraves })
                  : t('cemeteries.noGraves')}
              {cemetery.hasDiagram && <b> · {t('cemeteries.diagram')}</b>}
            </p>
            {cemetery.gate?.approximate && (
              <p class="src">
                {t('cemetery.approximate.short', { distance: distance(cemetery.gate.accuracyM) })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {list.cursor && (
        <a
          class="button quiet next"
          rel="next"
          href={link('cemeteries', '', { q, province, cursor: list.cursor })}
        >
          {t('cemeteries.next')}
        </a>
      )}
    </div>
  );
}
