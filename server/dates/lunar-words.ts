import { fold } from '../text/fold.ts';
import { yearName } from './year-name.ts';

const stems = ['giap', 'at', 'binh', 'dinh', 'mau', 'ky', 'canh', 'tan', 'nham', 'quy'];
const branches = ['ty', 'suu', 'dan', 'mao', 'thin', 'ty', 'ngo', 'mui', 'than', 'dau', 'tuat', 'hoi'];
const otherSpellings: Record<string, string> = {
  ki: 'ky',
  qui: 'quy',
  meo: 'mao',
  thinh: 'thin',
  ti: 'ty',
  vi: 'mui',
  gio: 'ngo',
};

const spelt = (word: string) => otherSpellings[word] ?? word;

/**
 * The year that a name of the cycle of sixty ("Mậu Thân") means, taken from the sixty years that end with `cycleEnd`.
 * Tý and Tỵ look alike without marks; the stem tells them apart, since a stem only goes with every second branch.
 */
export function yearOfName(stem: string, branch: string, cycleEnd: number): number | undefined {
  const wanted = `${spelt(stem)} ${spelt(branch)}`;
  for (let year = cycleEnd; year > cycleEnd - 60; year -= 1) if (fold(yearName(year)) === wanted) return year;
  return undefined;
}

/** Folded words of the cycle's names, for patterns. */
export const stemWords = [...stems, 'ki', 'qui'].join('|');
export const branchWords = [...new Set(branches), 'meo', 'ti', 'vi'].join('|');

const monthWords: Record<string, number> = {
  gieng: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  chap: 12,
};

/** Number of a lunar month in words: "giêng" 1, "chạp" 12; digits as they are. "Một" is left out: 1 to some, 11 to others. */
export function lunarMonthNumber(word: string): number | undefined {
  const month = monthWords[word] ?? Number(word);
  return month >= 1 && month <= 12 ? month : undefined;
}
export const monthNames = Object.keys(monthWords).join('|');
