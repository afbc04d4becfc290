import { DISTRICTS, PROVINCES } from './place-names.ts';
import { findPhrase, phraseBook } from './phrases.ts';
import { capital, capitals, joined, marksOf, modernTone, titled, wordKey, type Token } from './text.ts';

/** Districts that no longer exist, and names of resistance provinces, met on old papers of the Mekong delta. */
const OLD_NAMES = [
  'Thủ đô',
  'Kiến Văn',
  'Mỹ An',
  'Kiến Bình',
  'Kiến Tường',
  'Kiến Hòa',
  'Đồng Tiến',
  'Thanh Hưng',
  'Thạnh Hưng',
  'Long Châu Tiền',
  'Long Châu Sa',
  'Long Châu Hà',
  'Tân Hưng',
  'Chợ Lớn',
  'Gia Định',
  'Mỹ Tho',
  'Rạch Giá',
  'Thủ Dầu Một',
  'Sài Gòn',
  'Trị Thiên',
  'Quảng Đà',
  'Bà Rịa',
  'Tây Ninh',
  'Tả Ngạn',
  'Hữu Ngạn',
  'Tây Bắc',
  'Đông Bắc',
  'Việt Bắc',
  'Bình Trị Thiên',
  'Trung Bộ',
  'Nam Bộ',
  'Tây Nguyên',
  'Đông Nam Bộ',
  'Tây Nam Bộ',
  'Cao Bắc Lạng',
  'Điện Biên Phủ',
  'Trường Sơn',
  'Hồng Ngự',
  'Cao Lãnh',
  'Lấp Vò',
  'Sa Đéc',
];

const knownNames = phraseBook<string>([...OLD_NAMES, ...PROVINCES, ...DISTRICTS].map((name) => [name, name]));

/**
 * Two or three capitals for a name, as the lists of Đồng Tháp write them (rule 5 of the data README). The first
 * group stands alone; the second needs a word for the rung before it, being common abbreviations of other things.
 */
export const SHORT_NAMES = new Map([
  ['dt', 'Đồng Tháp'],
  ['cl', 'Cao Lãnh'],
  ['kp', 'Kiến Phong'],
  ['lct', 'Long Châu Tiền'],
  ['lcs', 'Long Châu Sa'],
  ['lch', 'Long Châu Hà'],
  ['cpc', 'Campuchia'],
]);
export const SHORT_AFTER_RUNG = new Map([
  ['hn', 'Hồng Ngự'],
  ['ma', 'Mỹ An'],
  ['kv', 'Kiến Văn'],
  ['tb', 'Thanh Bình'],
  ['tn', 'Tam Nông'],
  ['lv', 'Lấp Vò'],
  ['ct', 'Châu Thành'],
  ['th', 'Thạnh Hưng'],
  ['vl', 'Vĩnh Long'],
  ['ag', 'An Giang'],
  ['la', 'Long An'],
  ['tg', 'Tiền Giang'],
  ['mt', 'Mỹ Tho'],
  ['bt', 'Bến Tre'],
  ['tv', 'Trà Vinh'],
  ['kg', 'Kiên Giang'],
  ['sd', 'Sa Đéc'],
]);

/** "L.Vò", "C.Lãnh", "V.Long": the first names of the list with that initial and those last words. */
const byInitial = new Map<string, string[]>();
for (const name of [
  ...OLD_NAMES,
  'Đồng Tháp',
  'Kiến Phong',
  'Thanh Bình',
  'Tam Nông',
  'Vĩnh Long',
  ...PROVINCES,
  ...DISTRICTS,
]) {
  const [first, ...rest] = name.split(' ').map(wordKey);
  const key = `${first!.charAt(0)} ${rest.join(' ')}`;
  const list = byInitial.get(key) ?? [];
  if (!list.includes(name)) list.push(name);
  byInitial.set(key, list);
}

/** Names of two parts that are one place. */
const DOUBLE_NAMES = new Map([
  ['Sài Gòn', 'Gia Định'],
  ['Chợ Lớn', 'Gia Định'],
  ['Trị Thiên', 'Huế'],
  ['Quảng Nam', 'Đà Nẵng'],
  ['Gia Lai', 'Kon Tum'],
]);

/** A name read, and the index after it. */
export interface Name {
  name: string;
  end: number;
  /** Made out of an abbreviation that could be read otherwise. */
  guessed?: true;
}

