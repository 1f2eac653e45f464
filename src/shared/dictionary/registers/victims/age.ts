/**
 * Age and childhood in the victims register. A person counts as a child wherever she was possibly under 18;
 * ages are intervals wherever the birth is known in part only.
 */
import { type AgeInterval, adultAge, birthsOfAge, possibleAges } from '../../../records/age.ts';
import { type DayInterval, dayInterval, intersect } from '../../../records/partial-date.ts';
import { daysOf, numberOf, textOf } from '../../../records/read-value.ts';
import type { RecordContent, RuleSubject, Values } from '../../../records/record.ts';

const bands = [
  { code: 'a0_11', from: 0, to: 11 },
  { code: 'a12_14', from: 12, to: 14 },
  { code: 'a15_17', from: 15, to: 17 },
  { code: 'a18_24', from: 18, to: 24 },
  { code: 'a25_34', from: 25, to: 34 },
  { code: 'a35_49', from: 35, to: 49 },
  { code: 'a50_plus', from: 50, to: Number.POSITIVE_INFINITY },
] as const;

const childGroups = ['a0_11', 'a12_14', 'a15_17', 'child_age_unknown'];

const bandOf = (age: number) => bands.find((band) => age >= band.from && age <= band.to)?.code;

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
  return year === undefined ? undefined : dayInterval(String(year).padStart(4, '0'));
}

/** Possible ages on the reference day, from what stands outside the vault, so that everybody sees the same group. */
export function agesAtIdentification(values: Values): AgeInterval | undefined {
  const stated = numberOf(values, 'age_at_identification');
  const reference = ageReference(values);
  const year = numberOf(values, 'birth_year');
  const day = reference && dayInterval(reference.day);
  const born = year === undefined ? undefined : dayInterval(String(year).padStart(4, '0'));
  const byYear = day && born ? possibleAges(born, day) : undefined;
  if (stated === undefined) return byYear;
  if (!byYear || (stated >= byYear.least && stated <= byYear.most)) return { least: stated, most: stated };
  return {
    least: Math.min(stated, byYear.least),
    most: Math.max(stated, byYear.most),
  };
}

/** Code of AGEGRP: a child where possibly under 18 or presumed to be one, in a band where the possible ages allow one. */
export function ageGroup(values: Values, ages: AgeInterval | undefined = agesAtIdentification(values)): string {
  const presumedChild = textOf(values, 'age_basis') === 'presumed_child';
  if (!ages) return presumedChild ? 'child_age_unknown' : 'unknown';
  if (ages.least >= adultAge) {
    if (presumedChild) return 'child_age_unknown';
    return bandOf(ages.least) === bandOf(ages.most) ? (bandOf(ages.least) ?? 'unknown') : 'adult_age_unknown';
  }
  const band = bandOf(ages.least);
  return band === bandOf(Math.min(ages.most, adultAge - 1)) ? (band ?? 'unknown') : 'child_age_unknown';
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
