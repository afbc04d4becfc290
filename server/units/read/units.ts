import type { Level } from '../element.ts';
import { branchWords } from './branches.ts';
import type { Item } from './items.ts';
import { readLettered } from './letters.ts';
import { bodyHeads, LEVEL_NAMES, levelWords, type LevelSign } from './lexicon.ts';
import { localHeads } from './local.ts';
import { knownName, readName } from './names.ts';
import { dropBranch, numberAfter, numbered, PLAIN, readBranches, tagged } from './numbered.ts';
import { levelLetter, readNumber } from './numbers.ts';
import { findPhrase } from './phrases.ts';
import { rungStarts } from './places.ts';
import { bodyPosts, posts } from './ranks.ts';
import { capital, capitals, joined, type Token } from './text.ts';

type Stop = (at: number) => boolean;

const NAMED_BY_BRANCH = new Set<LevelSign>(['a', 'b', 'c', 'd', 'e', 'l', 'f', 'tđ?', 'doan', 'bt', 'qd']);
/** Skips "số", and "bộ" of a staff ("tiểu đoàn bộ"), between a level and its number. */
function skipFiller(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!joined(token)) return at;
  const next = tokens[at + 1];
  if (token.key === 'so' && next?.number) return at + 1;
  if (token.key === 'bo' && next?.key !== 'binh' && next?.key !== 'doi' && next?.key !== 'tu') return at + 1;
  return at;
}

/** mặt trận, đoàn, quân khu, sư đoàn …: known by a name and not by a number. */
function named(
  sign: LevelSign,
  tokens: readonly Token[],
  from: number,
  at: number,
  stop: Stop,
): Item | undefined {
  const token = tokens[at];
  if (!joined(token)) return undefined;
  if (
    (sign === 'mt' || sign === 'doan' || sign === 'btl') &&
    !token.number &&
    token.raw.length === 1 &&
    capital(token)
  ) {
    const number = joined(tokens[at + 1]) ? readNumber(tokens, at + 1) : undefined;
    const front =
      number && (sign === 'doan' || (sign === 'mt' && !levelLetter(token)) || ['b', 'c'].includes(token.key));
    if (front) {
      const tag = sign === 'doan' ? 'doan' : 'mt';
      return { is: 'unit', element: tagged(tag, token.raw + number.number), end: number.end };
    }
    if (!number && sign === 'doan') return { is: 'unit', element: tagged(sign, token.raw), end: at + 1 };
    return undefined;
  }
  if (sign === 'mt' && token.key === 'duong' && tokens[at + 1]?.number) {
    return { is: 'unit', element: tagged('mt', `Đường ${tokens[at + 1]!.raw}`), end: at + 2 };
  }
  if (sign === 'mt' && token.key === 'phia') {
    const side = tokens[at + 1];
    if (joined(side))
      return {
        is: 'region',
        name: `mặt trận phía ${side.raw.charAt(0).toUpperCase()}${side.raw.slice(1).toLowerCase()}`,
        end: at + 2,
      };
  }
  if (
    ['mt', 'btl'].includes(sign) &&
    token.key === 'mien' &&
    !['nam', 'bac', 'dong', 'tay', 'trung'].includes(tokens[at + 1]?.key ?? '')
  ) {
    return { is: 'unit', element: tagged('mt', 'Miền'), end: at + 1 };
  }
  if (!['mt', 'doan', 'qk', 'khu', 'a', 'b', 'c', 'd', 'e', 'f', 'l', 'qd'].includes(sign)) return undefined;
  if (!capital(token) || token.raw.length < 2) return undefined;
  if (sign === 'qk' || sign === 'khu') {
    const region = knownName(tokens, at);
    if (!region) return undefined;
    return {
      is: 'unit',
      element: sign === 'qk' ? tagged('qk', region.name) : tagged('other', `khu ${region.name}`),
      end: region.end,
    };
  }
  if (capitals(token) && token.raw.length < 4) return undefined;
  const name = readName(tokens, at, stop);
  if (!name) return undefined;
  if (sign === 'mt' || sign === 'doan')
    return { is: 'unit', element: tagged(sign, name.name), end: name.end };
  // "Đại đoàn Đồng Bằng" keeps its word; an abbreviation is written out.
  const written = tokens.slice(from, at).map((word) => word.raw.toLowerCase());
  const level =
    written.length > 1 && written.every((word) => word.length > 1) ? written.join(' ') : LEVEL_NAMES[sign]!;
  return {
    is: 'unit',
    element: tagged('name', level.charAt(0).toUpperCase() + level.slice(1) + ' ' + name.name),
    end: name.end,
  };
}

/** "Bộ Tư lệnh Quân khu 7" is the region itself; "Bộ Tư lệnh Công binh" a body of its own. */
function commandOf(tokens: readonly Token[], end: number): Item {
  if (joined(tokens[end]) && unitStarts(tokens, end)) return { is: 'link', words: 'bộ tư lệnh', end };
  const branch = joined(tokens[end]) ? readBranches(tokens, end) : { words: [], end };
  return {
    is: 'body',
    body: { tag: 'other', words: ['bộ tư lệnh', ...branch.words].join(' ') },
    end: branch.end,
  };
}

