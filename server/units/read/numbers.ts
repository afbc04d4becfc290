import { capital, type Token } from './text.ts';

/** A unit number as written. `damaged` when letters had to be taken for digits. */
export interface UnitNumber {
  number: string;
  end: number;
  damaged?: true;
}

const ROMAN = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].map((sign, at) => [
    sign,
    String(at + 1),
  ]),
);
const WORDS = new Map([
  ['mot', '1'],
  ['hai', '2'],
  ['ba', '3'],
  ['bon', '4'],
  ['nam', '5'],
  ['sau', '6'],
  ['bay', '7'],
  ['tam', '8'],
  ['chin', '9'],
  ['muoi', '10'],
]);

/** Letters that a scan or a typist puts for a digit. */
const LOOKALIKE: Record<string, string> = { o: '0', l: '1', i: '1', s: '5', z: '2', b: '8' };
const LEVEL_LETTER = /^[abcdefl]$/;

function near(token: Token | undefined): token is Token {
  return token !== undefined && ['glued', 'space', 'dot', 'tight'].includes(token.gap);
}

/** True when the letter at `at` is a level sign of its own ("d2" in "c7d2", "B trưởng") and no suffix. */
function startsLevel(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !near(next)) return false;
  if (next.number) return true;
  return ['truong', 'pho', 'si'].includes(next.key);
}

/** Digits run together with letters that look like digits: D5O2, 3O7. */
function damagedDigits(tokens: readonly Token[], at: number): UnitNumber | undefined {
  let digits = '';
  let end = at;
  let letters = 0;
  for (; end < at + 6; end++) {
    const token = tokens[end];
    if (!token || (end > at && token.gap !== 'glued')) break;
    if (token.number) digits += token.raw;
    else if (/^[ol]{1,2}$|^i$/.test(token.key)) {
      // A letter counts as a digit only between digits, or "O" after one.
      const after = tokens[end + 1];
      const between = after?.number === true && after.gap === 'glued';
      if (!between && !(/^o+$/.test(token.key) && digits !== '')) break;
      if (digits === '') break;
      digits += token.key.replace(/./g, (letter) => LOOKALIKE[letter]!);
      letters++;
    } else break;
  }
  return letters > 0 && digits.length <= 5 ? { number: digits, end, damaged: true } : undefined;
}

/** The number that starts at token `at`, with its suffix letter: "502", "502B", "502 A", "05". */
export function readNumber(tokens: readonly Token[], at: number): UnitNumber | undefined {
  const first = tokens[at];
  if (!first?.number || first.raw.length > 6) return undefined;
  const damaged = damagedDigits(tokens, at);
  if (damaged) return damaged;
  const number = first.raw.replace(/^0+(?=\d)/, '');
  const next = tokens[at + 1];
  if (next && !next.number && next.raw.length === 1 && !startsLevel(tokens, at + 1)) {
    const glued = next.gap === 'glued' && /^[a-z]$/.test(next.key);
    const apart =
      ['space', 'dot', 'tight'].includes(next.gap) &&
      /^[a-d]$/.test(next.key) &&
      capital(next) &&
      next.raw !== 'Đ';
    if (glued || apart) return { number: number + next.raw.toUpperCase(), end: at + 2 };
  }
  return { number, end: at + 1 };
}

/** A Roman or spelled number, met after khu, quân khu and quân đoàn. */
export function readNumeral(tokens: readonly Token[], at: number, spelled: boolean): UnitNumber | undefined {
  const token = tokens[at];
  if (!token || token.number) return undefined;
  const roman = ROMAN.get(token.key);
  if (roman && token.raw === token.raw.toUpperCase()) return { number: roman, end: at + 1 };
  const word = spelled ? WORDS.get(token.key) : undefined;
  const next = tokens[at + 1];
  // "khu Tám" is Khu 8; "khu Ba Đình" is a place.
  if (word && (!next || !near(next) || !capital(next))) return { number: word, end: at + 1 };
  return undefined;
}

/** True for one letter that is a level's sign. */
export function levelLetter(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !token.number &&
    LEVEL_LETTER.test(token.key) &&
    token.raw !== 'Đ' &&
    token.raw !== 'đ'
  );
}
