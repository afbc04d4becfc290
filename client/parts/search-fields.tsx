import type { SearchQuery } from '../../server/search/contract.ts';
import type { Key } from '../i18n/t.ts';
import { useReader } from './reader.ts';

/** Facts that a family may know, in the order it remembers them; named as the search call names them. */
export const facts = [
  'name',
  'alias',
  'birthYear',
  'home',
  'unit',
  'deathYear',
  'deathPlace',
  'cemetery',
] as const;
export type Fact = (typeof facts)[number];

const hints: Partial<Record<Fact, Key>> = {
  birthYear: 'field.birthYear.hint',
  home: 'field.home.hint',
  unit: 'field.unit.hint',
  deathYear: 'field.deathYear.hint',
};

/** One field for each fact. Everything may stay empty. */
export function SearchFields({ query }: { query?: SearchQuery }) {
  const { t } = useReader();
  return (
    <div class="fields">
      {facts.map((fact) => {
        const hint = hints[fact];
        return (
          <label key={fact}>
            <span>{t(`field.${fact}`)}</span>
            <input
              name={fact}
              defaultValue={query?.[fact] ?? ''}
              autocomplete="off"
              maxLength={120}
              placeholder={hint && t(hint)}
              inputMode={fact.endsWith('Year') ? 'numeric' : undefined}
            />
          </label>
        );
      })}
    </div>
  );
}
