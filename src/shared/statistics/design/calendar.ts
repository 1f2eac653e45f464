/** Years, half-years and months by the number of a day, looked up and never calculated twice. */
import { firstCode } from '../store/codebook.ts';

export type CalendarPart = 'year' | 'half' | 'month';

export const isOfCalendar = (by: string): by is CalendarPart => by === 'year' || by === 'half' || by === 'month';

const millisecondsPerDay = 86_400_000;
const firstYear = 1800;
const lastYear = 2199;
/** The first day that the tables know. */
export const firstDay = Date.UTC(firstYear, 0, 1) / millisecondsPerDay;
const monthsOf: Readonly<Record<CalendarPart, number>> = { year: 12, half: 6, month: 1 };

const tables = new Map<CalendarPart, Uint16Array>();

/** Key number by day, counted from `firstDay`; keys begin at `firstCode`. */
export function calendarTable(part: CalendarPart): Uint16Array {
  const known = tables.get(part);
  if (known) return known;
  const end = Date.UTC(lastYear + 1, 0, 1) / millisecondsPerDay;
  const table = new Uint16Array(end - firstDay);
  const step = monthsOf[part];
  for (let month = 0; month < (lastYear - firstYear + 1) * 12; month++) {
    const begins = Date.UTC(firstYear, month, 1) / millisecondsPerDay - firstDay;
    const ends = Date.UTC(firstYear, month + 1, 1) / millisecondsPerDay - firstDay;
    table.fill(firstCode + Math.floor(month / step), begins, ends);
  }
  tables.set(part, table);
  return table;
}

/** One more than the highest key number. */
export const calendarSize = (part: CalendarPart): number =>
  firstCode + ((lastYear - firstYear + 1) * 12) / monthsOf[part];

/** 2025, 2025-H1 or 2025-03, as a key number stands for it. */
export function calendarKey(part: CalendarPart, number: number): string {
  const place = number - firstCode;
  const perYear = 12 / monthsOf[part];
  const year = firstYear + Math.floor(place / perYear);
  const within = (place % perYear) + 1;
  if (part === 'year') return String(year);
  return part === 'half' ? `${year}-H${within}` : `${year}-${String(within).padStart(2, '0')}`;
}
