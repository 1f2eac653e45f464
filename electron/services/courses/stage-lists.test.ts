import { expect, test } from 'vitest';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { isBeyondLimit } from '#shared/dictionary/registers/justice/stage-age.ts';
import { addMonths, completedMonths, dayNumber, isoDay } from '#shared/records/partial-date.ts';
import { ageClasses, type Filters, lastDayOfAge, stageLists } from './stage-lists.ts';

const day = (text: string): number => dayNumber(text) as number;
const course = justice.courses?.['case'];
if (!course) throw new Error('cases have a course');

/** Whether a record that stands there since that day is in a list. */
const holds = (filters: Filters | null | undefined, since: number): boolean =>
  (filters ?? []).every((filter) => {
    if (filter.kind !== 'period') return filter.kind === 'codes';
    const text = isoDay(since);
    return (filter.from === null || text >= filter.from) && (filter.to === null || text <= filter.to);
  });

const days = ['2026-02-28', '2024-02-29', '2026-03-01', '2026-05-31', '2026-11-26', '2026-01-31'];

test('every day of the last years falls into exactly one class, by the months completed since', () => {
  for (const today of days.map(day)) {
    const lists = stageLists(course, today, {})[0];
    for (let since = today - 900; since <= today; since += 1) {
      const within = lists?.since.flatMap((filters, at) => (holds(filters, since) ? [at] : []));
      const months = ageClasses.findLastIndex((from) => addMonths(since, from) <= today);
      expect(within, `${isoDay(since)} on ${isoDay(today)}`).toEqual([months]);
    }
  }
});

test('a list of overdue records holds exactly those that R46 speaks of', () => {
  for (const context of [{}, { limits: { investigationMonths: 7, trialMonths: 11 } }]) {
    for (const today of days.map(day)) {
      for (const { stage, overdue } of stageLists(course, today, context)) {
        if (stage === null || overdue === null) continue;
        for (let since = today - 900; since <= today; since += 1) {
          const isLong = isBeyondLimit(stage, since, today, context);
          expect(holds(overdue, since), `${stage} ${isoDay(since)}`).toBe(isLong);
        }
      }
    }
  }
});

test('the last day of an age is the last one on which it is reached', () => {
  expect(isoDay(lastDayOfAge(3, day('2026-02-28')))).toBe('2025-11-30');
  expect(isoDay(lastDayOfAge(3, day('2026-05-31')))).toBe('2026-02-28');
  expect(completedMonths(lastDayOfAge(24, day('2026-11-26')), day('2026-11-26'))).toBe(24);
});
