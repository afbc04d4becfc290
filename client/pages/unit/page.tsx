import type { PageData } from '../../../server/pages/contract.ts';
import type { UnitLink } from '../../../server/units/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { NearCemeteries } from '../../parts/units/near.tsx';
import { periodWords } from '../../parts/units/period.ts';
import { StaysMap } from '../../parts/units/stays-map.tsx';
import { Stays } from '../../parts/units/stays.tsx';
import { Sources, Trust } from '../../parts/units/trust.tsx';
import { theatreWords } from '../decode/meaning.tsx';

/** One unit in its period: what it was, where it was, and what belongs to it. */
export function UnitPage({ data }: { data: PageData['unit'] }) {
  const reader = useReader();
  const { t, link } = reader;
  const { unit, where, cemeteries } = data;
  const facts = [
    [t('unit.period'), periodWords(reader, unit.from, unit.to)],
    [t('unit.area'), unit.area],
    [t('unit.theatre'), unit.theatre && theatreWords(reader, unit.theatre)],
    [t('unit.short'), unit.short.join(', ')],
    [t('unit.formedFrom'), unit.formedFrom],
    [t('unit.note'), unit.note],
  ].filter(([, value]) => value);
  return (
    <article class="wrap unit">
      <p class="back">
        <a href={link('decode')}>← {t('decode.title')}</a>
      </p>
      <h1>{unit.designation}</h1>
      <p class="under">
        <Trust verified={unit.verified} /> <Sources sources={[unit.source]} />
      </p>
      <div class="two">
        <section class="first" aria-labelledby="o-dau">
          <h2 id="o-dau">{t('unit.where')}</h2>
          {where.stays.length > 0 && <StaysMap where={where} />}
          <Stays where={where} />
          {where.stays.length > 0 && <p class="src">{t('unit.accuracy')}</p>}
          <div>
            <NearCemeteries cemeteries={cemeteries} />
          </div>
        </section>
        <div class="rest">
          <section class="card" aria-labelledby="la-gi">
            <h2 id="la-gi">{t('unit.about')}</h2>
            <dl class="facts">
              {facts.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <Linked title={t('unit.parents')} units={unit.parents} />
            <Linked title={t('unit.children')} units={unit.children} />
          </section>
          {unit.codes.length > 0 && (
            <section class="card" aria-labelledby="ky-hieu">
              <h2 id="ky-hieu">{t('unit.codes')}</h2>
              <ul>
                {unit.codes.map(({ code, meaning, from, to, source, verified }) => (
                  <li key={`${code} ${meaning}`}>
                    <b>{code}</b>: {meaning}
                    {(from || to) && `, ${periodWords(reader, from, to)}`} <Trust verified={verified} />{' '}
                    <Sources sources={[source]} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {unit.alike.length > 0 && (
            <section class="card" aria-labelledby="cung-so">
              <h2 id="cung-so">{t('unit.alike')}</h2>
              <p>{t('unit.alike.lead')}</p>
              <ul class="plain near">
                {unit.alike.map((other) => (
                  <li key={other.unit}>
                    <a href={link('unit', other.unit)}>{other.designation}</a>
                    <small>
                      {[periodWords(reader, other.from, other.to), other.area].filter(Boolean).join(' · ')}
                    </small>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p>
            <a class="go" href={link('contact', '', { ve: `don-vi:${unit.short[0] ?? unit.designation}` })}>
              {t('unit.tell')}
            </a>
          </p>
        </div>
      </div>
    </article>
  );
}

function Linked({ title, units }: { title: string; units: UnitLink[] }) {
  const { link } = useReader();
  if (units.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain near">
        {units.map(({ unit, designation }) => (
          <li key={unit}>
            <a href={link('unit', unit)}>{designation}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
