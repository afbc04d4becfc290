import { nameWords, tidy } from './letters.ts';

const unknownStone = /chua (biet|ro|xac dinh|co)|khong (ten|ro)|vo danh|khuyet danh|thieu thong tin/;
const before =
  /^(mo|lsvn|ls|l\/s|liet (si|sy)|dong chi|d\/c|dc|anh hung( llvtnd| lltvnd| luc luong vu trang( nhan dan)?)?|ong|ba|anh|chi|phan mo|noi yen nghi( cua)?)(\s|[:,]|\.(?!\.))+/;
const after =
  /[\n,;:(|]|\d|(^| )(sinh|ns|n\/s|que|hy sinh|hs|nhap ngu|don vi|nguyen quan|mat|tu tran|cap bac)( |\.|$)/;

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');

/**
 * The name on a stone, in words; letters that cannot be read stay as "?", a cut word keeps its dot ("ng.").
 * @returns empty for a stone of an unknown
 */
export function stoneWords(inscription: string): string[] {
  let text = tidy(inscription.replace(/\r?\n/g, ' , ')).normalize('NFC');
  // Folding keeps the number of letters, so positions found in the folded text hold in the written one.
  if (unknownStone.test(bare(text))) return [];
  for (let cut = before.exec(bare(text)); cut !== null; cut = before.exec(bare(text)))
    text = text.slice(cut[0].length).trimStart();
  const end = after.exec(bare(text));
  if (end !== null) text = text.slice(0, end.index);
  return patternWords(text).slice(0, 6);
}

/** Words in which `? _ * …` and a dot between letters stand for what cannot be read, and a closing dot for a cut word. */
export function patternWords(text: string): string[] {
  const spaced = tidy(text)
    .replace(/[_*…]/g, '?')
    .replace(/\.{2,}/g, '?')
    .replace(/\?+/g, '?')
    .replace(/(?<=^|\s)\.(?=\p{L})/gu, '?');
  const words: string[] = [];
  for (const word of spaced.split(' ')) {
    if (/^[?.]+$/.test(word)) {
      words.push('?');
      continue;
    }
    // "ng.v.hải" are three cut words, "v.n" is one with a hole: a hole needs a letter on both sides and no vowel missing twice.
    const parts = word.split(/\.(?=\p{L})/u);
    const cut =
      parts.length > 1 &&
      parts.slice(0, -1).every((part) => /^[bcdđghklmnpqrstvx]{1,3}$/.test(part)) &&
      !hole(parts);
    for (const part of cut
      ? parts.map((one, at) => (at < parts.length - 1 ? `${one}.` : one))
      : [word.replace(/\.(?=\p{L})/gu, '?')]) {
      if (part.includes('?')) words.push(part.replace(/[^\p{L}\p{M}?']/gu, ''));
      else if (/^\p{L}{1,3}\.$/u.test(part)) words.push(part);
      else words.push(...nameWords(part));
    }
  }
  return words.filter((word) => word !== '');
}

/** "v.n", "h.i": a cut word would leave "n" or "i" as the next word, which is none. */
function hole(parts: string[]): boolean {
  const last = parts.at(-1) ?? '';
  return last.replace(/\.$/, '').length <= 2 && !/[aeiouyăâêôơưàáảãạ].*\p{L}|\p{L}[aeouy]/u.test(last);
}
