import type { Language } from '../http/language.ts';
import type { PartialDate } from './contract.ts';
import { deathDay, nextDeathDay } from './lunar.ts';

/**
 * Ngày giỗ as a dossier shows it; undefined when the very day of death is not known.
 * @param now the moment in question; the day is Vietnam's (UTC+7), wherever the server stands
 */
export function anniversaryOf(death: PartialDate, language: Language, now = new Date()) {
  const found = deathDay(death);
  if (found === undefined) return undefined;
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const { day, month, fromLeapMonth, yearName } = found;
  const text =
    language === 'vi'
      ? `ngày ${day} tháng ${month}${fromLeapMonth ? ' nhuận' : ''} năm ${yearName} (âm lịch)`
      : `day ${day} of ${fromLeapMonth ? 'leap ' : ''}month ${month}, year ${yearName} (lunar calendar)`;
  return { day, month, leap: fromLeapMonth, text, next: nextDeathDay(found, today).date };
}
