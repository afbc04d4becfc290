import type { Item } from './items.ts';
import { capitals, joined, type Token } from './text.ts';

/** The field post number (hòm thư) that starts here: "86.500 YK", "hòm thư 12034 TN", "KBC 4091". */
export function readBox(tokens: readonly Token[], at: number): Item | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const next = tokens[at + 1];
  if (!first.number) {
    const said =
      first.key === 'hom' && next?.key === 'thu' ? 2 : first.key === 'ht' && capitals(first) ? 1 : 0;
    if (said > 0) return boxNumber(tokens, tokens[at + said]?.key === 'so' ? at + said + 1 : at + said, true);
    if (first.key === 'kbc' && next?.number) {
      // Khu bưu chính: the post of the other army.
      return {
        is: 'unit',
        element: { tag: 'other', value: `KBC ${next.raw}` },
        end: at + 2,
        doubt: 'KBC là hòm thư của quân đội Sài Gòn',
      };
    }
    return undefined;
  }
  return boxNumber(tokens, at, false);
}

/** Two digits, dot, three digits, one to three letters (codes.csv); after "hòm thư" any digits and letters. */
function boxNumber(tokens: readonly Token[], at: number, said: boolean): Item | undefined {
  let digits = '';
  let end = at;
  for (; end < at + 3; end++) {
    const token = tokens[end];
    if (!token?.number || (end > at && !joined(token))) break;
    digits += token.raw;
  }
  const letters = tokens[end];
  const after = joined(letters) || (said && letters?.gap === 'dash');
  const lettered =
    letters !== undefined &&
    after &&
    !letters.number &&
    letters.raw.length <= 3 &&
    capitals(letters) &&
    letters.raw !== 'A';
  if (said) {
    if (digits === '' || digits.length > 8) return undefined;
    if (!lettered) return { is: 'unit', element: { tag: 'hom', value: digits }, end };
    const last = tokens[end + 1];
    const more = last?.number === true && joined(last) && last.raw.length < 3 ? last.raw : '';
    const value = digits + letters.raw + more;
    return { is: 'unit', element: { tag: 'hom', value }, end: more === '' ? end + 1 : end + 2 };
  }
  const shape = tokens
    .slice(at, end)
    .map((token) => token.raw.length)
    .join('.');
  if (!lettered || !(shape === '2.3' || (shape === '5' && letters.raw.length > 1))) return undefined;
  return { is: 'unit', element: { tag: 'hom', value: digits + letters.raw }, end: end + 1 };
}
