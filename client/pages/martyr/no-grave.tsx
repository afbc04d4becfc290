import type { MartyrView } from '../../../server/martyrs/contract.ts';
import { useReader } from '../../parts/reader.ts';

/** A dossier without a grave: said plainly, with what a family can do next. */
export function NoGrave({ martyr }: { martyr: MartyrView }) {
  const { t, link } = useReader();
  const last = martyr.firstBurial ?? martyr.deathPlace;
  // graves within a day's carry of where he fell come first
  const near = last?.point ? { near: `${last.point.coordinates.join(',')},30` } : { deathPlace: last?.text };
  return (
    <section class="where none" aria-labelledby="where">
      <h2 id="where">{t('noGrave.title')}</h2>
      <p class="spot">{t('noGrave.spot')}</p>
      <ol>
        {last && (
          <li>
            {t('noGrave.near')}{' '}
            <a href={link('results', '', { status: 'unknown', ...near })}>{t('noGrave.near.go')}</a>
          </li>
        )}
        <li>{t('noGrave.papers')}</li>
        <li>{t('noGrave.dna')}</li>
        <li>
          <a href={link('contact', '', { ve: martyr.code })}>{t('noGrave.ask')}</a>
        </li>
      </ol>
    </section>
  );
}
