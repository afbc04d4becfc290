import type { PartialDate } from './contract.ts';
import { lunarOf, solarOf, solarSpan } from './lunar.ts';
import { branchWords, lunarMonthNumber, monthNames, stemWords, yearOfName } from './lunar-words.ts';

const marker = /\b(?:am lich|lich am|a\.?l\.?|lich ta)(?![a-z])/;
const cycleName = new RegExp(`\\b(${stemWords})\\s+(${branchWords})\\b`);
const festival = /\btet\b(?!\s+(?:doan ngo|trung thu|duong lich|tay))/;
const numbers = /\b(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?!\d)/;
const dayWords = /\b(?:mung|mong|ngay|mung ngay)\s+(\d{1,2})\b/;
const fullMoon = /\b(?:ngay\s+)?ram\b/;
const monthPhrase = new RegExp(`\\b(?:thang|ram)\\s+(\\d{1,2}|${monthNames})\\b`);
/** "28 Tết": counted in the last month of the old year, though the year named is the new one. */
const daysBefore = /\b(2\d|30)\s+(?:am lich\s+)?tet\b/;
const anyYear = /(?<!\d)((?:18|19|20)\d\d)(?!\d)/;

interface Parts {
  day?: number | undefined;
  month?: number | undefined;
  year?: number | undefined;
}

function readParts(folded: string): Parts {
  const digits = numbers.exec(folded);
  if (digits)
    return {
      day: Number(digits[1]),
      month: Number(digits[2]),
      year: digits[3] ? Number(digits[3]) : undefined,
    };
  const day = fullMoon.test(folded) ? 15 : dayWords.exec(folded)?.[1];
  const month = monthPhrase.exec(folded)?.[1];
  return {
    day: day === undefined ? undefined : Number(day),
    month: month === undefined ? undefined : lunarMonthNumber(month),
  };
}

/** South of the 17th parallel the calendar could run one day behind until 1975, so the last possible day is one later. */
function southernLatest(iso: string, year: number): string {
  if (year < 1968 || year > 1975) return iso;
  return new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);
}

function lastDays(text: string, day: number, year: number): PartialDate {
  // a twelfth month of 29 days: what people call "30 Tết" is its last day
  const solar =
    solarOf({ day, month: 12, year, leap: false }) ?? solarOf({ day: 29, month: 12, year, leap: false });
  if (!solar) return { text, calendar: 'lunar', precision: 'unknown' };
  const latest = southernLatest(solar, year + 1);
  const kept = lunarOf(solar);
  return {
    text,
    year,
    month: 12,
    day: kept.day,
    calendar: 'lunar',
    precision: 'day',
    earliest: solar,
    latest,
  };
}

/**
 * Reads a date of the lunar calendar: "mùng 3 tháng 2 năm Mậu Thân (âm lịch)", "rằm tháng 7 Đinh Mùi", "Tết Mậu Thân 1968".
 * `earliest` and `latest` are solar days. "Tết" alone means its whole first month with the eve, as survivors use the word.
 * @param folded the text without marks, lower case
 * @param cycleEnd last year of the sixty in which a year's name is looked for
 * @returns undefined when nothing says that the date is lunar
 */
export function parseLunar(text: string, folded: string, cycleEnd: number): PartialDate | undefined {
  const named = cycleName.exec(folded);
  const isTet = festival.test(folded);
  if (!marker.test(folded) && !named && !isTet) return undefined;
  const parts = readParts(folded);
  const spoken = anyYear.exec(folded)?.[1];
  const year = parts.year ?? (spoken ? Number(spoken) : named && yearOfName(named[1]!, named[2]!, cycleEnd));
  const unread: PartialDate = { text, calendar: 'lunar', precision: 'unknown' };
  if (!year) return unread;
  const before = daysBefore.exec(folded)?.[1];
  if (before) return lastDays(text, Number(before), year - 1);
  const month = parts.month ?? (isTet ? 1 : undefined);
  const leap = /\bnhuan\b/.test(folded);
  const span = (month && (solarSpan(year, month, leap) ?? solarSpan(year, month))) ?? solarSpan(year);
  if (!span) return unread;
  if (month && parts.day) {
    const solar =
      solarOf({ day: parts.day, month, year, leap }) ?? solarOf({ day: parts.day, month, year, leap: false });
    if (solar) {
      const latest = southernLatest(solar, year);
      return {
        text,
        year,
        month,
        day: parts.day,
        calendar: 'lunar',
        precision: 'day',
        earliest: solar,
        latest,
      };
    }
  }
  if (isTet && !parts.month) {
    const eve = new Date(Date.parse(span[0]) - 86_400_000).toISOString().slice(0, 10);
    return {
      text,
      year,
      month: 1,
      calendar: 'lunar',
      precision: 'range',
      earliest: eve,
      latest: southernLatest(span[1], year),
    };
  }
  const latest = southernLatest(span[1], year);
  return month
    ? { text, year, month, calendar: 'lunar', precision: 'month', earliest: span[0], latest }
    : { text, year, calendar: 'lunar', precision: 'year', earliest: span[0], latest };
}
