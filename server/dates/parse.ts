import type { PartialDate } from './contract.ts';
import { fold } from '../text/fold.ts';
import { parseLunar } from './parse-lunar.ts';

/** A number that is not known: blank, zeros, dots, dashes or question marks. */
const gap = String.raw`(?:0{1,2}|[?.x_…-]{1,4}|)`;
const dayMonthYear = new RegExp(
  String.raw`(?<![\d/])(\d{1,2}|${gap})\s*([/.\\-])\s*(\d{1,2}|${gap})\s*\2\s*(\d{4}|\d{2})(?!\d)`,
);
const yearFirst = /(?<!\d)(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?![\d/-])/;
const inWords =
  /(?:(?:ngay|hom|mung|mong)?\s*(\d{1,2})\s*(?:,|\/)?\s*)?thang\s*(\d{1,2})\s*(?:,|\/|-)?\s*(?:nam\s*)?(\d{4})(?!\d)/;
const monthYear = /(?<![\d/])(\d{1,2})\s*[/.\\-]\s*(\d{4})(?!\d)/;
const monthShortYear = /^\s*(\d{1,2})\s*[/.\\-]\s*([2-9]\d)\s*$/;
const monthDecade = /^\s*(\d{1,2})\s*[/.\\-]\s*(\d{3})[?x_]?\s*$/;
const decade = /(?<!\d)((?:18|19|20)\d)[?x_.](?!\w)/;
const years = /(?<![\d/])(\d{4})\s*(?:-|–|—|\/|den|hoac|hay)\s*(?:nam\s*)?(\d{4}|\d{2})(?![\d/])/;
const oneYear = /(?<![\d])(\d{4})(?!\d)/;
const unsure = /\b(?:khoang|do|chung|tam|uoc|vao khoang|gan)\b|\?/;
const before = /\btruoc\b/;
const after = /\bsau\b/;
/** Wars named instead of a date, with the days that histories give for their beginning and end. */
const wars: [RegExp, string, string][] = [
  [/\b(?:chong|khang chien)\s+phap\b/, '1945-09-23', '1954-07-21'],
  [/\b(?:chong|khang chien)\s+my\b/, '1954-07-21', '1975-04-30'],
];
/** Part of a year in words and its first and last month. */
const seasons: [RegExp, number, number][] = [
  [/\bdau\b(?!\s+thang)/, 1, 4],
  [/\bgiua\b(?!\s+thang)/, 5, 8],
  [/\bcuoi\b(?!\s+thang)/, 9, 12],
  [/\b(?:mua )?xuan\b/, 1, 4],
  [/\b(?:mua )?he\b/, 4, 8],
  [/\bmua thu\b/, 7, 10],
  [/\bmua dong\b/, 10, 12],
];

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const believable = (year: number) => year >= 1800 && year <= 2100;
/** "68" in a war record is 1968; "05" may be 1905 or 2005 and stays unread. */
const wholeYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) >= 20 ? 1900 + Number(digits) : 0;

function unknown(text: string): PartialDate {
  return { text, calendar: 'solar', precision: 'unknown' };
}

function range(text: string, earliest: string, latest: string, year?: number, month?: number): PartialDate {
  return {
    text,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    calendar: 'solar',
    precision: 'range',
    earliest,
    latest,
  };
}

/** As exact as the numbers allow: an impossible day falls back to its month, an impossible month to its year. */
function solar(text: string, year: number, month = 0, day = 0): PartialDate {
  if (!believable(year)) return unknown(text);
  if (month < 1 || month > 12) {
    return {
      text,
      year,
      calendar: 'solar',
      precision: 'year',
      earliest: iso(year, 1, 1),
      latest: iso(year, 12, 31),
    };
  }
  if (day < 1 || day > daysIn(year, month)) {
    const latest = iso(year, month, daysIn(year, month));
    return {
      text,
      year,
      month,
      calendar: 'solar',
      precision: 'month',
      earliest: iso(year, month, 1),
      latest,
    };
  }
  const at = iso(year, month, day);
  return { text, year, month, day, calendar: 'solar', precision: 'day', earliest: at, latest: at };
}

