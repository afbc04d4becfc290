/**
 * Vietnamese syllables as search sees them: a base without marks, the letters' quality (ă â ê ô ơ ư đ) and one tone.
 * "hoà" and "hòa" are one syllable; "hoa" and "hòa" share the base.
 */
export interface Syllable {
  /** Canonical spelling: letters with their quality, then the tone's number. "nguyễn" → "nguyên4". */
  key: string;
  /** Without any mark: "nguyen". */
  base: string;
  /** Letters with quality, without tone: "nguyên". */
  quality: string;
  /** 0 ngang, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng. */
  tone: number;
  /** True when any mark is written: what has none may have lost them. */
  marked: boolean;
}

const toneOf: Record<string, number> = { '\u0300': 1, '\u0301': 2, '\u0309': 3, '\u0303': 4, '\u0323': 5 };
const toneMarks = /[\u0300\u0301\u0309\u0303\u0323]/g;
const allMarks = /[\u0300-\u036f]/g;

/** Lower case, composed, with Đ in all its disguises (Ð, ð) made đ, and one blank between words. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ð\u0256]/g, 'đ')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads one written word of a name. @param word already `tidy` */
export function syllable(word: string): Syllable {
  const spread = word.normalize('NFD');
  let tone = 0;
  const quality = spread
    .replace(toneMarks, (mark) => {
      tone = toneOf[mark] ?? 0;
      return '';
    })
    .normalize('NFC');
  const base = spread.replace(allMarks, '').replaceAll('đ', 'd');
  return {
    key: tone === 0 ? quality : quality + String(tone),
    base,
    quality,
    tone,
    marked: quality !== base || tone !== 0,
  };
}

/** The words of a name as stored: punctuation is no part of it, apostrophes of highland names are (H'Bia). */
export function nameWords(text: string): string[] {
  return tidy(text)
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== "'");
}

const onsets: [RegExp, string][] = [
  [/^(ngh|ng)/, 'G'],
  [/^(nh)/, 'H'],
  [/^(tr|ch)/, 'C'],
  [/^(th)/, 'T'],
  [/^(kh)/, 'K'],
  [/^(ph|f)/, 'F'],
  [/^gh/, 'g'],
  [/^gi(?=[aeiouy])/, 'd'],
  [/^gi/, 'di'],
  [/^(qu)/, 'kw'],
  [/^(s|x)/, 's'],
  [/^(l|n)/, 'l'],
  [/^(d|r|v|z)/, 'd'],
  [/^(k|c|q)/, 'k'],
];

/**
 * Class of syllables that some ear of the country does not tell apart, from the base: l n, s x, tr ch, d gi r v,
 * final n ng nh, t c ch, i y, iu iêu ưu (after ../../docs: northern, central and southern pronunciation).
 */
export function soundOf(base: string): string {
  let word = base;
  for (const [pattern, sound] of onsets)
    if (pattern.test(word)) {
      word = word.replace(pattern, sound);
      break;
    }
  return word
    .replaceAll('y', 'i')
    .replace(/(nh|ng)$/, 'n')
    .replace(/(ch|c)$/, 't')
    .replace(/(ieu|uou|uu)$/, 'iu')
    .replace(/ie(?=[nmtp])/, 'i')
    .replace(/uo(?=[nmtpi])/, 'u');
}

/** y and i written for each other: "lý", "lí"; "quý", "quí". Kept apart at a syllable's head with a vowel after ("yên"). */
export const withoutY = (letters: string): string => letters.replaceAll('y', 'i');

const twins = [
  'vu vo',
  'hoang huynh',
  'phuc phuoc',
  'son san',
  'nhat nhut',
  'chinh chanh',
  'tung tong',
  'canh kieng',
  'quy quoi',
  'linh lanh',
  'thanh thinh',
  'chau chu',
  'dam dom',
  'hong huong',
  'tinh tanh',
  'sinh sanh',
  'nhan nhon',
  'cuong cang',
  'dung dong',
  'thai thoi',
  'hoa hue',
  'truong trang',
  'an yen',
  'phung phuong',
  'tien tan',
  'uy oai',
  'nguyen nguon',
  'menh mang',
  'ton tong',
  'thoi thi',
  'toan tuyen',
  'dan don',
].map((pair) => pair.split(' ') as [string, string]);

const twinOf = new Map<string, Set<string>>();
for (const [north, south] of twins) {
  for (const [one, other] of [
    [north, south],
    [south, north],
  ] as const) {
    const known = twinOf.get(one) ?? new Set<string>();
    known.add(other);
    twinOf.set(one, known);
  }
}

/** Whole syllables that north and south write differently for the same name: Vũ and Võ, Hoàng and Huỳnh, Phúc and Phước. */
export const areTwins = (one: string, other: string): boolean => twinOf.get(one)?.has(other) ?? false;

export const hasTwin = (base: string): boolean => twinOf.has(base);
