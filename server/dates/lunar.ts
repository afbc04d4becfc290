import { getYearInfo } from '@dqcai/vn-lunar';
import type { PartialDate } from './contract.ts';
import { yearName } from './year-name.ts';

/**
 * Vietnamese lunar calendar. The rule is the one in force in the North from 1968 and in the whole country since 1976:
 * new moons and solstices at UTC+7. The South kept UTC+8 until 1975, so a day there can be one earlier in number:
 * Tết Mậu Thân was 29/1/1968 in the North and 30/1/1968 in the South. Families today reckon with the common calendar.
 */
export interface LunarDay {
  day: number;
  month: number;
  /** The number of the solar year in which the lunar year begins. */
  year: number;
  /** True in a month put in twice (tháng nhuận). */
  leap: boolean;
}

const dayMs = 86_400_000;
/** Julian day number of 1/1/1970. */
const epoch = 2_440_588;
/** Years that the table of the calendar package holds. */
const first = 1200;
const last = 2199;

type YearTable = { month: number; leap: boolean; jd: number }[];
// the package's own types name their files without endings, which this compiler does not follow
const readYear = getYearInfo as unknown as (year: number) => YearTable;

const tables = new Map<number, YearTable>();

/** Months of a lunar year with the Julian day on which each begins; decoding one costs too much to do it for each date. */
function monthsOf(year: number): YearTable {
  const known = tables.get(year);
  if (known) return known;
  const months = readYear(year);
  tables.set(year, months);
  return months;
}

const isoOfJulian = (julian: number) => new Date((julian - epoch) * dayMs).toISOString().slice(0, 10);

/**
 * Lunar day of a solar one.
 * @param iso solar day, "1968-05-12"
 * @throws RangeError when it is no day or lies outside 1201 to 2199
 */
export function lunarOf(iso: string): LunarDay {
  const julian = Date.parse(iso) / dayMs + epoch;
  const solarYear = Number(iso.slice(0, 4));
  if (!Number.isInteger(julian) || solarYear <= first || solarYear > last)
    throw new RangeError(`no lunar day for ${iso}`);
  for (const year of [solarYear, solarYear - 1]) {
    const found = monthsOf(year).findLast((month) => month.jd <= julian);
    if (found) return { day: julian - found.jd + 1, month: found.month, year, leap: found.leap };
  }
  throw new RangeError(`no lunar day for ${iso}`);
}

interface LunarMonth {
  start: number;
  days: number;
}

/** One month of a lunar year; undefined when the year has no such month (a leap month in a common year). */
function lunarMonth(year: number, month: number, leap: boolean): LunarMonth | undefined {
  if (year <= first || year >= last) return undefined;
  const months = monthsOf(year);
  const at = months.findIndex((found) => found.month === month && found.leap === leap);
  const found = months[at];
  if (!found) return undefined;
  const next = months[at + 1] ?? monthsOf(year + 1)[0];
  return next && { start: found.jd, days: next.jd - found.jd };
}

/** Solar day ("1968-01-29") of a lunar one; undefined when that year has no such month or day. */
export function solarOf({ day, month, year, leap }: LunarDay): string | undefined {
  const found = lunarMonth(year, month, leap);
  return found && day >= 1 && day <= found.days ? isoOfJulian(found.start + day - 1) : undefined;
}

/** First and last solar day of a lunar month, or of a whole lunar year when no month is given. */
export function solarSpan(year: number, month?: number, leap = false): [string, string] | undefined {
  const begin = lunarMonth(year, month ?? 1, leap);
  if (!begin) return undefined;
  if (month !== undefined) return [isoOfJulian(begin.start), isoOfJulian(begin.start + begin.days - 1)];
  const following = lunarMonth(year + 1, 1, false);
  return following && [isoOfJulian(begin.start), isoOfJulian(following.start - 1)];
}

/** The day of the year on which a family remembers its dead (ngày giỗ). */
export interface DeathDay {
  day: number;
  month: number;
  /** The death fell in a leap month; the day is kept in the regular month of the same number. */
  fromLeapMonth: boolean;
  /** Lunar year of the death and its name, "Mậu Thân". */
  year: number;
  yearName: string;
}

/** Ngày giỗ of a death whose very day is known; undefined otherwise, since a day is never invented. */
export function deathDay(death: PartialDate): DeathDay | undefined {
  if (death.precision !== 'day' || death.earliest === undefined) return undefined;
  const lunar = lunarOf(death.earliest);
  return {
    day: lunar.day,
    month: lunar.month,
    fromLeapMonth: lunar.leap,
    year: lunar.year,
    yearName: yearName(lunar.year),
  };
}

/** The next time a ngày giỗ falls. */
export interface NextDeathDay {
  /** Solar day, "2026-06-01". */
  date: string;
  /** Lunar day it is kept on: the 29th when that year's month has no 30th. */
  day: number;
  month: number;
  lunarYear: number;
  daysAway: number;
}

/**
 * Next solar day on which a ngày giỗ falls, today included. A month that comes twice is kept the first time
 * (tháng chính), and a 30th in a month of 29 days on its last day, as families do.
 * @param today solar day in Vietnam, "2026-11-24"
 */
export function nextDeathDay({ day, month }: Pick<DeathDay, 'day' | 'month'>, today: string): NextDeathDay {
  const lunarYear = lunarOf(today).year;
  for (const year of [lunarYear, lunarYear + 1]) {
    const found = lunarMonth(year, month, false);
    if (!found) continue;
    const kept = Math.min(day, found.days);
    const date = isoOfJulian(found.start + kept - 1);
    if (date >= today) {
      const daysAway = Math.round((Date.parse(date) - Date.parse(today)) / dayMs);
      return { date, day: kept, month, lunarYear: year, daysAway };
    }
  }
  throw new RangeError(`no lunar calendar after ${today}`);
}