/** "Tiểu đoàn Công binh 2", "đại đội trinh sát C20", "QK II", "Mặt trận Tây Nguyên", "Đại đội pháo binh". */
function readWorded(tokens: readonly Token[], at: number, stop: Stop): Item | undefined {
  const found = findPhrase(levelWords, tokens, at);
  if (!found) return undefined;
  const sign = found.means;
  const words = found.end - at;
  const longer = (end: number | undefined): boolean => end !== undefined && end > found.end;
  if (longer(findPhrase(posts, tokens, at)?.end) || longer(findPhrase(bodyPosts, tokens, at)?.end))
    return undefined;
  if (longer(findPhrase(bodyHeads, tokens, at)?.end) || longer(findPhrase(branchWords, tokens, at)?.end))
    return undefined;
  const numerals = ['khu', 'qk', 'qd'].includes(sign) ? 'any' : PLAIN.has(sign) ? 'roman' : 'none';
  let end = skipFiller(tokens, found.end);
  const direct = numberAfter(tokens, end, numerals);
  // DD without its bar is ĐĐ (đại đội), or a slip for D.
  const slip = /^dd$/i.test(tokens[at]!.raw) ? { doubt: '"DD" là đại đội hay tiểu đoàn' } : {};
  if (direct) return { ...numbered(sign, direct), ...slip };
  const branch =
    NAMED_BY_BRANCH.has(sign) && joined(tokens[end]) ? readBranches(tokens, end) : { words: [], end };
  end = skipFiller(tokens, branch.end);
  const said = branch.words.length > 0 ? { note: `binh chủng: ${branch.words.join(' ')}` } : {};
  const number = branch.words.length > 0 ? numberAfter(tokens, end, 'none') : undefined;
  if (number) return { ...numbered(sign, number), ...said };
  // "đại đội trinh sát C20", "Tiểu đoàn D502": the sign again, with the number.
  const letter = tokens[end];
  if (joined(letter) && letter.key === sign && levelLetter(letter)) {
    const again = numberAfter(tokens, end + 1, 'none');
    if (again) return { ...numbered(sign, again), ...said };
  }
  // "Tiểu đoàn K8", "Trung đoàn Q.762": the code is the name.
  if (joined(letter) && /^[g-kmnp-z]$/i.test(letter.raw) && PLAIN.has(sign) && tokens[end + 1]?.number) {
    const code = readLettered(tokens, end);
    if (code) return { ...code, note: `viết là ${LEVEL_NAMES[sign] ?? sign}` };
  }
  if (branch.words.join() === 'bộ binh' && PLAIN.has(sign)) {
    return {
      is: 'unit',
      element: { level: sign as Level, number: '?' },
      end: branch.end,
      note: 'binh chủng: bộ binh',
    };
  }
  if (branch.words.length > 0) {
    const level = sign === 'doan' ? 'đoàn' : (LEVEL_NAMES[sign] ?? 'binh trạm');
    return { is: 'body', body: { tag: 'other', words: [level, ...branch.words].join(' ') }, end: branch.end };
  }
  const force = LEVEL_NAMES[sign] && joined(tokens[end]) ? findPhrase(localHeads, tokens, end) : undefined;
  if (force?.means.tag === 'local' && force.means.rung === undefined) {
    return {
      is: 'body',
      body: { tag: 'local', words: `${LEVEL_NAMES[sign]!} ${force.means.words}` },
      end: force.end,
    };
  }
  const byName = named(sign, tokens, at, found.end, stop);
  if (byName) return byName;
  if (sign === 'btl') return commandOf(tokens, found.end);
  if (skipFiller(tokens, found.end) > found.end) return { is: 'link', words: 'bộ', end: found.end + 1 };
  if (sign === 'doan' && joined(tokens[found.end]) && rungStarts(tokens, found.end)) {
    return { is: 'body', body: { tag: 'other', words: 'đoàn' }, end: found.end };
  }
  if (sign === 'đơn vị') return { is: 'link', words: 'đơn vị', end: found.end };
  if (PLAIN.has(sign) && (words > 1 || ['qk', 'qd', 'khu'].includes(sign))) {
    return { is: 'unit', element: { level: sign as Level, number: '?' }, end: found.end };
  }
  return undefined;
}

/** The numbered or named unit that starts at token `at`. `stop` tells where another part begins. */
export function readUnit(tokens: readonly Token[], at: number, stop: Stop): Item | undefined {
  const item = readWorded(tokens, at, stop) ?? readLettered(tokens, at);
  if (item?.is !== 'unit') return item;
  const { element } = item;
  const formation =
    'level' in element
      ? !['qk', 'khu', 'qd'].includes(element.level) && element.number !== '?'
      : element.tag === 'doan' || element.tag === 'bt';
  return formation ? dropBranch(tokens, item) : item;
}

/** True when a unit with its number, or a level word, starts here; cheap, for use as a stop. */
export function unitStarts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.number) return false;
  if (token.raw.length === 1) return tokens[at + 1]?.number === true && joined(tokens[at + 1]);
  const found = findPhrase(levelWords, tokens, at);
  if (!found || ['btl', 'đơn vị'].includes(found.means)) return false;
  if (['khu', 'qk', 'qd'].includes(found.means))
    return (findPhrase(bodyHeads, tokens, at)?.end ?? 0) <= found.end;
  return found.end - at > 1 || numberAfter(tokens, found.end, 'any') !== undefined;
}
