import { partStarts, readBody, readBodyPost, readLocal } from './bodies.ts';
import { readBox } from './boxes.ts';
import type { Item } from './items.ts';
import { branchWords } from './branches.ts';
import { bodyHeads, emptyPhrases, levelWords, LEVEL_NAMES, linkWords } from './lexicon.ts';
import { localHeads, soldiers } from './local.ts';
import { readNumber } from './numbers.ts';
import { findPhrase, phraseBook } from './phrases.ts';
import { readName } from './names.ts';
import { readPlace } from './places.ts';
import { posts } from './ranks.ts';
import { capital, capitals, joined, syllable, type Token } from './text.ts';
import { readUnit } from './units.ts';

/** Parts of the country and theatres of war: places, no units (README, traps). */
const regions = phraseBook<string>(
  [
    'biên giới Tây Nam',
    'biên giới phía Bắc',
    'biên giới',
    'miền Bắc',
    'miền Nam',
    'miền Đông',
    'miền Tây',
    'miền Trung',
    'miền Đông Nam Bộ',
    'miền Tây Nam Bộ',
    'phía Nam',
    'phía Bắc',
    'phía Tây',
    'Campuchia',
    'hạ Lào',
    'thượng Lào',
    'Lào',
    'chiến trường B',
    'chiến trường C',
    'chiến trường K',
    'chiến trường',
  ].map((name) => [name, name] as [string, string]),
);

/** "30/4/1975", "5-1968", "1972": a day or a year, which is no unit. Returns the index after it. */
function dateEnd(tokens: readonly Token[], at: number): number | undefined {
  let end = at;
  for (; end < at + 3; end++) {
    const token = tokens[end];
    if (!token?.number) return undefined;
    if (end > at && !['tight', 'dash', 'dot'].includes(token.gap)) return undefined;
    if (/^(19[3-9]\d|20[0-2]\d)$/.test(token.raw)) {
      return tokens[end + 1]?.gap === 'glued' ? undefined : end + 1;
    }
    if (token.raw.length > 2) return undefined;
  }
  return undefined;
}

/** "82 ly", "12 ly 7", "12,7 mm": a weapon's calibre, which is no unit. Returns the index after it. */
function calibreEnd(tokens: readonly Token[], at: number): number | undefined {
  if (!tokens[at]?.number) return undefined;
  const unit = (k: number): boolean => tokens[k]?.key === 'li' || tokens[k]?.key === 'mm';
  if (unit(at + 1)) return tokens[at + 2]?.number && joined(tokens[at + 2]) ? at + 3 : at + 2;
  return tokens[at + 1]?.number && tokens[at].raw.length < 3 && unit(at + 2) ? at + 3 : undefined;
}

/** "5-2-3-304": numbers alone, from small to large, as some stones have them. */
function readNumberRow(tokens: readonly Token[], at: number): Item[] | undefined {
  const numbers: string[] = [];
  let end = at;
  while (numbers.length < 7) {
    const token = tokens[end];
    if (!token?.number || (end > at && !['tight', 'dash'].includes(token.gap))) break;
    const number = readNumber(tokens, end);
    if (!number) break;
    numbers.push(number.number);
    end = number.end;
  }
  if (numbers.length < 3 || numbers.length > 5) return undefined;
  const all = ['b', 'c', 'd', 'e', 'f'] as const;
  // Three numbers end with a division when the last looks like one of a division, else with a regiment.
  const top = numbers.length > 3 || Number.parseInt(numbers.at(-1)!, 10) >= 300 ? 5 : 4;
  const levels = all.slice(top - numbers.length, top);
  return numbers.map((number, nth) => ({
    is: 'unit',
    element: { level: levels[nth]!, number },
    end,
    doubt: 'chỉ có số, cấp do thứ tự nhỏ đến lớn',
  }));
}

/** A rank or post; "chính trị viên đại đội" and "trưởng ban" take the next words in. */
function readPost(tokens: readonly Token[], at: number): Item | undefined {
  const found = findPhrase(posts, tokens, at);
  if (!found) return undefined;
  const { means: post, end } = found;
  if (['trưởng', 'phó', 'phó trưởng', 'quyền'].includes(post)) {
    const next = joined(tokens[end])
      ? (findPhrase(bodyHeads, tokens, end)?.means ??
        findPhrase(branchWords, tokens, end)?.means ??
        findPhrase(localHeads, tokens, end)?.means.words)
      : undefined;
    return { is: 'post', post: next ? `${post} ${next}` : post, end };
  }
  // "xạ thủ B40": the weapon, not a platoon.
  if (post === 'xạ thủ' && tokens[end]?.key === 'b' && /^4[01]$/.test(tokens[end + 1]?.raw ?? '')) {
    return { is: 'post', post: `xạ thủ B${tokens[end + 1]!.raw}`, end: end + 2 };
  }
  if (/^(phó )?chính (trị viên|ủy)( phó)?$/.test(post)) {
    const level = findPhrase(levelWords, tokens, end);
    const name = level && LEVEL_NAMES[level.means];
    const near = joined(tokens[end]) || tokens[end]?.gap === 'dash';
    if (level && name && near && level.end - end > 1) {
      const next = tokens[level.end];
      const numbered = joined(next) && (next.number || next.raw.length === 1);
      if (!numbered) return { is: 'post', post: `${post} ${name}`, end: level.end };
      return { is: 'post', post, end };
    }
  }
  return { is: 'post', post, end };
}

