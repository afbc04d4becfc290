import type { PageData } from '../../../server/pages/contract.ts';
import type { UnitMeaning } from '../../../server/units/contract.ts';
import { useReader } from '../../parts/reader.ts';
import { bareCode } from '../../parts/units/bare-code.ts';
import { periodWords } from '../../parts/units/period.ts';
import { Sources, Trust } from '../../parts/units/trust.tsx';

/** One thing the words can mean: what it is, how sure, and why it stands where it stands. */
export function Meaning({ meaning, data }: { meaning: UnitMeaning; data: PageData['decode'] }) {
  const reader = useReader();
  const { t, link, language } = reader;
  const { unit, designation, element, parents, from, to, area, theatre, verified, sources, steps } = meaning;
  const where = data.places.find((place) => place.unit === unit);
  const facts = [
    [t('unit.period'), periodWords(reader, from, to)],
    [t('unit.area'), area],
    [t('unit.theatre'), theatre && theatreWords(reader, theatre)],
    [t('unit.parents'), parents.map((parent) => parent.designation).join(' · ')],
  ].filter(([, value]) => value);
  return (
    <li class="card">
      <h3>
        {unit ? <a href={link('unit', unit)}>{designation}</a> : designation} <Trust verified={verified} />
      </h3>
      {data.answer?.chain !== element && (
        <p class="src">{t('decode.from', { element: bareCode(element) })}</p>
      )}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <Sources sources={sources} />
      </p>
      <details>
        <summary>{t('decode.why')}</summary>
        <ul>
          {steps.map((step, n) => (
            <li key={n}>{step[language]}</li>
          ))}
        </ul>
      </details>
      {unit && where && where.stays.length > 0 && (
        <a
          class="go"
          href={`${link('decode', '', { ...data.question, unit })}#ban-do`}
          aria-current={unit === data.chosen ? 'true' : undefined}
        >
          {t('decode.seeMap', { count: where.stays.length })}
        </a>
      )}
      {unit && where?.stays.length === 0 && (
        <p class="gap">{t(data.question.year ? 'decode.noPlaceThen' : 'decode.noPlace')}</p>
      )}
    </li>
  );
}

/** "B2" → "Nam Bộ và cực Nam Trung Bộ (B2)"; a theatre that has no words stays as written. */
export function theatreWords({ t }: ReturnType<typeof useReader>, theatre: string): string {
  const known = ['A', 'B1', 'B2', 'B3', 'B4', 'B5', 'C', 'K'] as const;
  const found = known.find((one) => one === theatre);
  return found ? t(`theatre.${found}`) : theatre;
}
