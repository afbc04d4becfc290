import type { Element, Level, Tag } from '../element.ts';
import { branchWords } from './branches.ts';
import type { Item } from './items.ts';
import type { LevelSign } from './lexicon.ts';
import { readNumber, readNumeral, type UnitNumber } from './numbers.ts';
import { findPhrase } from './phrases.ts';
import { joined, type Token } from './text.ts';

/** Signs that are a level of the grammar. */
export const PLAIN = new Set<LevelSign>(['a', 'b', 'c', 'd', 'e', 'l', 'f', 'qd', 'qk', 'khu']);
/** Bộ Tư lệnh + number that commanded a front in Cambodia (codes.csv); 559 is written doan: (README). */
const FRONT_NUMBERS = new Set(['479', '579', '719', '779', '979']);

/** An element of words. */
export const tagged = (tag: Tag, value: string): Element => ({ tag, value });

/** The branch words that stand at `at`, run together ("công binh đặc công nước"). */
export function readBranches(tokens: readonly Token[], at: number): { words: string[]; end: number } {
  const words: string[] = [];
  let end = at;
  while (words.length < 4 && (end === at || joined(tokens[end]))) {
    const found = findPhrase(branchWords, tokens, end);
    if (!found) break;
    words.push(found.means);
    end = found.end;
    // "cối 82": the calibre of the mortar.
    const calibre = /cối$/.test(found.means) && /^(60|81|82|120|160)$/.test(tokens[end]?.raw ?? '');
    if (calibre) {
      words.push(tokens[end]!.raw);
      return { words, end: tokens[end + 1]?.key === 'li' ? end + 2 : end + 1 };
    }
  }
  return { words, end };
}

/** Bodies of their own even right after a number: "Đại đội 3 TNXP". */
const NOT_A_BRANCH = new Set([
  'thanh niên xung phong',
  'công an vũ trang',
  'công an',
  'dân công',
  'dân công hỏa tuyến',
  'trung ương cục',
]);

/** "Đại đội 21 trinh sát": the branch after the number belongs to the name and is dropped. */
export function dropBranch(tokens: readonly Token[], item: Item): Item {
  if (!joined(tokens[item.end])) return item;
  const { words, end } = readBranches(tokens, item.end);
  if (words.length === 0 || words.some((word) => NOT_A_BRANCH.has(word))) return item;
  return { ...item, end, note: `binh chủng: ${words.join(' ')}` };
}

/** The unit that a sign and a number make. */
export function numbered(sign: LevelSign, number: UnitNumber): Item {
  const doubt = number.damaged ? { doubt: 'chữ trong số' } : {};
  const common = { is: 'unit', end: number.end, ...doubt } as const;
  if (sign === 'tđ?') {
    return { ...common, element: { level: 'd', number: number.number }, bearing: 'tđ' };
  }
  if (sign === 'đơn vị') {
    return { ...common, element: tagged('num', number.number), note: '"đơn vị" không nói cấp' };
  }
  if (sign === 'btl') {
    if (number.number === '559') return { ...common, element: tagged('doan', '559') };
    if (FRONT_NUMBERS.has(number.number)) return { ...common, element: tagged('mt', number.number) };
    return { ...common, element: tagged('other', `bộ tư lệnh ${number.number}`) };
  }
  if (PLAIN.has(sign)) return { ...common, element: { level: sign as Level, number: number.number } };
  return { ...common, element: tagged(sign as Tag, number.number) };
}

/** A number may follow its level over a blank, a dot, a dash or a colon. */
export function numberAfter(
  tokens: readonly Token[],
  at: number,
  numerals: 'any' | 'roman' | 'none',
): UnitNumber | undefined {
  const token = tokens[at];
  if (!token || !(joined(token) || token.gap === 'colon')) return undefined;
  return (
    readNumber(tokens, at) ?? (numerals === 'none' ? undefined : readNumeral(tokens, at, numerals === 'any'))
  );
}
