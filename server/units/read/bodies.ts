import type { Body, Item } from './items.ts';
import { branchWords } from './branches.ts';
import { bodyHeads, linkWords } from './lexicon.ts';
import { localHeads, soldiers } from './local.ts';
import { readNumber, readNumeral } from './numbers.ts';
import { findPhrase } from './phrases.ts';
import { knownName } from './names.ts';
import { rungStarts } from './places.ts';
import { bodyPosts, posts } from './ranks.ts';
import { capital, capitals, joined, titled, tokenise, type Token } from './text.ts';
import { readBranches } from './numbered.ts';
import { unitStarts } from './units.ts';

/** Longest name of an office, in words; what is longer is a sentence. */
const MOST_WORDS = 8;

/** True when another part begins here, so that the name of a body or a place ends before it. */
export function partStarts(tokens: readonly Token[], at: number): boolean {
  const more = (end: number | undefined): boolean => end !== undefined && end - at > 1;
  return (
    rungStarts(tokens, at) ||
    unitStarts(tokens, at) ||
    findPhrase(localHeads, tokens, at) !== undefined ||
    more(findPhrase(posts, tokens, at)?.end) ||
    more(findPhrase(soldiers, tokens, at)?.end) ||
    more(findPhrase(linkWords, tokens, at)?.end) ||
    ['thuoc', 'cua', 'mien'].includes(tokens[at]!.key)
  );
}

/** "Văn phòng huyện ủy", "bảo vệ tỉnh ủy": a committee is no unit, so its office is named with it. */
function withCommittee(tokens: readonly Token[], item: Item): Item {
  if (item.is !== 'body' || !joined(tokens[item.end])) return item;
  const next = findPhrase(localHeads, tokens, item.end);
  if (!next || next.means.tag !== item.body.tag || next.means.rung === undefined) return item;
  const body: Body = {
    tag: item.body.tag,
    words: `${item.body.words} ${next.means.words}`,
    rung: next.means.rung,
  };
  return { is: 'body', body, end: next.end };
}

/** "Liên khu V", "tàu C43": heads whose number may be Roman or has a letter before it. */
function bareNumber(
  tokens: readonly Token[],
  at: number,
  head: string,
): { number: string; end: number } | undefined {
  const token = tokens[at];
  if (!joined(token) || token.number) return undefined;
  if (['liên khu', 'phân khu', 'chi đội'].includes(head)) return readNumeral(tokens, at, false);
  if (!['tàu', 'thuyền'].includes(head) || token.raw.length > 1 || !joined(tokens[at + 1])) return undefined;
  const number = readNumber(tokens, at + 1);
  return number && { number: token.raw.toUpperCase() + number.number, end: number.end };
}

/** "đội biệt động 159", "trạm 55A", "ban tài chính", "viện quân y 121": a head and the words after it. */
function readHeaded(tokens: readonly Token[], at: number): Item | undefined {
  const found = findPhrase(bodyHeads, tokens, at);
  if (!found) return undefined;
  const words = [found.means];
  let end = found.end;
  const own = bareNumber(tokens, end, found.means);
  if (own) return { is: 'body', body: { tag: 'other', words: `${found.means} ${own.number}` }, end: own.end };
  while (words.length < MOST_WORDS) {
    const token = tokens[end];
    if (!joined(token)) break;
    if (token.number) {
      const number = readNumber(tokens, end);
      if (number) {
        words.push(number.number);
        end = number.end;
      }
      break;
    }
    if (token.raw.length === 1 && capital(token)) break;
    const side = tokens[end + 1];
    if (token.key === 'mien' && joined(side) && ['bac', 'nam', 'dong', 'tay', 'trung'].includes(side.key)) {
      words.push('miền', titled(side.raw));
      end += 2;
      continue;
    }
    const branch = findPhrase(branchWords, tokens, end);
    const another = findPhrase(bodyHeads, tokens, end);
    if (another && another.end - end > 1) break;
    const seat = findPhrase(localHeads, tokens, end);
    if (seat) break;
    if (!branch && (partStarts(tokens, end) || knownName(tokens, end) || findPhrase(linkWords, tokens, end)))
      break;
    if (branch) {
      words.push(branch.means);
      end = branch.end;
    } else {
      words.push(capital(token) && !capitals(token) ? token.raw : token.raw.toLowerCase());
      end++;
    }
  }
  // "cục R": the bureau (Trung ương Cục) is the code that follows.
  if (words.length === 1 && found.means === 'cục') return { is: 'link', words: 'cục', end };
  return { is: 'body', body: { tag: 'other', words: words.join(' ') }, end };
}

/** "quân y", "công binh đặc công nước", with a number after some ("thanh niên xung phong 42"). */
function readBranch(tokens: readonly Token[], at: number): Item | undefined {
  const { words, end: after } = readBranches(tokens, at);
  if (words.length === 0) return undefined;
  let end = after;
  // Small words that go on describing it: "hậu cần tiền phương".
  const known = words.length;
  while (words.length < 4) {
    const token = tokens[end];
    if (
      !joined(token) ||
      token.number ||
      capital(token) ||
      partStarts(tokens, end) ||
      findPhrase(linkWords, tokens, end)
    )
      break;
    if (findPhrase(posts, tokens, end) || findPhrase(bodyHeads, tokens, end) || token.raw.length < 2) break;
    words.push(token.raw);
    end++;
  }
  const number = joined(tokens[end]) ? readNumber(tokens, end) : undefined;
  if (number) {
    words.push(number.number);
    end = number.end;
  }
  const added = words.slice(known).filter((word) => !/^\d/.test(word));
  const doubt = added.length > 0 ? { doubt: `không chắc "${added.join(' ')}"` } : {};
  return { is: 'body', body: { tag: 'other', words: words.join(' ') }, end, ...doubt };
}

/** "huyện đội", "du kích", "địa phương quân", "huyện ủy", "công trường" of a district. */
export function readLocal(tokens: readonly Token[], at: number): Item | undefined {
  const found = findPhrase(localHeads, tokens, at);
  if (found) {
    const { tag, words, rung } = found.means;
    const body: Body = rung ? { tag, words, rung } : { tag, words };
    return rung
      ? { is: 'body', body, end: found.end }
      : withCommittee(tokens, { is: 'body', body, end: found.end });
  }
  if (tokens[at]?.key === 'cong' && tokens[at + 1]?.key === 'truong' && joined(tokens[at + 1])) {
    return { is: 'body', body: { tag: 'local', words: 'công trường' }, end: at + 2 };
  }
  return undefined;
}

/** Any other body or branch. */
export function readBody(tokens: readonly Token[], at: number): Item | undefined {
  const head = findPhrase(bodyHeads, tokens, at);
  const branch = findPhrase(branchWords, tokens, at);
  const item = branch && (!head || branch.end > head.end) ? readBranch(tokens, at) : readHeaded(tokens, at);
  return item && withCommittee(tokens, item);
}

/** "xã đội trưởng", "huyện ủy viên": the post, and the body it names. */
export function readBodyPost(tokens: readonly Token[], at: number): [Item, Item] | undefined {
  const found = findPhrase(bodyPosts, tokens, at);
  if (!found) return undefined;
  const { post, head } = found.means;
  const named = findPhrase(localHeads, tokenise(head), 0)?.means;
  const body: Body = named ? { ...named } : { tag: 'other', words: head };
  return [
    { is: 'post', post, end: found.end },
    { is: 'body', body, end: found.end },
  ];
}
