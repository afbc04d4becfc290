import type { Element, Level } from '../element.ts';
import type { Item } from './items.ts';
import { LEVEL_NAMES, type LevelSign } from './lexicon.ts';
import { numberAfter, numbered, readBranches, tagged } from './numbered.ts';
import { levelLetter, readNumber, readNumeral } from './numbers.ts';
import { capital, joined, type Token } from './text.ts';

/** "C trinh sát", "D Đặc công 198", "d bộ D502", "E.II": a level's letter without its number behind it. */
function readLetterAlone(tokens: readonly Token[], at: number): Item | undefined {
  const sign = tokens[at]!.key as Level;
  if (tokens[at + 1]!.key === 'bo' && tokens[at + 2]?.key !== 'binh')
    return { is: 'link', words: 'bộ', end: at + 2 };
  const numeral = capital(tokens[at]!) ? readNumeral(tokens, at + 1, false) : undefined;
  if (numeral && tokens[at + 1]!.raw.length > 1) return numbered(sign, numeral);
  const branch = readBranches(tokens, at + 1);
  if (branch.words.length === 0) return undefined;
  const number = numberAfter(tokens, branch.end, 'none');
  if (number) return { ...numbered(sign, number), note: `binh chủng: ${branch.words.join(' ')}` };
  return {
    is: 'body',
    body: { tag: 'other', words: [LEVEL_NAMES[sign]!, ...branch.words].join(' ') },
    end: branch.end,
  };
}

/** "D.502", "c3", "K5", "B3", "Đ6": one letter and its number. */
export function readLettered(tokens: readonly Token[], at: number): Item | undefined {
  const letter = tokens[at];
  const digits = tokens[at + 1];
  if (!letter || !/^[a-zđ]$/i.test(letter.raw) || !digits) return undefined;
  if (!digits.number && levelLetter(letter) && joined(digits)) return readLetterAlone(tokens, at);
  const spaced = ['dash', 'colon'].includes(digits.gap) && capital(letter);
  if (!joined(digits) && !spaced) return undefined;
  const number = readNumber(tokens, at + 1);
  if (!number) return undefined;
  // No squad has a number like 24: A24 is a sign of its own.
  const sign = letter.key === 'a' && Number.parseInt(number.number, 10) > 12;
  if (levelLetter(letter) && !sign) {
    const item = numbered(letter.key as LevelSign, number);
    const front = letter.key === 'b' && /^[1-5]$/.test(number.number);
    return front ? ({ ...item, bearing: 'front' } as Item) : item;
  }
  if (letter.key === 'd') {
    // Đ for D: a slip when the number is a battalion's; else a sign of its own.
    const element: Element =
      number.number.length >= 3 ? { level: 'd', number: number.number } : tagged('code', `Đ${number.number}`);
    return { is: 'unit', element, end: number.end, doubt: '"Đ" trước số chưa rõ' };
  }
  const doubt = number.damaged ? { doubt: 'chữ trong số' } : {};
  return {
    is: 'unit',
    element: tagged('code', letter.raw.toUpperCase() + number.number),
    end: number.end,
    ...doubt,
  };
}
