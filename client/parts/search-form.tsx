import type { SearchQuery } from '../../server/search/contract.ts';
import { facts, SearchFields } from './search-fields.tsx';
import { useReader } from './reader.ts';
import { SuggestLine } from './suggest-line.tsx';
import { useTurn } from './turn.ts';
import { withQuery } from './link.ts';

/** The search as a form: one line, and a field for each fact under "thêm chi tiết". Works without script. */
export function SearchForm({ query }: { query?: SearchQuery }) {
  const { t, link } = useReader();
  const turn = useTurn();
  const path = link('results');
  const filled = facts.filter((fact) => query?.[fact]);
  const submit = (event: Event) => {
    const form = event.currentTarget as HTMLFormElement;
    event.preventDefault();
    const asked: Record<string, string> = {};
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value.trim()) asked[name] = value.trim();
    const href = withQuery(path, asked);
    if (query && turn) void turn(href);
    else location.assign(href);
  };
  return (
    <form class="search" role="search" action={path} method="get" onSubmit={submit}>
      <div class="ask">
        <SuggestLine
          name="q"
          value={query?.q ?? ''}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
        />
        <button class="button">{t('search.go')}</button>
      </div>
      <details open={filled.length > 0}>
        <summary>
          {t('search.more')}
          {filled.length > 0 && <span class="count">{t('search.filled', { count: filled.length })}</span>}
        </summary>
        {/* a new question starts with its own facts, not with what the fields held before */}
        <SearchFields key={JSON.stringify(query)} {...(query ? { query } : {})} />
        <button class="button quiet">{t('search.go')}</button>
      </details>
    </form>
  );
}
