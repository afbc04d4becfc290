import type { Whereabouts } from '../../../server/units/contract.ts';
import { useReader } from '../reader.ts';
import { periodWords } from './period.ts';
import { Sources, Trust } from './trust.tsx';

/** Where a unit was, oldest first, each with its source; says whose movements are told when they are not its own. */
export function Stays({ where }: { where: Whereabouts }) {
  const reader = useReader();
  const { t, link } = reader;
  return (
    <>
      {where.basis !== 'own' && <p class="gap">{t(`unit.basis.${where.basis}`)}</p>}
      {where.stays.length > 0 && where.stays.every(({ when }) => when !== 'during') && (
        <p class="gap">{t('unit.notThen')}</p>
      )}
      {where.stays.length > 0 && (
        <ol class="track stays">
          {where.stays.map((stay, n) => (
            <li key={n} class={stay.verified ? 'done' : undefined}>
              {stay.when !== 'during' && `${t(`unit.when.${stay.when}`)} `}
              <b>{stay.place}</b>, {periodWords(reader, stay.from, stay.to)} ({t(`unit.what.${stay.what}`)})
              {stay.unit !== where.unit && (
                <>
                  {' · '}
                  <a href={link('unit', stay.unit)}>{stay.designation}</a>
                </>
              )}
              <small>
                <Trust verified={stay.verified} /> <Sources sources={[stay.source]} />
              </small>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
