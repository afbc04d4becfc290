import { SearchQuery } from '../search/contract.ts';
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
  const answer = await search.search(query, language);
  return {
    query: known as unknown as SearchQuery,
    answer,
    ...(left.length > 0 ? { problem: wrong[language](left) } : {}),
  };
}
