import type { ComponentChildren } from 'preact';
import type { ClaimView, FactField, MartyrView } from '../../../server/martyrs/contract.ts';
import { Place } from '../../parts/grave/moves.tsx';
import { useReader, type Reader } from '../../parts/reader.ts';

/** What is known, each fact with where it comes from, how sure it is, and what other papers say. */
export function Facts({ martyr }: { martyr: MartyrView }) {
  const reader = useReader();
  const { t } = reader;
  const known = factsOf(reader, martyr).filter(([, value]) => value);
  const most = mostlyFrom(martyr.claims);
  return (
    <section class="card" aria-labelledby="known">
      <h2 id="known">{t('known.title')}</h2>
      <dl class="facts">
        {known.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`fact.${field}`)}</dt>
            <dd>
              {value}
              <Sources claims={martyr.claims.filter((claim) => claim.field === field)} most={most} />
            </dd>
          </div>
        ))}
        {martyr.anniversary && (
          <div>
            <dt>{t('fact.anniversary')}</dt>
            <dd>
              {martyr.anniversary.text}
              <span class="src">
                {' '}
                · {t('known.anniversary', { date: reader.date(solarDay(martyr.anniversary.next)) })}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {most && (
        <p class="src">{t('known.most', { source: most.source, sure: t(`sure.${most.confidence}`) })}</p>
      )}
      {martyr.sources.some((source) => source !== most?.source) && (
        <p class="src">{t('known.sources', { sources: martyr.sources.join('; ') })}</p>
      )}
    </section>
  );
}

type Known = [Exclude<FactField, 'grave' | 'photo'> | 'birthName', ComponentChildren];

function factsOf({ date, t, link }: Reader, martyr: MartyrView): Known[] {
  const { unit } = martyr;
  return [
    ['birthName', martyr.birthName],
    ['aliases', martyr.aliases.join(', ')],
    ['birth', martyr.birth && date(martyr.birth)],
    ['home', martyr.home && <Place place={martyr.home} />],
    ['residence', martyr.residence && <Place place={martyr.residence} />],
    ['enlisted', martyr.enlisted && date(martyr.enlisted)],
    [
      'unit',
      unit && (
        <>
          {unit.text}
          {unit.words && (
            <span class="src">
              {' '}
              · {t(unit.sure ? 'known.unit' : 'known.unitMaybe', { words: unit.words })}
            </span>
          )}
          <span class="src why">
            {' '}
            ·{' '}
            <a
              href={link('decode', '', {
                text: unit.text,
                year: martyr.where?.year,
                home: martyr.home?.text,
              })}
            >
              {t('known.unitWhy')}
            </a>
          </span>
        </>
      ),
    ],
    ['rank', martyr.rank],
    ['position', martyr.position],
    ['death', martyr.death && date(martyr.death)],
    ['deathPlace', martyr.deathPlace && <Place place={martyr.deathPlace} />],
    ['circumstance', martyr.circumstance],
    ['firstBurial', martyr.firstBurial && <Place place={martyr.firstBurial} />],
    ['certificate', martyr.certificate],
  ];
}

type From = Pick<ClaimView, 'source' | 'confidence'>;
const isFrom = (claim: From, from: From | undefined) =>
  claim.source === from?.source && claim.confidence === from.confidence;

/** The source that three facts or more share: said once below them, so that the others stand out. */
export function mostlyFrom(claims: ClaimView[]): From | undefined {
  const kept = claims.filter((claim) => claim.accepted);
  const counts = kept.map((claim) => kept.filter((other) => isFrom(other, claim)).length);
  const most = Math.max(0, ...counts);
  return most >= 3 ? kept[counts.indexOf(most)] : undefined;
}

function Sources({ claims, most }: { claims: ClaimView[]; most: From | undefined }) {
  const { t } = useReader();
  const kept = claims.filter((claim) => claim.accepted && !isFrom(claim, most));
  const rivals = claims.filter((claim) => !claim.accepted);
  return (
    <>
      {kept.map((claim, n) => (
        <span class="src" key={n}>
          {' '}
          ({t('known.source', { source: claim.source, sure: t(`sure.${claim.confidence}`) })})
        </span>
      ))}
      {rivals.map((claim, n) => (
        <span class="rival" key={n}>
          {t('known.rival', {
            value: claim.value,
            source: claim.source,
            sure: t(`sure.${claim.confidence}`),
          })}
        </span>
      ))}
    </>
  );
}

/** An ISO day as a date. */
function solarDay(day: string) {
  return { text: day, calendar: 'solar', precision: 'day', earliest: day, latest: day } as const;
}

/** What is missing, as plainly as what is known, and what would help. */
export function Missing({ martyr }: { martyr: MartyrView }) {
  const { t, link } = useReader();
  if (martyr.missing.length === 0) return null;
  return (
    <section class="card missing" aria-labelledby="missing">
      <h2 id="missing">{t('missing.title')}</h2>
      <dl class="facts">
        {martyr.missing.map((field) => (
          <div key={field}>
            <dt>{t(`fact.${field}`)}</dt>
            <dd class="gap">{t(`missing.${field}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a class="go" href={link('contact', '', { ve: martyr.code })}>
          {t('missing.send')}
        </a>
      </p>
    </section>
  );
}
