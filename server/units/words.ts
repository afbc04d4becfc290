import { chainTextOf, type Element, type Level, type Tag, type UnitReading } from './element.ts';
import { fold } from './read/text.ts';

type Language = 'vi' | 'en';

const LEVEL_WORDS: Record<Level, Record<Language, string>> = {
  a: { vi: 'Tiểu đội', en: 'Squad' },
  b: { vi: 'Trung đội', en: 'Platoon' },
  c: { vi: 'Đại đội', en: 'Company' },
  d: { vi: 'Tiểu đoàn', en: 'Battalion' },
  e: { vi: 'Trung đoàn', en: 'Regiment' },
  l: { vi: 'Lữ đoàn', en: 'Brigade' },
  f: { vi: 'Sư đoàn', en: 'Division' },
  qd: { vi: 'Quân đoàn', en: 'Corps' },
  qk: { vi: 'Quân khu', en: 'Military Region' },
  khu: { vi: 'Khu', en: 'Zone' },
};

const TAG_WORDS: Record<Tag, Record<Language, string>> = {
  qk: { vi: 'Quân khu', en: 'Military Region' },
  mt: { vi: 'Mặt trận', en: 'Front' },
  doan: { vi: 'Đoàn', en: 'Group' },
  bt: { vi: 'Binh trạm', en: 'Military Station' },
  ct: { vi: 'Công trường', en: 'Công trường (cover name)' },
  nt: { vi: 'Nông trường', en: 'Nông trường (cover name)' },
  hom: { vi: 'Hòm thư', en: 'Field post' },
  code: { vi: 'Ký hiệu', en: 'Code' },
  num: { vi: 'Số', en: 'Number' },
  name: { vi: '', en: '' },
  local: { vi: '', en: '' },
  other: { vi: '', en: '' },
};

function elementInWords(element: Element, language: Language): string {
  if ('level' in element) {
    const word = LEVEL_WORDS[element.level][language];
    if (element.number !== '?') return `${word} ${element.number}`;
    return language === 'vi' ? `${word} (không rõ số)` : `${word} (number not given)`;
  }
  const { tag, value } = element;
  const word = TAG_WORDS[tag][language];
  if (word !== '') return `${word} ${value}`;
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/**
 * The chain in full words, smallest first: "Đại đội 3, Tiểu đoàn 5, Trung đoàn 12". Vietnamese bodies and local
 * forces keep their Vietnamese name in English too. Empty when the text names no unit.
 */
export function unitInWords(reading: Pick<UnitReading, 'chain'>, language: Language): string {
  return reading.chain
    .map((element, at) => {
      const words = elementInWords(element, language);
      if (at === 0) return words;
      return element.beside ? (language === 'vi' ? ` và ${words}` : ` and ${words}`) : `, ${words}`;
    })
    .join('');
}

/** The chain in the grammar's text, "none" when there is no unit. */
export function printChain(reading: Pick<UnitReading, 'chain'>): string {
  return chainTextOf(reading.chain);
}

/**
 * Folded tokens for the search index, one per element: "d5", "e12", "code:kb", "local:huyen doi hong ngu".
 * A level without its number gives none, since it tells nothing apart.
 */
export function unitTokens(reading: Pick<UnitReading, 'chain'>): string[] {
  const tokens = reading.chain
    .filter((element) => !('level' in element && element.number === '?'))
    .map((element) =>
      fold('level' in element ? element.level + element.number : `${element.tag}:${element.value}`),
    );
  return [...new Set(tokens)];
}
