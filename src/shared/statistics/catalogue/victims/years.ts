/** The calendar year in which the period ends, and the four before it. */
import { dayNumber } from '../../../records/partial-date.ts';
import type { Counting, Days } from '../../counting.ts';
import { type Period, yearOf } from '../../period.ts';
import { type Axis, type Line, text } from '../standard-statistic.ts';
import { identifiedOn } from './decided.ts';
import { stageAxis } from './words.ts';

/** The newest one last. */
export const yearsBefore = [4, 3, 2, 1, 0] as const;

/** Key of the line of a year. */
export const yearKey = (before: number): string => `year-${before}`;

const yearLines = yearsBefore.map(
  (before): Line => ({
    key: yearKey(before),
    label: text('lines.year'),
    kind: 'value',
    yearsBefore: before,
  }),
);

export const yearAxis: Axis = stageAxis('year', yearLines);

/** A calendar year; the last one as far as the period goes. */
const daysOfYear =
  (before: number) =>
  (period: Period): Days => {
    const year = yearOf(period) - before;
    const dayOf = (day: string): number => dayNumber(`${year}-${day}`) as number;
    return { fromDay: dayOf('01-01'), toDay: before === 0 ? period.toDay : dayOf('12-31') };
  };

/** Identified victims of each of the years. */
export const identifiedByYear: readonly Counting[] = yearsBefore.map((before) =>
  identifiedOn(yearKey(before), daysOfYear(before)),
);
