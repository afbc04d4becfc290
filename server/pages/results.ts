import { addresses } from '../../client/parts/addresses.ts';
import { Martyrs } from '../martyrs/model.ts';
import { SearchQuery, type SearchAnswer } from '../search/contract.ts';
import type { PageData } from './contract.ts';
import { Redirect, type Asked } from './load.ts';
import type { Site } from './site.ts';

const wrong = {
  vi: (names: string[]) => `Chưa hiểu mục: ${names.join(', ')}. Kết quả dưới đây tìm theo những mục còn lại.`,
  en: (names: string[]) => `Not understood: ${names.join(', ')}. The results below go by the other fields.`,
};

/**
 * The page of results. Other than the API it never refuses: names it does not know (a shared link brings its own)
 * are passed over, and a field that cannot be read is named and left out.
 */
export async function loadResults(
  { query: given, language }: Asked,
  { search }: Site,
): Promise<PageData['results'] | Redirect> {
  const known = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => name in SearchQuery.shape && value.trim() !== ''),
  );
  if (Object.keys(known).length === 0) return new Redirect('/');
  const code = codeIn(known['q'] ?? known['name']);
  if (code !== undefined && (await Martyrs.exists({ code, status: 'published' })))
    return new Redirect(addresses.martyr.replace(':code', code));
  let read = SearchQuery.safeParse(known);
  const left: string[] = [];
  if (!read.success) {
    for (const { path } of read.error.issues) {
      const name = String(path[0]);
      if (name in known) left.push(`${name} “${known[name]!}”`);
      Reflect.deleteProperty(known, name);
    }
    read = SearchQuery.safeParse(known);
  }
  const query = read.success ? read.data : {};
  // With nothing left to go by, everybody would fit: then nobody is shown.
  const answer = Object.keys(query).length > 0 ? await search.search(query, language) : nobody;
  return {
    query: known as unknown as SearchQuery,
    answer,
    ...(left.length > 0 ? { problem: wrong[language](left) } : {}),
  };
}

const nobody: SearchAnswer = {
  total: { value: 0, relation: 'eq' },
  hits: [],
  facets: { home: [], cemetery: [], death: [], status: [] },
  tookMs: 0,
  read: { chips: [] },
};

/** The code of a dossier, as printed on papers or typed short: "LS0001171", "ls 1171". */
function codeIn(text: string | undefined): string | undefined {
  const digits = /^\s*ls\s*0*(\d{1,10})\s*$/i.exec(text ?? '')?.[1];
  return digits === undefined ? undefined : `LS${digits.padStart(7, '0')}`;
}
