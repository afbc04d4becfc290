import type { CemeteryView } from '../../../server/cemeteries/contract.ts';
import type { DiagramView } from '../../../server/diagrams/contract.ts';
import { positionWords } from '../../parts/position.ts';
import { useReader } from '../../parts/reader.ts';
import { StateSign } from '../../parts/state-mark.tsx';

/** The rows in walking order, by section; each opens the list of its graves without any script. */
export function Rows({ cemetery }: { cemetery: CemeteryView }) {
  const { t, link } = useReader();
  if (cemetery.rows.length === 0) return null;
  const sections = [...new Set(cemetery.rows.map(({ section }) => section))];
  return (
    <section class="card row-list" aria-labelledby="rows">
      <h2 id="rows">{t('rows.title')}</h2>
      {sections.map((section) => (
        <details key={section ?? ''} open={sections.length === 1}>
          <summary>{section ? t('rows.section', { section }) : t('rows.noSection')}</summary>
          <ul class="rows">
            {cemetery.rows
              .filter((row) => row.section === section)
              .map(({ row, graves, unknown }) => (
                <li key={row ?? ''}>
                  <a href={`${link('cemetery', cemetery.code, { khu: section, hang: row })}#tim-thay`}>
                    {row ? t('rows.row', { row }) : t('rows.noRow')}
                    <small>
                      {t('rows.graves', { graves })}
                      {unknown > 0 && <>, {t('rows.unknown', { unknown })}</>}
                    </small>
                  </a>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** Graves that were asked for, by row or by words. */
export function Found({ title, graves }: { title: string; graves: DiagramView['plots'] }) {
  const reader = useReader();
  const { t, link } = reader;
  return (
    <section class="card" id="tim-thay" aria-labelledby="found">
      <h2 id="found">{title}</h2>
      {graves.length === 0 && <p>{t('cemetery.foundNone')}</p>}
      <ol class="graves">
        {graves.map((grave) => (
          <li key={grave.id}>
            <StateSign state={grave.state} />
            <b class="number">{grave.number}</b>
            <span>
              <a href={grave.code ? link('martyr', grave.code) : link('grave', grave.id)}>
                {grave.name ?? t(`state.${grave.state}`)}
              </a>
              <small> {positionWords(reader, grave)}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
