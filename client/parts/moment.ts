import type { Language } from '../i18n/t.ts';

const forms = (language: Language) =>
  new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZone: 'Asia/Ho_Chi_Minh',
  });

/** "24/11/2026 14:05:09", Vietnam's time wherever it is read. @param iso a moment */
export function momentWords(language: Language, iso: string): string {
  const parts = new Map(
    forms(language)
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('day')}/${of('month')}/${of('year')} ${of('hour')}:${of('minute')}:${of('second')}`;
}
