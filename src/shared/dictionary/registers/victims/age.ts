/**
 * Age and childhood in the victims register. A person counts as a child wherever she was possibly under 18;
 * ages are intervals wherever the birth is known in part only.
 */
import { type AgeInterval, adultAge, ageGroupOf, birthsOfAge, daysOfYear, statedAges } from '../../../records/age.ts';
import { type DayInterval, dayInterval, intersect } from '../../../records/partial-date.ts';
import { daysOf, numberOf, textOf } from '../../../records/read-value.ts';
import type { RecordContent, RuleSubject, Values } from '../../../records/record.ts';

const childGroups = ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'];

/** Days on which the age at identification is taken: identification, else first contact, else registration. */
export const ageReferenceFields = ['identification_date', 'first_contact_date', 'registration_date'] as const;

/** The field whose day the age at identification is taken on. */
export function ageReference(values: Values): { readonly field: string; readonly day: string } | undefined {
  for (const field of ageReferenceFields) {
    const day = textOf(values, field);
    if (day !== undefined && dayInterval(day)) return { field, day };
  }
  return undefined;
}

/** The days on which the person may be born by her birth date or, where that is not to be seen, her year of birth. */
export function statedBirth(subject: RuleSubject): DayInterval | undefined {
  const exact = subject.identity && daysOf(subject.identity, 'date_of_birth');
  if (exact) return exact;
  const year = numberOf(subject.values, 'birth_year');
  return year === undefined ? undefined : daysOfYear(year);
}

/** Possible ages on the reference day, from what stands outside the vault, so that everybody sees the same group. */
export function agesAtIdentification(values: Values): AgeInterval | undefined {
  const reference = ageReference(values);
  return statedAges(
    numberOf(values, 'age_at_identification'),
    numberOf(values, 'birth_year'),
    reference && dayInterval(reference.day),
  );
}

/** Code of AGEGRP: a child where possibly under 18 or presumed to be one, in a band where the possible ages allow one. */
export function ageGroup(values: Values, ages: AgeInterval | undefined = agesAtIdentification(values)): string {
  const presumedChild = textOf(values, 'age_basis') === 'presumed_child';
  return presumedChild && (!ages || ages.least >= adultAge) ? 'child_age_unknown' : ageGroupOf(ages);
}

/** Whether a code of AGEGRP is of a child; undefined where the age is not known at all. */
export function isChildGroup(group: string | undefined): boolean | undefined {
  if (group === undefined || group === 'unknown') return undefined;
  return childGroups.includes(group);
}

/** The days on which the person may be born by all that is known: birth date, else age and year of birth together. */
export function possibleBirth(subject: RuleSubject): DayInterval | undefined {
  const stated = statedBirth(subject);
  if (subject.identity && daysOf(subject.identity, 'date_of_birth')) return stated;
  const age = numberOf(subject.values, 'age_at_identification');
  const reference = ageReference(subject.values);
  const day = reference && dayInterval(reference.day);
  if (age === undefined || !day) return stated;
  const byAge = birthsOfAge(age, day.earliest);
  return stated ? (intersect(byAge, stated) ?? hull(byAge, stated)) : byAge;
}

const hull = (a: DayInterval, b: DayInterval): DayInterval => ({
  earliest: Math.min(a.earliest, b.earliest),
  latest: Math.max(a.latest, b.latest),
});

/** First days the trafficking may have begun on: recruitment, else the earliest exploitation; undefined where unknown. */
export function beginOfTrafficking(content: RecordContent): DayInterval | undefined {
  const recruited = daysOf(content.values, 'recruitment_date');
  if (recruited) return recruited;
  let begin: DayInterval | undefined;
  for (const row of content.groups['exploitation'] ?? []) {
    const start = daysOf(row.values, 'exploitation_start');
    if (start && (!begin || start.earliest < begin.earliest)) begin = start;
  }
  return begin;
}
