import type { MartyrView } from '../../../server/martyrs/contract.ts';
import type { Fellow } from '../../../server/units/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { NearCemeteries } from '../../parts/units/near.tsx';
import { Stays } from '../../parts/units/stays.tsx';
import { Trust } from '../../parts/units/trust.tsx';

/** Where the unit was when he fell, cemeteries around there, and who fell beside him; plainly unsure when it is. */
export function UnitThen({ martyr }: { martyr: MartyrView }) {
  const { t, date, link } = useReader();
  const { where, unit, death } = martyr;
  if (!where) return null;
  const told = where.from === undefined ? [] : where.meanings;
  if (told.length + where.sameDay.total + where.sameUnit.length === 0) return null;
  return (
    <section class="card unit-then" aria-labelledby="unit-then">
      <h2 id="unit-then">{t('then.title')}</h2>
      {told.length > 0 && (
        <>
          <p>
            {t('then.time', { date: death ? date(death) : '' })}{' '}
            {told.length > 1 && t('then.several', { count: told.length })}
            {told.length === 1 && !where.sure && t('then.unsure')}
          </p>
          {told.map((meaning) => (
            <div key={meaning.unit} class="meaning">
              <h3>
                <a href={link('unit', meaning.unit)}>{meaning.designation}</a>{' '}
                <Trust verified={meaning.verified} />
              </h3>
              <Stays where={meaning} />
            </div>
          ))}
          <p>
            <a
              class="go"
              href={link('decode', '', { text: unit?.text, year: where.year, home: martyr.home?.text })}
            >
              {t('then.map')}
            </a>
          </p>
          <NearCemeteries cemeteries={where.cemeteries} />
        </>
      )}
      <Fellows title={t('then.sameUnit')} people={where.sameUnit} />
      <Fellows title={t('then.sameDay', { count: where.sameDay.total })} people={where.sameDay.people} />
    </section>
  );
}

function Fellows({ title, people }: { title: string; people: Fellow[] }) {
  const { t, link } = useReader();
  if (people.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain near">
        {people.map(({ code, name, home, death, unit }) => (
          <li key={code}>
            <a href={link('martyr', code)}>{name}</a>
            <small>
              {[home && t('then.home', { home }), death && t('then.fell', { death }), unit]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
