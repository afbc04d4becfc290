/** How two tokens stand to each other: what was written between the one before and this one. */
export type Gap =
  'start' | 'glued' | 'space' | 'dot' | 'tight' | 'dash' | 'colon' | 'strong' | 'open' | 'close' | 'plus';

/** One word (letters) or one number (digits) of the text as written. */
export interface Token {
  /** NFC letters as written, tone mark where modern spelling puts it. */
  raw: string;
  /** No marks, lower case, final y after a consonant as i: what the word lists are compared with. */
  key: string;
  number: boolean;
  gap: Gap;
  /** Place in the NFC text. */
  start: number;
  end: number;
}

const MARKS = /[\u0300-\u036f]/g;

/** Lower case without Vietnamese marks; "Đội" → "doi". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}

/** The marks of a word in a fixed order, đ among them; "" for a plain word. */
export function marksOf(word: string): string {
  const parts = word
    .toLowerCase()
    .replaceAll('đ', 'd\u0335')
    .normalize('NFD')
    .match(/[\u0300-\u036f]/g);
  return parts ? parts.sort().join('') : '';
}

/** A folded word in which "sỹ" and "sĩ", "lý" and "lí" are the same. */
export function wordKey(word: string): string {
  return fold(word).replace(/^(ch|[bcdghklmnprstvx])y$/, '$1i');
}

/** Old tone placement (hoà, uỷ, thuý) in the modern one (hòa, ủy, thúy); "quý" keeps its own. */
const TONE_MOVES: [string, string][] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const MOVED = new Map(TONE_MOVES);
const OLD_TONE = /(?<![qQ])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;

/** Modern tone placement at the end of a word. */
export function modernTone(word: string): string {
  return word.replace(OLD_TONE, (end) => MOVED.get(end) ?? end);
}

const PIECE = /\p{L}[\p{L}\p{M}]*|[0-9]+/gu;
const TIGHT = /^[-–—/_]$/;

function gapOf(between: string, first: boolean): Gap {
  if (between === '') return first ? 'start' : 'glued';
  const bare = between.replace(/\s+/g, '');
  // The last bracket counts: ") (" opens again.
  const open = bare.lastIndexOf('(');
  const close = bare.lastIndexOf(')');
  if (open >= 0 && open > close) return 'open';
  if (close >= 0) return 'close';
  if (bare === '+' || bare === '&') return 'plus';
  if (bare === '') return first ? 'start' : /[\n\r]/.test(between) ? 'strong' : 'space';
  if (/^[.'"“”‘’`´*]+$/.test(bare)) return 'dot';
  if (TIGHT.test(between)) return 'tight';
  if (TIGHT.test(bare)) return 'dash';
  if (bare === ':') return 'colon';
  return 'strong';
}

/** The words and numbers of a text, in NFC. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const nfc = text.normalize('NFC').replace(/[\u200b-\u200f\u00ad\ufeff]/g, ' ');
  const tokens: Token[] = [];
  let at = 0;
  for (const match of nfc.matchAll(PIECE)) {
    const [written] = match;
    const number = /^[0-9]/.test(written);
    const raw = number ? written : modernTone(written);
    const gap = gapOf(nfc.slice(at, match.index), tokens.length === 0);
    at = match.index + written.length;
    tokens.push({ raw, key: number ? written : wordKey(raw), number, gap, start: match.index, end: at });
  }
  return tokens;
}

const SYLLABLE =
  /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?([aeiouy]{1,3}|(ie|ye|oa|oe|oo|uo|ua|ue|uye|uy|[aeiouy])(ng|nh|ch|[cmnpt]))$/;

/** True for folded letters that could be a Vietnamese syllable. */
export function syllable(key: string): boolean {
  return SYLLABLE.test(key);
}

/** True when both tokens belong to one phrase: nothing, blanks, a dot or a tight dash between. */
export function joined(
  token: Token | undefined,
): token is Token & { gap: 'glued' | 'space' | 'dot' | 'tight' } {
  return token !== undefined && ['glued', 'space', 'dot', 'tight'].includes(token.gap);
}

/** True for a word written with a capital first letter. */
export function capital(token: Token): boolean {
  const first = token.raw.charAt(0);
  return first !== first.toLowerCase();
}

/** True for a word all in capitals. */
export function capitals(token: Token): boolean {
  return !token.number && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase();
}

/** "MỸ TRÀ" and "mỹ trà" as "Mỹ Trà". */
export function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