/** Capitals that are no word: KB, KBM, R. Kept as a code, not decoded. */
function readCode(tokens: readonly Token[], at: number): Item | undefined {
  const token = tokens[at]!;
  if (token.number || !capitals(token) || token.raw.length > 4) return undefined;
  const next = tokens[at + 1];
  const glued =
    next?.number === true && ['glued', 'tight'].includes(next.gap) ? readNumber(tokens, at + 1) : undefined;
  const value = token.raw + (glued?.number ?? '');
  const end = glued?.end ?? at + 1;
  const element = { tag: 'code', value } as const;
  if (/^(K[A-Z]{1,2}|NB|R)$/.test(value)) return { is: 'unit', element, end };
  if (token.raw.length > 1 && !glued && syllable(token.key)) return undefined;
  return { is: 'unit', element, end, doubt: `"${value}" chưa rõ là gì` };
}

function readEmpty(tokens: readonly Token[], at: number): Item | undefined {
  const found = findPhrase(emptyPhrases, tokens, at);
  if (!found) return undefined;
  const longer = [branchWords, bodyHeads].some(
    (book) => (findPhrase(book, tokens, at)?.end ?? 0) > found.end,
  );
  return longer ? undefined : { is: 'link', words: found.means, end: found.end };
}

function readRegion(tokens: readonly Token[], at: number): Item | undefined {
  const found = findPhrase(regions, tokens, at);
  if (found) {
    // "chiến trường B2" is a front.
    if (/ [BCK]$/.test(found.means) && joined(tokens[found.end]) && tokens[found.end]!.number) {
      const value = found.means.slice(-1) + tokens[found.end]!.raw;
      return { is: 'unit', element: { tag: 'mt', value }, end: found.end + 1 };
    }
    if (found.means === 'chiến trường') return { is: 'link', words: found.means, end: found.end };
    return { is: 'region', name: found.means, end: found.end };
  }
  const token = tokens[at]!;
  if (token.key === 'mien' && capital(token))
    return { is: 'unit', element: { tag: 'mt', value: 'Miền' }, end: at + 1 };
  return undefined;
}

function readPlaceItem(
  tokens: readonly Token[],
  at: number,
  stop: (at: number) => boolean,
): Item | undefined {
  const place = readPlace(tokens, at, stop);
  return place && { is: 'place', place, end: place.end };
}

function readNumberAlone(tokens: readonly Token[], at: number): Item | undefined {
  const number = readNumber(tokens, at);
  if (!number) return undefined;
  if (number.number === '559') return { is: 'unit', element: { tag: 'doan', value: '559' }, end: number.end };
  return {
    is: 'unit',
    element: { tag: 'num', value: number.number },
    end: number.end,
    doubt: 'số trần, không có cấp',
  };
}

function readWord(tokens: readonly Token[], at: number, stop: (at: number) => boolean): Item {
  const token = tokens[at]!;
  const link = findPhrase(linkWords, tokens, at);
  if (link) return { is: 'link', words: link.means, end: link.end };
  if (token.key === 'va' && !token.number) return { is: 'link', words: 'và', end: at + 1 };
  const name =
    capital(token) && !(capitals(token) && token.raw.length < 3) ? readName(tokens, at, stop) : undefined;
  if (name) return { is: 'place', place: name, end: name.end, note: `"${name.name}" hiểu là tên nơi` };
  return { is: 'unknown', text: token.raw, end: at + 1 };
}

/** The parts of the text that starts at token `at`; at least one token long. */
function readPart(tokens: readonly Token[], at: number): Item[] {
  const stop = (k: number): boolean => partStarts(tokens, k);
  const empty = readEmpty(tokens, at);
  if (empty) return [empty];
  const calibre = calibreEnd(tokens, at);
  if (calibre !== undefined) return [{ is: 'link', words: 'cỡ nòng', end: calibre }];
  const dated = dateEnd(tokens, at);
  if (dated !== undefined) return [{ is: 'link', words: 'ngày', end: dated }];
  const several = readNumberRow(tokens, at) ?? readBodyPost(tokens, at);
  if (several) return several;
  const army = findPhrase(soldiers, tokens, at);
  const branch = findPhrase(branchWords, tokens, at);
  if (army && !(branch && branch.end > army.end) && !readLocal(tokens, at))
    return [{ is: 'soldiers', end: army.end }];
  const one =
    readBox(tokens, at) ??
    readRegion(tokens, at) ??
    readUnit(tokens, at, stop) ??
    readLocal(tokens, at) ??
    readPost(tokens, at) ??
    readPlaceItem(tokens, at, stop) ??
    readBody(tokens, at) ??
    readCode(tokens, at) ??
    readNumberAlone(tokens, at) ??
    readWord(tokens, at, stop);
  return [one];
}

/** An item with how it stands to the one before it. */
export type Placed = Item & { gap: Token['gap']; bracketed: boolean };

/** Reads the tokens from left to right; each part is found once, within a bounded look ahead. */
export function scan(tokens: readonly Token[]): Placed[] {
  const items: Placed[] = [];
  let bracketed = false;
  for (let at = 0; at < tokens.length;) {
    let end = at + 1;
    const gap = tokens[at]!.gap;
    if (gap === 'open') bracketed = true;
    if (gap === 'close') bracketed = false;
    readPart(tokens, at).forEach((item, nth) => {
      items.push({ ...item, gap: nth === 0 ? gap : 'space', bracketed });
      end = Math.max(end, item.end);
    });
    for (let inside = at + 1; inside < end; inside++) {
      if (tokens[inside]!.gap === 'open') bracketed = true;
      if (tokens[inside]!.gap === 'close') bracketed = false;
    }
    at = end;
  }
  return items;
}
