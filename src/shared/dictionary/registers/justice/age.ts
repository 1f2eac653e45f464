/** Age of a defendant at the offence, and what of a birth date may stand outside the vault. */
import { type AgeInterval, ageAmong, ageGroupOf, possibleAges, statedAges, yearOf } from '../../../records/age.ts';
import { type DayInterval, dayInterval, precisionOf } from '../../../records/partial-date.ts';
import { daysOf, markerOf, numberOf, textOf } from '../../../records/read-value.ts';
import type { FieldValue, Values } from '../../../records/record.ts';

/** Dates on which the age at the offence is taken: its first day, else the day of the report, before which it began. */
export const offenceDays = ['offence_start', 'report_date'] as const;

/** The days that the first of them which is known may mean. */
export function dayOfOffence(values: Values): DayInterval | undefined {
  for (const field of offenceDays) {
    const days = daysOf(values, field);
    if (days) return days;
  }
  return undefined;
}

/**
 * Year of birth, age and age group of a natural person, in the row of the defendant. `vault` holds the identity of that
 * person; undefined where this session may not see it: year and age then stay as they were set.
 */
export function withAge(defendant: Values, offence: DayInterval | undefined, vault: Values | undefined): Values {
  const birth = vault && textOf(vault, 'def_birth_date');
  const born = birth === undefined ? undefined : dayInterval(birth);
  const ages = born && offence && offence.latest >= born.earliest ? possibleAges(born, offence) : undefined;
  const values: Record<string, FieldValue> = { ...defendant };
  const set = (field: string, value: number | undefined) => {
    if (value !== undefined && markerOf(values[field]) !== 'withheld') values[field] = value;
  };
  if (born) set('def_birth_year', yearOf(born));
  if (birth !== undefined && ages) set('def_age_at_offence', ageToSet(values, ages, birth));
  values['def_age_group'] = groupOf(values, offence, ages) ?? groupWithoutAge(values, vault);
  return values;
}

/** What is entered stays where the birth allows it. Else the least of at most two: in doubt, the person was younger. */
function ageToSet(values: Values, ages: AgeInterval, birth: string): number | undefined {
  const stated = numberOf(values, 'def_age_at_offence');
  if (stated !== undefined && stated >= ages.least && stated <= ages.most) return stated;
  return ages.most - ages.least <= 1 ? ages.least : ageAmong(ages, precisionOf(birth));
}

/** By what stands outside the vault, so that everybody sees the same group; by the birth date where that says nothing. */
function groupOf(values: Values, offence: DayInterval | undefined, ages: AgeInterval | undefined): string | undefined {
  const stated = statedAges(numberOf(values, 'def_age_at_offence'), numberOf(values, 'def_birth_year'), offence);
  const known = stated ?? ages;
  return known && ageGroupOf(known);
}

// Set earlier from a birth date that this session may not see.
function groupWithoutAge(values: Values, vault: Values | undefined): string {
  const stored = vault === undefined ? textOf(values, 'def_age_group') : undefined;
  return stored ?? ageGroupOf(undefined);
}
