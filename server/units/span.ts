/** A time in ISO days, both included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * A written period as days: "1968-02" to "1968-03" is 1 February to 31 March. An end that is not written is the end of
 * what was written of the beginning: an open end would put a unit in one place for ever.
 * @param from YYYY, YYYY-MM or YYYY-MM-DD
 */
export function spanOf(from: string, to: string): Span {
  return { from: firstDay(from === '' ? to : from), to: lastDay(to === '' ? from : to) };
}

/** Days between two spans: 0 when they overlap, negative when `span` ends before `asked` begins. */
export function daysFrom(span: Span, asked: Span): number {
  if (span.to < asked.from) return -daysBetween(span.to, asked.from);
  if (span.from > asked.to) return daysBetween(asked.to, span.from);
  return 0;
}

/** An ISO day so many days later, or earlier. */
export function dayShifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
