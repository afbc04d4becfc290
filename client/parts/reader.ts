import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatPartialDate } from '../../server/dates/format.ts';
import type { PartialDate } from '../../server/dates/contract.ts';
import type { FrameProps } from '../../server/pages/contract.ts';
import { formatNumber, t, type Key, type Language, type Values } from '../i18n/t.ts';
import type { AddressName } from './addresses.ts';
import { linkTo, type Query } from './link.ts';

/** The page's frame: language and outside tiles; everything below reads them from here. */
export const PageFrame = createContext<Pick<FrameProps, 'language' | 'tiles'>>({ language: 'vi' });

export interface Reader {
  language: Language;
  t: (key: Key, values?: Values) => string;
  /** Address of a page, in the reader's language. */
  link: (page: AddressName, of?: string, query?: Query) => string;
  number: (value: number) => string;
  date: (date: PartialDate) => string;
  /** "140 m", "2,3 km"; number and unit stay on one line. */
  distance: (metres: number) => string;
}

export function readerOf(language: Language): Reader {
  const number = (value: number) => formatNumber(language, value);
  return {
    language,
    t: (key, values) => t(language, key, values),
    link: (page, of, query) => linkTo(language, page, of, query),
    number,
    date: (date) => formatPartialDate(date, language),
    distance: (metres) =>
      metres < 995
        ? `${number(Math.round(metres))}\u00a0m`
        : `${number(Math.round(metres / 100) / 10)}\u00a0km`,
  };
}

export function useReader(): Reader {
  return readerOf(useContext(PageFrame).language);
}
