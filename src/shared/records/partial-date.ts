/**
 * Dates that may be a year, a month or a day (YYYY, YYYY-MM, YYYY-MM-DD), or lie between two of these (written
 * 2009-11-27/2010-11-26: ISO 8601-2, the interval of EDTF level 0), handled as the interval of days they may mean.
 * Days are numbers (days since 1 January 1970), so that comparing is arithmetic and the local clock plays no part.
 */

/** First and last day, both possible, that a stated date may mean. */
export interface DayInterval {
  readonly earliest: number;
  readonly latest: number;
}

export type DatePrecision = 'year' | 'month' | 'day' | 'interval';

const millisecondsPerDay = 86_400_000;
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / millisecondsPerDay;

function partsOf(text: string): DateParts | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (year < 100) return undefined;
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day >= 1 && (day <= 28 || day <= daysInMonth(year, month)) ? { year, month, day } : undefined;
}

/** True for a day of the calendar written YYYY-MM-DD; 30 February is none. */
export function isDate(text: string): boolean {
  return text.length === 10 && partsOf(text) !== undefined;
}

/** Between the two ends of an interval. */
export const intervalSign = '/';

/** The two ends of an interval as they are stated; undefined where the text is none. */
export function endsOf(text: string): readonly [string, string] | undefined {
  // Nearly every date is none.
  if (!text.includes(intervalSign)) return undefined;
  const [from, to, ...more] = text.split(intervalSign);
  return from !== undefined && to !== undefined && more.length === 0 ? [from, to] : undefined;
}

/** True for YYYY, YYYY-MM, YYYY-MM-DD or an interval of these that the calendar knows. */
export function isPartialDate(text: string): boolean {
  return dayInterval(text) !== undefined;
}

/** How exactly a date is stated; undefined where the text is no date. */
export function precisionOf(text: string): DatePrecision | undefined {
  if (endsOf(text)) return isPartialDate(text) ? 'interval' : undefined;
  const parts = partsOf(text);
  if (!parts) return undefined;
  return parts.month === undefined ? 'year' : parts.day === undefined ? 'month' : 'day';
}

/** The days a stated date may mean; undefined where the text is no date. */
export function dayInterval(text: string): DayInterval | undefined {
  const ends = endsOf(text);
  if (!ends) return daysStated(text);
  const [from, to] = [daysStated(ends[0]), daysStated(ends[1])];
  return from && to && from.earliest <= to.latest ? { earliest: from.earliest, latest: to.latest } : undefined;
}

function daysStated(text: string): DayInterval | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  if (month === undefined) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
  if (day === undefined)
    return {
      earliest: dayOf(year, month, 1),
      latest: dayOf(year, month, daysInMonth(year, month)),
    };
  const exact = dayOf(year, month, day);
  return { earliest: exact, latest: exact };
}

/** Number of a day written YYYY-MM-DD; undefined where the text is no such day. */
export function dayNumber(text: string): number | undefined {
  return isDate(text) ? dayInterval(text)?.earliest : undefined;
}

/** The day of a number, as YYYY-MM-DD. */
export function isoDay(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The calendar year of the day of a number. */
export const yearOfDay = (day: number): number => new Date(day * millisecondsPerDay).getUTCFullYear();

/** An interval of days as it is stored; a single day as that day. */
export function statedInterval({ earliest, latest }: DayInterval): string {
  return earliest === latest ? isoDay(earliest) : `${isoDay(earliest)}${intervalSign}${isoDay(latest)}`;
}

/** The day so many calendar years later; 29 February becomes 1 March where the year has none. */
export function addYears(day: number, years: number): number {
  const date = new Date(day * millisecondsPerDay);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / millisecondsPerDay;
}

/** The day so many calendar months later, or the last day of that month where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * millisecondsPerDay);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const length = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return first.getTime() / millisecondsPerDay + Math.min(date.getUTCDate(), length) - 1;
}

/** Whether a is at or before b: true or false where every possible day says so, else undefined. */
export function isAtOrBefore(a: DayInterval, b: DayInterval): boolean | undefined {
  if (a.latest <= b.earliest) return true;
  return a.earliest > b.latest ? false : undefined;
}

/** Whether a is before b: true or false where every possible day says so, else undefined. */
export function isBefore(a: DayInterval, b: DayInterval): boolean | undefined {
  if (a.latest < b.earliest) return true;
  return a.earliest >= b.latest ? false : undefined;
}

/** The days that both intervals allow; undefined where they exclude each other. */
export function intersect(a: DayInterval, b: DayInterval): DayInterval | undefined {
  const earliest = Math.max(a.earliest, b.earliest);
  const latest = Math.min(a.latest, b.latest);
  return earliest <= latest ? { earliest, latest } : undefined;
}

/** Completed months from one day to another; 31 January to 28 February is none, to 1 March one. */
export function completedMonths(from: number, to: number): number {
  const [a, b] = [new Date(from * millisecondsPerDay), new Date(to * millisecondsPerDay)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
}

/** Least and greatest length from a day of `from` to a day of `to`, never below zero; none where it would end before. */
export function lengthBetween(
  from: DayInterval | undefined,
  to: DayInterval | undefined,
  unit: 'days' | 'months',
): { readonly least: number; readonly most: number } | undefined {
  if (!from || !to || to.latest < from.earliest) return undefined;
  const length = (first: number, last: number) =>
    Math.max(0, unit === 'days' ? last - first : completedMonths(first, last));
  return { least: length(from.latest, to.earliest), most: length(from.earliest, to.latest) };
}
