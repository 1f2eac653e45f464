/** Periods of statistics: a calendar year, a half-year, or free days from and to, both included. */
import { AppError } from '../contract/errors.ts';
import { dayNumber } from '../records/partial-date.ts';

export interface Period {
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** As asked: 2025, 2025-H1, 2025-03-01..2025-09-30. */
  readonly text: string;
  readonly fromDay: number;
  readonly toDay: number;
}

const yearOrHalf = /^(\d{4})(?:-H([12]))?$/;
const free = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** The days that a period stands for; NO_PERIOD where it names no days of the calendar or ends before it begins. */
export function parsePeriod(text: string): Period {
  const [from, to] = boundsOf(text);
  const fromDay = dayNumber(from);
  const toDay = dayNumber(to);
  if (fromDay === undefined || toDay === undefined || toDay < fromDay)
    throw new AppError('NO_PERIOD', { period: text });
  return { from, to, text, fromDay, toDay };
}

function boundsOf(text: string): readonly [string, string] {
  const [, year, half] = yearOrHalf.exec(text) ?? [];
  if (year !== undefined) {
    return [`${year}-${half === '2' ? '07-01' : '01-01'}`, `${year}-${half === '1' ? '06-30' : '12-31'}`];
  }
  const [, from, to] = free.exec(text) ?? [];
  if (from === undefined || to === undefined) throw new AppError('NO_PERIOD', { period: text });
  return [from, to];
}

/** The calendar year in which the period ends. */
export const yearOf = ({ to }: Pick<Period, 'to'>): number => Number(to.slice(0, 4));

/** The last year that is over, the one mostly asked for: its tables no longer change by what happens today. */
export const usualYear = (today: Date): number => today.getFullYear() - 1;
