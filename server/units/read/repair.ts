import { branchWords } from './branches.ts';
import { bodyHeads, emptyPhrases, levelWords } from './lexicon.ts';
import { localHeads, soldiers } from './local.ts';
import { bodyPosts, posts } from './ranks.ts';
import type { PhraseBook } from './phrases.ts';
import { joined, marksOf, syllable, wordKey, type Token } from './text.ts';

/** Words of the word lists, and which word follows and precedes which in them. */
const vocabulary = new Set<string>();
const after = new Map<string, Set<string>>();
const before = new Map<string, Set<string>>();

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set();
  set.add(value);
  map.set(key, set);
}

function learn(book: PhraseBook<unknown>): void {
  for (const phrases of book.values()) {
    for (const { keys } of phrases) {
      keys.forEach((key, at) => {
        if (key.length < 2) return;
        const next = keys[at + 1];
        if (keys.length > 1 || key.length > 3) vocabulary.add(key);
        if (next && next.length > 1) {
          note(after, key, next);
          note(before, next, key);
        }
      });
    }
  }
}
[levelWords, posts, bodyPosts, localHeads, soldiers, branchWords, bodyHeads, emptyPhrases].forEach(learn);
for (const rung of ['tinh', 'huyen', 'xa', 'ap', 'phuong', 'quan']) {
  vocabulary.add(rung);
  for (const body of ['doi', 'kich', 'y', 'binh', 'cong', 'an', 'can']) note(after, body, rung);
}

/** One letter more, less, other, or two neighbours swapped. */
export function oneLetterOff(x: string, y: string): boolean {
  if (x === y || Math.abs(x.length - y.length) > 1) return false;
  let head = 0;
  while (head < x.length && x[head] === y[head]) head++;
  const restX = x.slice(head);
  const restY = y.slice(head);
  if (x.length === y.length) {
    return (
      restX.slice(1) === restY.slice(1) ||
      (restX[0] === restY[1] && restX[1] === restY[0] && restX.slice(2) === restY.slice(2))
    );
  }
  return x.length > y.length ? restX.slice(1) === restY : restX === restY.slice(1);
}

function piece(token: Token, raw: string, gap: Token['gap'], start: number): Token {
  return { raw, key: wordKey(raw), number: false, gap, start, end: Math.min(token.end, start + raw.length) };
}

/** "trungđoàn" → "trung đoàn": two words of a phrase written without a blank. */
function split(token: Token): Token[] | undefined {
  if (token.raw.length > 14 || token.key.length < 4) return undefined;
  // "LấpVò": a capital inside a word begins the next one.
  const inner = /^(\p{L}\p{Ll}{2,})(\p{Lu}\p{Ll}+)$/u.exec(token.raw);
  if (inner) {
    const [, left, right] = inner;
    return [
      piece(token, left!, token.gap, token.start),
      piece(token, right!, 'space', token.start + left!.length),
    ];
  }
  for (let cut = 2; cut <= token.raw.length - 2; cut++) {
    const [left, right] = [wordKey(token.raw.slice(0, cut)), wordKey(token.raw.slice(cut))];
    if (after.get(left)?.has(right)) {
      return [
        piece(token, token.raw.slice(0, cut), token.gap, token.start),
        piece(token, token.raw.slice(cut), 'space', token.start + cut),
      ];
    }
  }
  return undefined;
}

/** "độit ỉnh" → "đội tỉnh": a letter that went over the blank. */
function moveBlank(left: Token, right: Token): Token[] | undefined {
  if (left.raw.length > 10 || right.raw.length > 10 || right.number || right.gap !== 'space')
    return undefined;
  const all = left.raw + right.raw;
  for (const cut of [left.raw.length - 1, left.raw.length + 1]) {
    if (cut < 2 || cut > all.length - 2) continue;
    const [x, y] = [all.slice(0, cut), all.slice(cut)];
    if (vocabulary.has(wordKey(x)) && vocabulary.has(wordKey(y))) {
      return [
        piece(left, x, left.gap, left.start),
        { ...piece(right, y, 'space', left.start + cut), end: right.end },
      ];
    }
  }
  return undefined;
}

/** Second words of levels: put right even when the wrong word is a syllable, if a number follows. */
const LEVEL_SECOND: Record<string, string[]> = {
  tieu: ['doi', 'doan'],
  trung: ['doi', 'doan'],
  dai: ['doi'],
  su: ['doan'],
  lu: ['doan'],
  quan: ['khu', 'doan'],
  bo: ['doi'],
};
/** What follows such a word when it is one: a post, or the place of a local force. */
const AFTER_LEVEL = new Set(['truong', 'pho', 'huyen', 'tinh']);

/** First words of levels, by the word after them. */
const LEVEL_FIRST: Record<string, string[]> = {
  doi: ['tieu', 'trung', 'dai'],
  doan: ['tieu', 'trung', 'dai', 'su', 'lu'],
};
const AFTER_DOI = new Set(['truong', 'pho']);

/** "Tỉnh độii", "Huyện độ": the word đội after a rung keeps its marks when a letter goes. */
const DOI_MARKS = marksOf('đội');

