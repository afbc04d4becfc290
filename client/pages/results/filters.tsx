import type { FilterField, SearchAnswer, SearchQuery } from '../../../server/search/contract.ts';
import type { Key } from '../../i18n/t.ts';
import { useReader, type Reader } from '../../parts/reader.ts';
import { askAgain } from './ask-again.ts';

interface Choice {
  value: string;
  label: string;
  count: number;
}

/** Filters with how many each would leave. Plain links, so that they work before any script. */
export function Filters({ query, answer }: { query: SearchQuery; answer: SearchAnswer }) {
  const { t } = useReader();
  const { facets } = answer;
  const groups: [FilterField, Key, Choice[]][] = [
    ['onlyHome', 'filter.home', facets.home.map((each) => ({ ...each, value: String(each.value) }))],
    ['onlyCemetery', 'filter.cemetery', facets.cemetery],
    ['onlyDeath', 'filter.death', facets.death],
    [
      'status',
      'filter.status',
      facets.status
        .filter(({ value }) => value === 'named' || value === 'partly' || value === 'unknown')
        .map((each) => ({ ...each, label: t(`state.${each.value}`) })),
    ],
  ];
  const useful = groups.filter(([filter, , choices]) => choices.length > 1 || query[filter] !== undefined);
  if (useful.length === 0) return null;
  const active = useful.filter(([filter]) => query[filter] !== undefined).length;
  return (
    <details class="filters" open={active > 0}>
      <summary>
        {t('filter.title')}
        {active > 0 && <span class="count">{t('filter.active', { count: active })}</span>}
      </summary>
      <div class="groups">
        {useful.map(([filter, title, choices]) => (
          <Group key={filter} filter={filter} title={t(title)} choices={choices} query={query} />
        ))}
      </div>
    </details>
  );
}

/** What a filter was set to, when the answer no longer offers it. */
function labelOf(t: Reader['t'], filter: FilterField, value: string): string {
  if (filter === 'onlyDeath') return value;
  if (filter === 'status') return t(`state.${value as 'named' | 'partly' | 'unknown'}`);
  return t('filter.drop');
}

function Group(props: { filter: FilterField; title: string; choices: Choice[]; query: SearchQuery }) {
  const { t, language, number } = useReader();
  const { filter, query, choices } = props;
  const now = query[filter] === undefined ? undefined : String(query[filter]);
  return (
    <section>
      <h2>{props.title}</h2>
      <ul>
        {choices.map(({ value, label, count }) => {
          const on = value === now;
          return (
            <li key={value}>
              <a
                href={askAgain(language, query, { [filter]: on ? undefined : value })}
                aria-current={on ? 'true' : undefined}
                rel="nofollow"
              >
                {on && <span aria-hidden="true">× </span>}
                {label} <small>{number(count)}</small>
              </a>
            </li>
          );
        })}
        {now !== undefined && !choices.some(({ value }) => value === now) && (
          <li>
            <a href={askAgain(language, query, { [filter]: undefined })} aria-current="true" rel="nofollow">
              <span aria-hidden="true">× </span>
              {labelOf(t, filter, now)}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
