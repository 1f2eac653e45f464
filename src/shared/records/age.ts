/** Ages in completed years, as intervals wherever a date is not exact. */
import { addYears, type DatePrecision, type DayInterval, dayInterval, yearOfDay } from './partial-date.ts';

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

/** The calendar year in which all days of an interval lie. */
export function yearOf({ earliest, latest }: DayInterval): number | undefined {
  const [first, last] = [earliest, latest].map(yearOfDay);
  return first === last ? first : undefined;
}

/** The days of a year, as a year of birth is stated; undefined where the calendar has no such year. */
export const daysOfYear = (year: number): DayInterval | undefined => dayInterval(String(year).padStart(4, '0'));

/**
 * Possible ages on a day by an age stated for it and a year of birth. A stated age that the year allows wins; otherwise
 * all ages from the lower to the higher of the two count as possible.
 */
export function statedAges(
  age: number | undefined,
  year: number | undefined,
  on: DayInterval | undefined,
): AgeInterval | undefined {
  const born = year === undefined ? undefined : daysOfYear(year);
  const byYear = on && born ? possibleAges(born, on) : undefined;
  if (age === undefined) return byYear;
  if (!byYear || (age >= byYear.least && age <= byYear.most)) return { least: age, most: age };
  return { least: Math.min(age, byYear.least), most: Math.max(age, byYear.most) };
}

/**
 * A birth date known in part leaves the age to the officer, unless it allows one age only. Of an age that was
 * stated as about so many years the middle is taken, and the least where somebody possibly under 18 is among them.
 */
export function ageAmong({ least, most }: AgeInterval, precision: DatePrecision | undefined): number | undefined {
  if (least === most) return least;
  if (precision !== 'interval') return undefined;
  return least < adultAge && most >= adultAge ? least : Math.floor((least + most) / 2);
}

const bands = [
  { code: 'a0_11', from: 0, to: 11 },
  { code: 'a12_14', from: 12, to: 14 },
  { code: 'a15_17', from: 15, to: 17 },
  { code: 'a18_24', from: 18, to: 24 },
  { code: 'a25_34', from: 25, to: 34 },
  { code: 'a35_49', from: 35, to: 49 },
  { code: 'a50_plus', from: 50, to: Number.POSITIVE_INFINITY },
] as const;

const bandOf = (age: number) => bands.find((band) => age >= band.from && age <= band.to)?.code;

/** Code of AGEGRP for somebody of one of these ages: a child where possibly under 18, in a band where they allow one. */
export function ageGroupOf(ages: AgeInterval | undefined): string {
  if (!ages) return 'unknown';
  if (ages.least >= adultAge) {
    return bandOf(ages.least) === bandOf(ages.most) ? (bandOf(ages.least) ?? 'unknown') : 'adult_age_unknown';
  }
  const band = bandOf(ages.least);
  return band === bandOf(Math.min(ages.most, adultAge - 1)) ? (band ?? 'unknown') : 'child_age_unknown';
}
