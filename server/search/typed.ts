/** TCVN3 (ABC) and VNI Windows: what their bytes show as when read as Latin-1. Public tables of the two encodings. */
const tcvnLetters = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ';
const tcvnMeans = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const tcvnCapitals: Record<string, string> = {
  '¡': 'ă',
  '¢': 'â',
  '£': 'ê',
  '¤': 'ô',
  '¥': 'ơ',
  '¦': 'ư',
  '§': 'đ',
};
const tcvn = new Map([
  ...Array.from(tcvnLetters).map((letter, at) => [letter, tcvnMeans[at]!] as const),
  ...Object.entries(tcvnCapitals),
]);

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const vniTones: Record<string, number> = { ø: 1, ù: 2, û: 3, õ: 4, ï: 5 };
const vniHat: Record<string, [string, number]> = {
  â: ['\u0302', 0],
  à: ['\u0302', 1],
  á: ['\u0302', 2],
  å: ['\u0302', 3],
  ã: ['\u0302', 4],
  ä: ['\u0302', 5],
  ê: ['\u0306', 0],
  è: ['\u0306', 1],
  é: ['\u0306', 2],
  ú: ['\u0306', 3],
  ü: ['\u0306', 4],
  ë: ['\u0306', 5],
};
const vniAlone: Record<string, string> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

const onset = '(?:ngh|ng|nh|tr|th|ph|kh|ch|gh|gi|qu|[bcdđghklmnpqrstvx])?';
const nucleus =
  '(?:oai|oay|oeo|oao|uây|uôi|uyê|uya|uyu|iêu|yêu|ươi|ươu|[aoe]o|[aoâôơuưe]i|[aâ]y|uy|oy|[aâêiưu]u|i[aê]|yê|o[aăe]|u[aâêơô]|ư[aơ]|[aăâeêioôơuưy])';
const syllableShape = new RegExp(`^${onset}${nucleus}(?:ch|ng|nh|[cmnpt])?$`);

/** How many words of a text look like no Vietnamese syllable. */
function strange(text: string): number {
  return text
    .toLowerCase()
    .split(/[\s.,?_-]+/)
    .filter((word) => {
      const spread = word.normalize('NFD');
      const tones = spread.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
      const letters = spread.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
      // A word that is cut to its consonants is none, but stands in no code page either.
      return word !== '' && (tones.length > 1 || (!syllableShape.test(letters) && /[^a-z0-9đ']/.test(word)));
    }).length;
}

/**
 * Reads text that was pasted from an old file: TCVN3 or VNI Windows, whichever leaves fewer words that are none.
 * @returns the text in Unicode; as it is when that reads no better
 */
export function fromOldCodePage(text: string): string {
  const composed = text.normalize('NFC');
  // Plain letters, or letters that only Unicode's Vietnamese has (đ, ơ, ư, ă, Latin Extended Additional): nothing to do.
  if (!/[\u00a1-\u00ff]/.test(composed) || /[\u0102-\u01b0\u1ea0-\u1ef9]/.test(composed)) return text;
  const asTcvn = Array.from(composed)
    .map((letter) => tcvn.get(letter) ?? letter)
    .join('');
  const readings = [text, fromVniWindows(composed.toLowerCase()), asTcvn];
  return readings.reduce((best, reading) => (strange(reading) < strange(best) ? reading : best));
}

function fromVniWindows(text: string): string {
  let out = '';
  for (const letter of text) {
    const before = out.normalize('NFD').at(-1) ?? '';
    const tone = vniTones[letter];
    const hat = vniHat[letter];
    // After ơ and ư the tone letter follows; a hat letter needs a bare a, e or o before it.
    if (tone !== undefined && /[aeiouy\u031b]/.test(before)) out += tones[tone]!;
    else if (hat !== undefined && /[aeo]/.test(before)) out += hat[0] + tones[hat[1]]!;
    else out += vniAlone[letter] ?? letter;
  }
  return out.normalize('NFC');
}

const telexTones: Record<string, string> = {
  f: tones[1]!,
  s: tones[2]!,
  r: tones[3]!,
  x: tones[4]!,
  j: tones[5]!,
};
const digitTones: Record<string, string> = {
  '2': tones[1]!,
  '1': tones[2]!,
  '3': tones[3]!,
  '4': tones[4]!,
  '5': tones[5]!,
};
const digitQuality: Record<string, [RegExp, string]> = {
  '6': [/[aeo](?!.*[aeo])/, '\u0302'],
  '7': [/(uo|[uo])(?!.*[uo])/, '\u031b'],
  '8': [/a(?!.*a)/, '\u0306'],
};

/**
 * What a word means if it was typed with the input method switched off: "nguyeenx", "nguye6n4" → "nguyễn".
 * @param word lower case, without marks
 * @returns undefined when it cannot be such a word
 */
export function fromRawTyping(word: string): string | undefined {
  if (/[^a-z0-9]/.test(word) || word.length < 2 || !/[aeiouy]/.test(word)) return undefined;
  return /\d/.test(word) ? fromVni(word) : fromTelex(word);
}

function fromVni(word: string): string | undefined {
  let letters = '';
  let tone = '';
  for (const key of word) {
    if (digitTones[key] !== undefined) tone = digitTones[key];
    else if (key === '9') letters = letters.replace(/d/, 'đ');
    else if (digitQuality[key] !== undefined) {
      const [where, mark] = digitQuality[key];
      letters = letters.replace(where, (found) =>
        Array.from(found)
          .map((letter) => letter + mark)
          .join(''),
      );
    } else if (/\d/.test(key)) return undefined;
    else letters += key;
  }
  return letters === word ? undefined : withTone(letters, tone);
}

function fromTelex(word: string): string | undefined {
  let tone = '';
  let letters = '';
  for (const [at, key] of Array.from(word).entries()) {
    const vowelBefore = /[aeiouyw]/.test(word.slice(0, at));
    // None of f s r x j ends a Vietnamese syllable: after a vowel they are tones.
    if (vowelBefore && telexTones[key] !== undefined) tone = telexTones[key];
    else letters += key;
  }
  const decoded = letters
    .replace(/^dd|^d(?=[^d]*d$)/, 'đ')
    .replace(/(?<=^đ.+)d$/, '')
    .replace(/uow|uwow/, 'u\u031bo\u031b')
    .replace(/([aeo])([a-z]*)\1/, (_, vowel: string, between: string) => `${vowel}\u0302${between}`)
    .replace(/aw/, 'a\u0306')
    .replace(/([uo])w/, '$1\u031b')
    .replace(/w/, 'u\u031b');
  if (decoded === word) return undefined;
  return withTone(decoded, tone);
}

/** Puts the tone on any vowel: `syllable` reads it the same wherever it stands. */
function withTone(letters: string, tone: string): string {
  return letters
    .normalize('NFD')
    .replace(/[aeiouy][\u0302\u0306\u031b]?(?!.*[aeiouy])/u, (vowel) => vowel + tone)
    .normalize('NFC');
}
