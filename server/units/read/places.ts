import { bodyHeads } from './lexicon.ts';
import { knownName, readName, SHORT_AFTER_RUNG, SHORT_NAMES, shortName, type Name } from './names.ts';
import { findPhrase, phraseBook } from './phrases.ts';
import { capital, capitals, joined, type Token } from './text.ts';

/** A place as written: the word for its rung in full, its name, or only one of the two. */
export interface Place {
  rung?: string;
  name?: string;
  end: number;
  /** The name was made out of an abbreviation that could be read otherwise. */
  guessed?: true;
}

const rungWords = phraseBook<string>([
  ['tỉnh', 'tỉnh'],
  ['huyện', 'huyện'],
  ['xã', 'xã'],
  ['ấp', 'ấp'],
  ['phường', 'phường'],
  ['quận', 'quận'],
  ['thị xã', 'thị xã', '^tx'],
  ['thị trấn', 'thị trấn', '^tt'],
  ['thành phố', 'thành phố', '^tp'],
  ['thôn', 'thôn'],
  ['xóm', 'xóm'],
  ['khóm', 'khóm'],
  ['làng', 'làng'],
  ['liên huyện', 'liên huyện'],
  ['liên xã', 'liên xã'],
  ['liên tỉnh', 'liên tỉnh'],
]);

/** A capital before a dot and a name: "H.Cao Lãnh", "T. Đồng Tháp", "X.Mỹ Trà". */
const RUNG_LETTERS = new Map([
  ['h', 'huyện'],
  ['t', 'tỉnh'],
  ['x', 'xã'],
  ['p', 'phường'],
  ['q', 'quận'],
]);

function rungAt(
  tokens: readonly Token[],
  at: number,
): { rung: string; end: number; glued?: Name } | undefined {
  const token = tokens[at];
  if (!token || token.number) return undefined;
  const found = findPhrase(rungWords, tokens, at);
  if (found) return { rung: found.means, end: found.end };
  const next = tokens[at + 1];
  // "H.Ngự" is Hồng Ngự and no district of Ngự.
  if (next?.gap === 'dot' && shortName(tokens, at, false)) return undefined;
  // "P.Chính trị" is an office.
  if (findPhrase(bodyHeads, tokens, at)) return undefined;
  if (
    token.raw.length === 1 &&
    capitals(token) &&
    next &&
    !next.number &&
    ['dot', 'space', 'tight'].includes(next.gap)
  ) {
    const rung = RUNG_LETTERS.get(token.key);
    const name =
      next.gap === 'space' ? knownName(tokens, at + 1, true) : next.raw.length > 1 && capital(next);
    if (rung && name) return { rung, end: at + 1 };
    if (rung && shortName(tokens, at + 1, true)) return { rung, end: at + 1 };
  }
  // HCL, TXCL: rung and name in one run of capitals.
  const glued = /^(h|tx|tp|t)(cl|hn|dt|kp)$/.exec(token.key);
  if (glued && capitals(token)) {
    const rung = { h: 'huyện', tx: 'thị xã', tp: 'thành phố', t: 'tỉnh' }[glued[1]!]!;
    const name = SHORT_NAMES.get(glued[2]!) ?? SHORT_AFTER_RUNG.get(glued[2]!)!;
    return { rung, end: at + 1, glued: { name, end: at + 1 } };
  }
  return undefined;
}

/** True when a word for a rung (huyện, xã, H. …) stands here. */
export function rungStarts(tokens: readonly Token[], at: number): boolean {
  return rungAt(tokens, at) !== undefined;
}

/** "huyện Cao Lãnh", "TX CL", "tỉnh", "Vĩnh Long": the place that starts here, if one does. */
export function readPlace(
  tokens: readonly Token[],
  at: number,
  stop: (at: number) => boolean,
): Place | undefined {
  const rung = rungAt(tokens, at);
  if (!rung) {
    const known = knownName(tokens, at);
    if (!known) return undefined;
    return shortName(tokens, at, false) ?? readName(tokens, at, stop) ?? known;
  }
  if (rung.glued) return { rung: rung.rung, ...rung.glued };
  const next = tokens[rung.end];
  // "ấp 3", "Quận 7", "phường 2": a number is the name.
  if (
    next?.number &&
    joined(next) &&
    next.raw.length < 3 &&
    ['ấp', 'quận', 'phường', 'khóm', 'thôn', 'xóm'].includes(rung.rung)
  ) {
    return { rung: rung.rung, name: next.raw, end: rung.end + 1 };
  }
  const name = joined(next) ? readName(tokens, rung.end, stop) : undefined;
  return name ? { rung: rung.rung, ...name } : { rung: rung.rung, end: rung.end };
}