const only = (candidates: ReadonlySet<string>): string | undefined =>
  candidates.size === 1 ? [...candidates][0] : undefined;

/** "Tiểu độ trưởng", "trung đoàm 5": the second word of a level, one letter off. */
function levelWord(prev: Token | undefined, token: Token, next: Token | undefined): string | undefined {
  if (['tinh', 'huyen'].includes(prev?.key ?? '') && marksOf(token.raw) === DOI_MARKS) {
    return oneLetterOff(token.key, 'doi') ? 'doi' : undefined;
  }
  const level = LEVEL_SECOND[prev?.key ?? ''];
  if (!level || token.number || level.includes(token.key) || !next || next.gap === 'strong') return undefined;
  if (!next.number && !AFTER_LEVEL.has(next.key)) return undefined;
  return only(new Set(level.filter((word) => oneLetterOff(token.key, word))));
}

/** "Tung đoàn 9", "Tiuể đoàn 5": the first word of a level, one letter off, before a number or a post. */
function firstWord(token: Token, next: Token | undefined, third: Token | undefined): string | undefined {
  const firsts = next && next.gap === 'space' ? LEVEL_FIRST[next.key] : undefined;
  if (!firsts || token.number || token.key.length < 2 || firsts.includes(token.key)) return undefined;
  const seats = ['huyen', 'tinh'].filter((word) => oneLetterOff(token.key, word));
  if (next!.key === 'doi' && !vocabulary.has(token.key) && seats.length === 1) return seats[0];
  if (!joined(third) || !(third.number || AFTER_DOI.has(third.key))) return undefined;
  // "xã đội", "chi đội", "khẩu đội" are words of their own.
  if (after.get(token.key)?.has(next!.key)) return undefined;
  return only(new Set(firsts.filter((word) => oneLetterOff(token.key, word))));
}

/** "Ti ểu đoàn", "đoà n 5": a word of a phrase torn in two; its neighbour tells that it is one. */
function tornWord(
  prev: Token | undefined,
  left: Token,
  right: Token | undefined,
  third: Token | undefined,
): boolean {
  if (
    left.number ||
    !right ||
    right.number ||
    right.gap !== 'space' ||
    left.raw.length + right.raw.length > 7
  )
    return false;
  const whole = wordKey(left.raw + right.raw);
  if (!vocabulary.has(whole)) return false;
  if (after.get(prev?.key ?? '')?.has(left.key) && right.raw.length > 1) return false;
  const tells =
    after.get(prev?.key ?? '')?.has(whole) === true || before.get(third?.key ?? '')?.has(whole) === true;
  return tells && (right.raw.length === 1 || left.raw.length < 3 || !vocabulary.has(right.key));
}

/** A word that can be no syllable, one letter off a word that goes with its neighbour. */
function otherWord(prev: Token | undefined, token: Token, next: Token | undefined): string | undefined {
  if (token.key.length < 3 || token.key.length > 8 || syllable(token.key)) return undefined;
  const near = [...(after.get(prev?.key ?? '') ?? []), ...(before.get(next?.key ?? '') ?? [])];
  return only(new Set(near.filter((word) => oneLetterOff(token.key, word))));
}

/** What was put right: the tokens, and the words as written. `doubtful` when a letter was changed. */
export interface Repaired {
  tokens: Token[];
  mended: string[];
  doubtful: boolean;
}

/** Words that can be no syllable and that no list knows: something is damaged, or the name is a foreign one. */
export function strangeWords(tokens: readonly Token[]): string[] {
  const strange = tokens.filter(
    ({ key, number }) =>
      !number &&
      key.length > 2 &&
      /[aeiouy]/.test(key) &&
      !syllable(key) &&
      !vocabulary.has(key) &&
      !before.has(key),
  );
  return strange.map(({ raw }) => raw);
}

/** Puts right words run together, blanks gone astray and single wrong letters in the words of the word lists. */
export function repair(tokens: readonly Token[]): Repaired {
  const out: Token[] = [];
  const mended: string[] = [];
  let doubtful = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const third = tokens[at + 2];
    if (tornWord(out.at(-1), token, next, third)) {
      out.push({ ...piece(token, token.raw + next!.raw, token.gap, token.start), end: next!.end });
      mended.push(`${token.raw} ${next!.raw}`);
      at++;
      continue;
    }
    const asLevel = firstWord(token, next, third) ?? levelWord(out.at(-1), token, next);
    const right = vocabulary.has(token.key) && syllable(token.key);
    if (!asLevel && (token.number || right || token.raw.length < 2)) {
      out.push(token);
      continue;
    }
    if (!asLevel && !syllable(token.key)) {
      const parts = split(token);
      const moved = !parts && next ? moveBlank(token, next) : undefined;
      if (parts ?? moved) {
        out.push(...(parts ?? moved)!);
        mended.push(moved ? `${token.raw} ${next!.raw}` : token.raw);
        if (moved) at++;
        continue;
      }
    }
    const word = asLevel ?? otherWord(out.at(-1), token, next);
    if (word) {
      mended.push(token.raw);
      doubtful = true;
      out.push({ ...token, key: word });
    } else out.push(token);
  }
  return { tokens: out, mended, doubtful };
}
