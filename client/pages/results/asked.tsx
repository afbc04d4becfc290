import type { PageData } from '../../../server/pages/contract.ts';
import type { SearchField, SearchQuery } from '../../../server/search/contract.ts';
import { facts } from '../../parts/search-fields.tsx';
import { useReader, type Reader } from '../../parts/reader.ts';
import { askAgain, lineWithout, readAs } from './ask-again.ts';

/** What the question was taken for, each fact removable; and words that can be read two ways. */
export function Asked({ data: { query, answer } }: { data: PageData['results'] }) {
  const { t, language } = useReader();
  const { chips } = answer.read;
  const given = facts.filter((fact) => query[fact]);
  if (chips.length + given.length + (query.age ? 1 : 0) === 0) return null;
  return (
    <div class="asked">
      <h2 class="said">{t('asked.title')}</h2>
      <ul class="chips">
        {chips.map((chip) => (
          <Chip
            key={chip.field + chip.from}
            words={chipWords(t, chip.field, chip.text)}
            without={askAgain(language, query, { q: lineWithout(query.q ?? '', chip) })}
          />
        ))}
        {given.map((fact) => (
          <Chip
            key={fact}
            words={chipWords(t, fact, query[fact] ?? '')}
            without={askAgain(language, query, { [fact]: undefined })}
          />
        ))}
        {query.age !== undefined && (
          <Chip
            words={chipWords(t, 'age', String(query.age))}
            without={askAgain(language, query, { age: undefined })}
          />
        )}
        {chips.flatMap((chip) =>
          chip.alternatives.map((other) => (
            <li key={chip.from + other.field + other.text}>
              <a class="chip other" href={askAgain(language, query, readAs(chip, query, other))}>
                {t('asked.instead', { words: chipWords(t, other.field, other.text) })}
              </a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

/** "quê Vi Thanh", "hy sinh 1968"; a name needs no word before it. */
function chipWords(t: Reader['t'], field: SearchField, text: string): string {
  return field === 'name' ? text : t(`chip.${field}`, { text });
}

function Chip({ words, without }: { words: string; without: string }) {
  const { t } = useReader();
  return (
    <li class="chip">
      {words}
      <a href={without} aria-label={t('asked.remove', { words })}>
        <span aria-hidden="true">×</span>
      </a>
    </li>
  );
}

/** When many fit equally: the one fact that would tell them apart best, asked for on the spot. */
export function AskOne({ data: { query, answer } }: { data: PageData['results'] }) {
  const { t, link } = useReader();
  const ask = answer.hits.length > 1 ? answer.ask?.find((fact) => !query[fact]) : undefined;
  if (!ask) return null;
  const kept = Object.entries(query).filter(([name]) => name !== 'cursor' && name !== ask);
  return (
    <details class="ask-one">
      <summary>{t(`ask.${ask}`)}</summary>
      <form action={link('results')} method="get">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ))}
        <label>
          <span>{t(`field.${ask}`)}</span>
          <input
            name={ask}
            required
            maxLength={120}
            inputMode={ask.endsWith('Year') ? 'numeric' : undefined}
          />
        </label>
        <button class="button">{t('ask.go')}</button>
      </form>
    </details>
  );
}

/** Nothing found: what may be wrong and what can be done next. Never a dead end. */
export function Nothing({ query, answer }: { query: SearchQuery; answer: PageData['results']['answer'] }) {
  const { t, language, link } = useReader();
  const relax = answer.relax ?? [];
  return (
    <section class="card nothing">
      <h2>{t('nothing.title')}</h2>
      {relax.length > 0 && (
        <ul class="plain relax">
          {relax.map(({ filter, count }) => (
            <li key={filter}>
              <a class="button quiet" href={askAgain(language, query, { [filter]: undefined })}>
                {t(`relax.${filter}`, { count })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul>
        <li>{t('nothing.less')}</li>
        <li>{t('nothing.alias')}</li>
        <li>{t('nothing.place')}</li>
        <li>{t('nothing.unknown')}</li>
      </ul>
      <p>
        <a class="go" href={link('contact')}>
          {t('nothing.ask')}
        </a>
      </p>
    </section>
  );
}
