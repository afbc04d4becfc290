import { joined, marksOf, wordKey, type Token } from './text.ts';

/** A phrase of a word list: how it is written, and what it stands for. */
export interface Phrase<T> {
  keys: string[];
  /** Abbreviations that are common syllables too count only in capitals. */
  capitals: boolean;
  /** Marks of a single word: "tịnh" is not "tỉnh", "quân" not "quận". */
  marks?: string;
  means: T;
}

/** A word list, looked up by the first word. */
export type PhraseBook<T> = Map<string, Phrase<T>[]>;

/** A phrase found: `end` is the index after its last token; `damaged` when a letter differs. */
export interface Found<T> {
  means: T;
  end: number;
  damaged: boolean;
}

/**
 * Builds a word list. Each row is what is meant and the ways it is written; a leading "^" asks for capitals.
 */
export function phraseBook<T>(rows: readonly (readonly [T, ...string[]])[]): PhraseBook<T> {
  const book: PhraseBook<T> = new Map();
  for (const [means, ...ways] of rows) {
    for (const way of ways) {
      const capitals = way.startsWith('^');
      const keys = (capitals ? way.slice(1) : way).split(' ').map(wordKey);
      const list = book.get(keys[0]!) ?? [];
      list.push({
        keys,
        capitals,
        means,
        ...(keys.length === 1 && !capitals ? { marks: marksOf(way) } : {}),
      });
      book.set(keys[0]!, list);
    }
  }
  for (const list of book.values()) list.sort((x, y) => y.keys.length - x.keys.length);
  return book;
}

/** A word without any mark may be anything; one with marks must have the phrase's, wherever the tone was put. */
function marksAgree(token: Token, marks: string): boolean {
  const own = marksOf(token.raw);
  return own === '' || own === marks;
}

/** The longest phrase of the book that starts at token `at`. */
export function findPhrase<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  at: number,
): Found<T> | undefined {
  const first = tokens[at];
  if (!first || first.number) return undefined;
  for (const phrase of book.get(first.key) ?? []) {
    if (phrase.capitals && first.raw !== first.raw.toUpperCase()) continue;
    if (phrase.marks !== undefined && !marksAgree(first, phrase.marks)) continue;
    let end = at + 1;
    while (end - at < phrase.keys.length) {
      const token = tokens[end];
      if (!joined(token) || token.key !== phrase.keys[end - at]) break;
      end++;
    }
    if (end - at === phrase.keys.length) return { means: phrase.means, end, damaged: false };
  }
  return undefined;
}
