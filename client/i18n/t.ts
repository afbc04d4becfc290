import type { FrameProps } from '../../server/pages/contract.ts';
import type vi from './vi.json';

export type Language = FrameProps['language'];
/** Every text of the site by name; vi.json is the list of names, en.json has the same. */
export type Key = keyof typeof vi;
export type Messages = Record<Key, string>;
export type Values = Record<string, string | number>;

const known: Partial<Record<Language, Messages>> = {};

/** Makes a language's texts known: both on the server, in the browser only the reader's. */
export function learn(language: Language, messages: Messages): void {
  known[language] = messages;
}

const numbers = {
  vi: new Intl.NumberFormat('vi', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
};

/** 5000 → "5.000", in English "5,000". */
export function formatNumber(language: Language, number: number): string {
  return numbers[language].format(number);
}

/**
 * A text in the reader's language. `{name}` is filled in from `values` (numbers written the language's way; give
 * years as strings); `{count|grave|graves}` picks the word for one or for many.
 * @throws Error when the language was never learnt
 */
export function t(language: Language, key: Key, values: Values = {}): string {
  const messages = known[language];
  if (!messages) throw new Error(`texts of "${language}" are not loaded`);
  return messages[key].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (one !== undefined) return Number(value) === 1 ? one : (many ?? '');
      if (value === undefined) return '';
      return typeof value === 'number' ? formatNumber(language, value) : value;
    },
  );
}
