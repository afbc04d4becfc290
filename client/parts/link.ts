import type { Language } from '../i18n/t.ts';
import { addresses, type AddressName } from './addresses.ts';

export type Query = Record<string, string | number | undefined>;

/** A path with its query; names without a value are left out. */
export function withQuery(path: string, query: Query): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') asked.set(name, String(value));
  const text = asked.toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * Address of a page in a language.
 * @param of the code or id that stands in the page's path
 */
export function linkTo(language: Language, page: AddressName, of = '', query: Query = {}): string {
  const path = addresses[page].replace(/:\w+/, encodeURIComponent(of));
  const spoken = language === 'vi' ? path : path === '/' ? '/en' : `/en${path}`;
  return withQuery(spoken, query);
}