function decadeOf(text: string, three: string, month?: number): PartialDate {
  const from = Number(three) * 10;
  if (!believable(from)) return unknown(text);
  const [first, final] = month === undefined || month < 1 || month > 12 ? [1, 12] : [month, month];
  return range(text, iso(from, first, 1), iso(from + 9, final, daysIn(from + 9, final)));
}

function yearsApart(text: string, from: number, until: number): PartialDate | undefined {
  return believable(from) && believable(until) && until > from && until - from <= 60
    ? range(text, iso(from, 1, 1), iso(until, 12, 31))
    : undefined;
}

/** A year with words around it that make it wider or narrower: "khoảng 1968", "cuối năm 1967", "trước 1950". */
function qualified(text: string, folded: string, year: number): PartialDate {
  if (before.test(folded))
    return { text, calendar: 'solar', precision: 'range', latest: iso(year - 1, 12, 31) };
  if (after.test(folded))
    return { text, calendar: 'solar', precision: 'range', earliest: iso(year + 1, 1, 1) };
  if (unsure.test(folded)) return range(text, iso(year - 1, 1, 1), iso(year + 1, 12, 31), year);
  const season = seasons.find(([words]) => words.test(folded));
  if (season)
    return range(text, iso(year, season[1], 1), iso(year, season[2], daysIn(year, season[2])), year);
  return solar(text, year);
}

function parseNumbers(text: string, folded: string): PartialDate | undefined {
  const first = yearFirst.exec(folded);
  if (first && Number(first[2]) <= 12)
    return solar(text, Number(first[1]), Number(first[2]), Number(first[3] ?? 0));
  const whole = dayMonthYear.exec(folded);
  if (whole) return solar(text, wholeYear(whole[4]!), Number(whole[3]) || 0, Number(whole[1]) || 0);
  const words = inWords.exec(folded);
  if (words) return solar(text, Number(words[3]), Number(words[2]), Number(words[1] ?? 0));
  const span = years.exec(folded);
  if (span) {
    const until =
      span[2]!.length === 4 ? Number(span[2]) : Math.floor(Number(span[1]) / 100) * 100 + Number(span[2]);
    const found = yearsApart(text, Number(span[1]), until);
    if (found) return found;
  }
  const month = monthYear.exec(folded);
  if (month) return solar(text, Number(month[2]), Number(month[1]));
  const short = monthShortYear.exec(folded);
  if (short) return solar(text, wholeYear(short[2]!), Number(short[1]));
  const eroded = monthDecade.exec(folded);
  if (eroded) return decadeOf(text, eroded[2]!, Number(eroded[1]));
  const tens = decade.exec(folded);
  return tens ? decadeOf(text, tens[1]!) : undefined;
}

/**
 * Reads a date as a paper gives it: "12/5/1968", "2/1966", "//1975", "khoảng 1968", "mùng 3 tháng 2 năm Mậu Thân (âm lịch)".
 * Never invents: what is impossible or unread only widens the range, and `text` keeps what was written. A bare number
 * that is no year (a spreadsheet's serial number) is not a date.
 * @param cycleEnd last year in which a lunar year named without a number can lie: 1989 for a death, 1975 for a birth
 */
export function parsePartialDate(text: string, cycleEnd = 1989): PartialDate {
  const kept = text.normalize('NFC').trim();
  const folded = fold(kept);
  const lunar = parseLunar(kept, folded, cycleEnd);
  if (lunar) return lunar;
  const numbers = parseNumbers(kept, folded);
  if (numbers) return numbers;
  const year = oneYear.exec(folded);
  if (year && believable(Number(year[1]))) return qualified(kept, folded, Number(year[1]));
  const war = wars.find(([name]) => name.test(folded));
  return war ? range(kept, war[1], war[2]) : unknown(kept);
}