/** A place named by an abbreviation: "ĐT", "K.P", "L.Vò". */
export function shortName(tokens: readonly Token[], at: number, afterRung: boolean): Name | undefined {
  const token = tokens[at];
  if (!token || token.number) return undefined;
  if (capitals(token)) {
    if (token.raw.length === 1) {
      // K.P, C.L: two initials.
      const next = tokens[at + 1];
      if (next?.gap === 'dot' && next.raw.length === 1 && capitals(next)) {
        const name = SHORT_NAMES.get(token.key + next.key);
        if (name) return { name, end: at + 2 };
      }
    } else {
      const name = SHORT_NAMES.get(token.key);
      if (name) return { name, end: at + 1 };
      const likely = afterRung ? SHORT_AFTER_RUNG.get(token.key) : undefined;
      if (likely) return { name: likely, end: at + 1, guessed: true };
    }
  }
  if (token.raw.length === 1 && capital(token)) {
    const next = tokens[at + 1];
    if (next && !next.number && ['dot', 'space'].includes(next.gap) && next.raw.length > 1) {
      const names = byInitial.get(`${token.key} ${next.key}`) ?? [];
      if (names.length > 0 && (next.gap === 'dot' || afterRung)) {
        const name = { name: names[0]!, end: at + 2 };
        return names.length > 1 ? { ...name, guessed: true } : name;
      }
    }
  }
  // South of Sài Gòn nearly every name of two words with M. begins with Mỹ.
  const next = tokens[at + 1];
  if (afterRung && token.raw === 'M' && next?.gap === 'dot' && next.raw.length > 1 && capital(next)) {
    return { name: `Mỹ ${titled(next.raw)}`, end: at + 2, guessed: true };
  }
  return undefined;
}

/** A name that is known to be a place, or a known abbreviation of one. */
export function knownName(tokens: readonly Token[], at: number, afterRung = false): Name | undefined {
  const token = tokens[at];
  if (!token || token.number) return undefined;
  const short = shortName(tokens, at, afterRung);
  if (short) return short;
  if (!capital(token) && !afterRung) return undefined;
  const found = findPhrase(knownNames, tokens, at);
  if (!found) return undefined;
  const written = tokens
    .slice(at, found.end)
    .map((word) => titled(word.raw))
    .join(' ');
  // The list's spelling only for a name written without marks: Bình Thành is not Bình Thạnh.
  const name = marksOf(written) === '' ? modernTone(found.means) : written;
  const second = DOUBLE_NAMES.get(found.means);
  const next = tokens[found.end];
  if (second && next && ['space', 'tight', 'dash'].includes(next.gap)) {
    const keys = second.split(' ').map(wordKey);
    if (keys.every((key, nth) => tokens[found.end + nth]?.key === key)) {
      return { name: `${name} - ${second}`, end: found.end + keys.length };
    }
  }
  return { name, end: found.end };
}

/** A name of up to four words; `stop` tells where another part begins. */
export function readName(
  tokens: readonly Token[],
  at: number,
  stop: (at: number) => boolean,
  most = 4,
): Name | undefined {
  const known = knownName(tokens, at, true);
  const first = tokens[at];
  if (!first) return undefined;
  if (known) {
    // "Mỹ An" is a district, "Mỹ An Hưng" a commune: a capital goes on.
    const next = tokens[known.end];
    const goesOn =
      joined(next) &&
      !next.number &&
      capital(next) &&
      next.raw.length > 1 &&
      !capitals(next) &&
      !stop(known.end);
    if (!goesOn || known.end - at === 1 || knownName(tokens, known.end)) return known;
  }
  if (first.number || first.raw.length < 2 || stop(at)) return undefined;
  const lower = !capital(first);
  const words = [titled(first.raw)];
  let end = at + 1;
  for (; words.length < (lower ? 2 : most); end++) {
    const token = tokens[end];
    if (!joined(token) || token.gap === 'glued' || token.number) break;
    if (capital(token) === lower || token.raw.length < 2 || stop(end)) break;
    if (end > at + 1 && knownName(tokens, end)) break;
    if (shortName(tokens, end, false)) break;
    words.push(titled(token.raw));
  }
  return { name: words.join(' '), end };
}
