import type { Hit, SearchAnswer, SearchQuery } from '../../../server/search/contract.ts';
import { linkTo, type Query } from '../../parts/link.ts';
import type { Language } from '../../i18n/t.ts';

/** Address of the same question, changed; it starts from the first page again. */
export function askAgain(language: Language, query: SearchQuery, change: Query): string {
  return linkTo(language, 'results', '', { ...query, cursor: undefined, ...change });
}

type Chip = SearchAnswer['read']['chips'][number];

/** The free line without the words a chip was read from. */
export function lineWithout(line: string, chip: Chip): string {
  return line
    .replace(chip.from, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(\s*,)+\s*/g, ', ')
    .replace(/^[\s,]+|[\s,]+$/g, '');
}

/** Asks for a chip's words as another fact: out of the line, into that fact's own field. */
export function readAs(chip: Chip, query: SearchQuery, { field, text }: Chip['alternatives'][number]): Query {
  return { q: lineWithout(query.q ?? '', chip), [field]: text };
}

/** The page on which a hit stands. */
export function hitPage(language: Language, hit: Hit): string {
  return hit.kind === 'martyr' && hit.code
    ? linkTo(language, 'martyr', hit.code)
    : linkTo(language, 'grave', hit.grave?.id ?? hit.id);
}
