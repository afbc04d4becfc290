import type { PartialDate } from './contract.ts';
import { yearName } from './year-name.ts';

export type DateLanguage = 'vi' | 'en';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2026-06-01" → "1/6/2026", in English "1 June 2026". */
function formatDay(isoDay: string, language: DateLanguage): string {
  const [year, month, day] = isoDay.split('-').map(Number);
  return language === 'vi' ? `${day!}/${month!}/${year!}` : `${day!} ${englishMonths[month! - 1]!} ${year!}`;
}

function formatLunar(date: PartialDate, language: DateLanguage): string {
  const named = date.year === undefined ? '' : `${yearName(date.year)} (${date.year})`;
  const numbers = [date.day, date.month].filter((part) => part !== undefined).join('/');
  const solar = date.precision === 'day' && date.earliest ? formatDay(date.earliest, language) : undefined;
  if (language === 'vi') {
    const lunar =
      `${date.day === undefined && numbers ? 'tháng ' : ''}${numbers} năm ${named} âm lịch`.trim();
    return solar ? `${solar}, tức ${lunar}` : lunar;
  }
  const lunar =
    `${date.day === undefined && numbers ? 'month ' : ''}${numbers} ${named}, lunar calendar`.trim();
  return solar ? `${solar} (${lunar})` : lunar;
}

function formatRange(date: PartialDate, language: DateLanguage): string {
  const { earliest, latest } = date;
  if (earliest?.endsWith('-01-01') && latest?.endsWith('-12-31')) {
    const [from, until] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
    if (date.year !== undefined && until - from === 2)
      return `${language === 'vi' ? 'khoảng' : 'about'} ${date.year}`;
    return `${from}–${until}`;
  }
  if (language === 'vi') return date.text;
  if (earliest && latest)
    return `between ${formatDay(earliest, language)} and ${formatDay(latest, language)}`;
  return latest ? `before ${formatDay(latest, language)}` : `after ${formatDay(earliest ?? '', language)}`;
}

/** A partial date as a reader sees it, never more exact than it is; for an unread one the paper's own words. */
export function formatPartialDate(date: PartialDate, language: DateLanguage): string {
  if (date.precision === 'unknown') {
    if (/\p{L}/u.test(date.text)) return language === 'vi' ? date.text : `“${date.text}”`;
    return language === 'vi' ? 'chưa rõ' : 'not known';
  }
  if (date.precision === 'range') return formatRange(date, language);
  if (date.calendar === 'lunar') return formatLunar(date, language);
  if (date.precision === 'day' && date.earliest) return formatDay(date.earliest, language);
  if (date.month === undefined) return String(date.year);
  return language === 'vi'
    ? `${date.month}/${String(date.year)}`
    : `${englishMonths[date.month - 1]!} ${String(date.year)}`;
}
