import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthsOfAge, completedYears, possibleAges } from './age.ts';
import {
  addMonths,
  completedMonths,
  dayInterval,
  dayNumber,
  isAtOrBefore,
  isDate,
  isoDay,
  isPartialDate,
  precisionOf,
  statedInterval,
} from './partial-date.ts';

const day = (iso: string) => dayNumber(iso) ?? Number.NaN;
const days = (text: string) => dayInterval(text) ?? { earliest: Number.NaN, latest: Number.NaN };
const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2060-12-31') });

test('only days of the calendar are dates', () => {
  expect(['2024-02-29', '2000-02-29', '2025-12-31'].every(isDate)).toBe(true);
  expect(['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-4-1', '2025', '2025-04'].some(isDate)).toBe(
    false,
  );
  expect(['2025', '2025-04', '2025-04-30'].every(isPartialDate)).toBe(true);
  expect(['25', '2025-4', '2025-04-31', '2025-', ''].some(isPartialDate)).toBe(false);
  expect(['2025', '2025-04', '2025-04-30'].map(precisionOf)).toEqual(['year', 'month', 'day']);
});

test('a partial date stands for every day it may mean', () => {
  expect(days('2024-02')).toEqual({
    earliest: day('2024-02-01'),
    latest: day('2024-02-29'),
  });
  expect(days('2025')).toEqual({
    earliest: day('2025-01-01'),
    latest: day('2025-12-31'),
  });
});

test('days survive the way to a number and back', () => {
  fc.assert(fc.property(anyDay, (number) => day(isoDay(number)) === number));
});

test('an order is broken only where it fails for every possible day', () => {
  expect(isAtOrBefore(days('2025-03'), days('2025'))).toBeUndefined();
  expect(isAtOrBefore(days('2025-03-10'), days('2025-03-10'))).toBe(true);
  expect(isAtOrBefore(days('2025-03'), days('2025-02-28'))).toBe(false);
  expect(isAtOrBefore(days('2024'), days('2025-01'))).toBe(true);
});

test('the ages of a birth stated in part are exactly those of its possible days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2015 }), fc.integer({ min: 1, max: 12 }), anyDay, (year, month, on) => {
      const born = days(`${year}-${String(month).padStart(2, '0')}`);
      fc.pre(on >= born.latest);
      const ages = new Set<number>();
      for (let birth = born.earliest; birth <= born.latest; birth++) ages.add(completedYears(birth, on));
      const { least, most } = possibleAges(born, {
        earliest: on,
        latest: on,
      });
      expect([least, most]).toEqual([Math.min(...ages), Math.max(...ages)]);
    }),
  );
});

test('a person born on 29 February completes a year on 1 March of other years', () => {
  expect(completedYears(day('2004-02-29'), day('2022-02-28'))).toBe(17);
  expect(completedYears(day('2004-02-29'), day('2022-03-01'))).toBe(18);
});

test('the births of an age are all the days that give it and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 }), anyDay, (age, on) => {
      const { earliest, latest } = birthsOfAge(age, on);
      expect(completedYears(earliest, on)).toBe(age);
      expect(completedYears(latest, on)).toBe(age);
      expect(completedYears(earliest - 1, on)).toBe(age + 1);
      expect(completedYears(latest + 1, on)).toBe(age - 1);
    }),
    { numRuns: 2000 },
  );
});

test('months are added to the last day of a shorter month', () => {
  expect(isoDay(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
  expect(isoDay(addMonths(day('2024-11-30'), 24))).toBe('2026-11-30');
});

test('an interval stands for the days from the first of its beginning to the last of its end', () => {
  expect(days('2009-11/2010')).toEqual({ earliest: day('2009-11-01'), latest: day('2010-12-31') });
  expect(precisionOf('2009-11/2010')).toBe('interval');
  expect(['2010/2009', '2009/', '/2009', '2009/2010/2011', '2009-02-30/2010'].some(isPartialDate)).toBe(false);
  expect(isDate('2009/2010')).toBe(false);
});

test('the birthdays of an age lead back to it on the day it was stated', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 110 }), fc.integer({ min: 0, max: 3 }), (on, age, more) => {
      const born = { earliest: birthsOfAge(age + more, on).earliest, latest: birthsOfAge(age, on).latest };
      const stated = dayInterval(statedInterval(born)) ?? born;
      expect(possibleAges(stated, { earliest: on, latest: on })).toEqual({ least: age, most: age + more });
    }),
  );
});

test('months are completed as the calendar counts them', () => {
  expect(completedMonths(day('2025-01-31'), day('2025-02-28'))).toBe(0);
  expect(completedMonths(day('2025-01-31'), day('2025-03-01'))).toBe(1);
  expect(completedMonths(day('2024-05-10'), day('2026-05-10'))).toBe(24);
});
