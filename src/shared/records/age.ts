/** Ages in completed years, as intervals wherever a date is not exact. */
import { addYears, type DayInterval, yearOfDay } from './partial-date.ts';

/** Least and greatest possible age in completed years. */
export interface AgeInterval {
  readonly least: number;
  readonly most: number;
}

/** Under this age a person is a child: UN Convention on the Rights of the Child art. 1, Palermo Protocol art. 3(d). */
export const adultAge = 18;

/** Completed years of somebody born on one day at another; born on 29 February counts from 1 March in other years. */
export function completedYears(birth: number, day: number): number {
  const guess = yearOfDay(day) - yearOfDay(birth);
  return addYears(birth, guess) <= day ? guess : guess - 1;
}

/** The ages possible on a day of `on` for somebody born on a day of `birth`; never below zero. */
export function possibleAges(birth: DayInterval, on: DayInterval): AgeInterval {
  const least = Math.max(0, completedYears(birth.latest, on.earliest));
  return {
    least,
    most: Math.max(least, completedYears(birth.earliest, on.latest)),
  };
}

/** The days of birth of somebody who has completed so many years on a day. */
export function birthsOfAge(age: number, day: number): DayInterval {
  const earliest = addYears(day, -age - 1) + 1;
  // Born on 29 February, somebody completes a year on 1 March: the borders are found by asking, not by counting back.
  const first = completedYears(earliest - 1, day) === age ? earliest - 1 : earliest;
  const last = addYears(day, -age);
  return {
    earliest: completedYears(first, day) === age ? first : first + 1,
    latest: completedYears(last, day) === age ? last : last - 1,
  };
}
