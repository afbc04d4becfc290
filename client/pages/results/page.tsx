import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageData } from '../../../server/pages/contract.ts';
import type { Hit } from '../../../server/search/contract.ts';
import { useReader, type Reader } from '../../parts/reader.ts';
import { useWide } from '../../parts/screen.ts';
import { SearchForm } from '../../parts/search-form.tsx';
import { useTurn } from '../../parts/turn.ts';
import { askAgain } from './ask-again.ts';
import { AskOne, Asked, Nothing } from './asked.tsx';
import { Filters } from './filters.tsx';
import { HitCard } from './hit.tsx';
import { HitsMap } from './hits-map.tsx';
import { useHitKeys } from './keys.ts';

/** What was found: a list with the reasons, and the map beside it; on a phone the list is a sheet over the map. */
export function ResultsPage({ data }: { data: PageData['results'] }) {
  const reader = useReader();
  const { t, language } = reader;
  const { query, answer, problem } = data;
  const { hits } = answer;
  const [chosen, setChosen] = useState(-1);
  const [over, setOver] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const wide = useWide();
  const title = useRef<HTMLHeadingElement>(null);
  const turned = useTurnedLinks(title);
  useEffect(() => setChosen(-1), [answer]);
  useEscape(over, () => setOver(false));
  useHitKeys(list, chosen, setChosen);
  const onMap = wide || over;
  const choose = (hit: Hit) => {
    setChosen(hits.indexOf(hit));
    list.current?.children[hits.indexOf(hit)]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div class={`results${over ? ' over-map' : ''}`} onClick={turned}>
      <div class="list">
        <SearchForm query={query} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <h1 ref={title} tabIndex={-1} aria-live="polite">
          {headline(reader, data)}
        </h1>
        <Asked data={data} />
        <AskOne data={data} />
        <Filters query={query} answer={answer} />
        {hits.length === 0 && <Nothing query={query} answer={answer} />}
        <ol class="hits" ref={list}>
          {hits.map((hit, n) => (
            <HitCard key={hit.id} hit={hit} chosen={n === chosen} onPoint={() => setChosen(n)} />
          ))}
        </ol>
        {answer.cursor && (
          <a class="button quiet next" rel="next" href={askAgain(language, query, { cursor: answer.cursor })}>
            {t('results.next')}
          </a>
        )}
        {query.cursor && (
          <a class="go" href={askAgain(language, query, {})}>
            {t('results.first')}
          </a>
        )}
        {hits.length > 0 && <p class="keys by-script">{t('results.keys')}</p>}
      </div>
      {onMap ? <HitsMap hits={hits} chosen={hits[chosen]} onChoose={choose} /> : <div class="beside" />}
      {hits.length > 0 && (
        <button
          type="button"
          class="button switch by-script"
          aria-pressed={over}
          onClick={() => setOver(!over)}
        >
          {t(over ? 'results.showList' : 'results.showMap')}
        </button>
      )}
    </div>
  );
}

/** "14 người có thể là người gia đình tìm", and whether that number is exact. */
function headline({ t }: Reader, { query, answer }: PageData['results']): string {
  const { value, relation } = answer.total;
  if (Object.values(query).every((given) => given === undefined)) return t('results.empty');
  if (value === 0) return t('results.none');
  if (relation === 'gte') return t('results.amongMore', { count: value });
  // nobody reads through hundreds: what matters is that the likeliest stand first
  return t(value <= 20 ? 'results.count' : 'results.among', { count: value });
}

/** Escape brings the list back over the map. */
function useEscape(over: boolean, close: () => void): void {
  useEffect(() => {
    if (!over) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [over]);
}

/** Links to the same page are turned to in place; the others, and those opened in a new window, go their own way. */
function useTurnedLinks(headline: RefObject<HTMLElement | null>): (event: MouseEvent) => void {
  const turn = useTurn();
  return (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !turn || link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    void turn(link.pathname + link.search).then(() => {
      if (link.rel === 'next') scrollTo({ top: 0 });
      // the link may be gone: whoever goes by keyboard goes on from what has changed
      if (document.activeElement === document.body) headline.current?.focus({ preventScroll: true });
    });
  };
}
