import { fold } from '../text/fold.ts';

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const keys = new Map<string, string>();
/** Vietnam's place names are made of some 3,000 words; what people type is not bounded, so the memory is. */
const keptWords = 20_000;

/** One word of a name as it is compared: no marks, i for y ("Mỹ", "Mĩ"), c for k ("Bắc Kạn", "Bắc Cạn"). */
export function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const plain = fold(word).replace(/['’`.]/g, '');
  const key = /^\d+$/.test(plain)
    ? String(Number(plain))
    : plain
        .replace(/^([bcdghklmnpqrstvx]+)y$/, '$1i')
        .replace(/^quy/, 'qui')
        .replaceAll('k', 'c');
  if (keys.size >= keptWords) keys.clear();
  keys.set(word, key);
  return key;
}

/** Words of a name: letters, digits and the apostrophe of highland names; everything else parts them. */
export const wordsOf = (name: string): string[] => name.normalize('NFC').match(/[\p{L}\p{M}\d'’]+/gu) ?? [];

/** Key of a whole name; a name that is a Roman number in capitals ("Phường III") is a number. */
export function nameKey(name: string): string {
  if (/^[IVX]+$/.test(name)) {
    const number = roman.indexOf(name);
    if (number > 0) return String(number);
  }
  return wordsOf(name).map(wordKey).join(' ');
}

const marked = new Map<string, string>();

function markedWord(word: string): string {
  const known = marked.get(word);
  if (known !== undefined) return known;
  const parts = word.toLowerCase().normalize('NFD').replace(/['’]/g, '');
  const form = parts.replace(toneMarks, '') + (parts.match(toneMarks)?.join('') ?? '');
  if (marked.size >= keptWords) marked.clear();
  marked.set(word, form);
  return form;
}

/** A name with its marks, but "Hoà" and "Hòa" alike: each word's tone stands at its end. */
export const markedForm = (name: string): string => wordsOf(name).map(markedWord).join(' ');

/** True when any letter carries a Vietnamese mark: then marks mean something in this text. */
export const hasMarks = (text: string): boolean => /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'));

/** The word before a unit's name. */
export type Kind =
  'xã' | 'phường' | 'thị trấn' | 'huyện' | 'quận' | 'thị xã' | 'thành phố' | 'tỉnh' | 'đặc khu';

const kinds: Kind[] = ['thành phố', 'thị trấn', 'thị xã', 'đặc khu', 'huyện', 'quận', 'phường', 'tỉnh', 'xã'];

/** "Thị trấn Nàng Mau" → ["thị trấn", "Nàng Mau"]. */
export function splitKind(full: string): [Kind, string] {
  const text = full.trim();
  const lower = text.toLowerCase();
  const kind = kinds.find((one) => lower.startsWith(one) && lower[one.length] === ' ');
  if (!kind) throw new Error(`place without a kind: ${full}`);
  return [kind, text.slice(kind.length + 1).trim()];
}

/** Words that say what kind of unit follows, folded; the single letters only count before a name. */
export const kindWords: Record<string, Kind> = {
  xa: 'xã',
  x: 'xã',
  phuong: 'phường',
  p: 'phường',
  f: 'phường',
  huyen: 'huyện',
  h: 'huyện',
  quan: 'quận',
  q: 'quận',
  tinh: 'tỉnh',
  t: 'tỉnh',
  tx: 'thị xã',
  tt: 'thị trấn',
  tp: 'thành phố',
  'thi xa': 'thị xã',
  't x': 'thị xã',
  'thi tran': 'thị trấn',
  't t': 'thị trấn',
  'thanh pho': 'thành phố',
  't p': 'thành phố',
  'dac khu': 'đặc khu',
};

/** Parts smaller than a commune, of which no list exists. */
export const smallWords = new Set(
  'thon ap xom lang ban khom to khu buon plei soc phum duong so nha doi rung bia'.split(' '),
);
