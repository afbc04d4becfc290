import type { PartialDate } from '../../../server/dates/contract.ts';
import type { Reader } from '../reader.ts';

/** YYYY, YYYY-MM or YYYY-MM-DD as a date that is no more exact than it is. */
function writtenDate(written: string): PartialDate {
  const [year, month, day] = written.split('-').map(Number);
  return {
    text: written,
    calendar: 'solar',
    precision: day ? 'day' : month ? 'month' : 'year',
    earliest: written,
    latest: written,
    ...(year ? { year } : {}),
    ...(month ? { month } : {}),
    ...(day ? { day } : {}),
  };
}

/** "1/1968 đến 6/1968", "từ 1965", "đến 1975"; "" when neither end is known. */
export function periodWords({ t, date }: Reader, from: string, to: string): string {
  if (from !== '' && from === to) return date(writtenDate(from));
  if (from !== '' && to !== '')
    return t('period.both', { from: date(writtenDate(from)), to: date(writtenDate(to)) });
  if (from !== '') return t('period.from', { from: date(writtenDate(from)) });
  return to === '' ? '' : t('period.to', { to: date(writtenDate(to)) });
}
