const toneMarks = '\u0300\u0301\u0309\u0303\u0323';
const telexTone = 'fsrxj';
const vniTone = '21345';
const qualities: Record<string, [string, string]> = {
  â: ['aa', 'a6'],
  ă: ['aw', 'a8'],
  ê: ['ee', 'e6'],
  ô: ['oo', 'o6'],
  ơ: ['ow', 'o7'],
  ư: ['uw', 'u7'],
  đ: ['dd', 'd9'],
};

/** Without any mark. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

/** A syllable as letters with their quality, and the tone's place in `toneMarks` (−1 none). */
export function takeTone(word: string): { letters: string; tone: number } {
  let tone = -1;
  const letters = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, (mark) => {
      tone = toneMarks.indexOf(mark);
      return '';
    })
    .normalize('NFC');
  return { letters, tone };
}

/** What the keyboard sent when the input method was off: "Nguyễn" → "Nguyeenx" or "Nguye6n4". */
export function rawTyping(word: string, method: 'telex' | 'vni'): string {
  const { letters, tone } = takeTone(word);
  const column = method === 'telex' ? 0 : 1;
  const keys = Array.from(letters)
    .map((letter) => {
      const found = qualities[letter.toLowerCase()];
      if (found === undefined) return letter;
      return letter === letter.toLowerCase()
        ? found[column]
        : found[column][0]!.toUpperCase() + found[column].slice(1);
    })
    .join('');
  return tone < 0 ? keys : keys + (method === 'telex' ? telexTone : vniTone)[tone]!;
}

/** "hòa" ↔ "hoà": the tone on the other vowel of oa, oe, uy. */
export function moveTone(word: string): string {
  const { letters, tone } = takeTone(word);
  if (tone < 0) return word;
  const pair = /(oa|oe|uy)$/i.exec(letters);
  if (pair === null) return word;
  const first = word.normalize('NFD').indexOf(toneMarks[tone]!) === pair.index + 1;
  const at = first ? letters.length : pair.index + 1;
  return (letters.slice(0, at) + toneMarks[tone]! + letters.slice(at)).normalize('NFC');
}

const vowelWithTone = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ';
const tcvn = 'aµ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËeÌÐÎÏÑªÒÕÓÔÖi×ÝØÜÞoßãáâä«åèæçé¬êíëìîuïóñòô\u00adõøö÷ùyúýûüþ';

/** TCVN3 text read as Latin-1, as it comes out of an old file pasted into a browser (lower case, as those fonts had it). */
export function asTcvn3(text: string): string {
  return Array.from(text.normalize('NFC').toLowerCase())
    .map((letter) => (letter === 'đ' ? '®' : (tcvn[vowelWithTone.indexOf(letter)] ?? letter)))
    .join('');
}

const vniSingle: Record<string, string> = {
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
};
const vniTones = ['ø', 'ù', 'û', 'õ', 'ï'];
const vniHats: Record<string, string[]> = {
  â: ['â', 'à', 'á', 'å', 'ã', 'ä'],
  ă: ['ê', 'è', 'é', 'ú', 'ü', 'ë'],
};

/** VNI Windows text read as Latin-1: a vowel, then a letter that stands for its marks. */
export function asVniWindows(text: string): string {
  return Array.from(text.normalize('NFC').toLowerCase())
    .map((letter) => {
      if (vniSingle[letter] !== undefined) return vniSingle[letter];
      const { letters, tone } = takeTone(letter);
      const hat = { â: 'â', ê: 'â', ô: 'â', ă: 'ă' }[letters];
      if (hat !== undefined) return bare(letters) + vniHats[hat]![tone + 1]!;
      if (tone < 0) return letter;
      return (vniSingle[letters] ?? letters) + vniTones[tone]!;
    })
    .join('');
}
