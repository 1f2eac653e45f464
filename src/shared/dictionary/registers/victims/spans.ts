/** Ages and durations of a registration, as intervals wherever a date is known in part. */
import { possibleAges } from '../../../records/age.ts';
import { type DayInterval, dayInterval, lengthBetween } from '../../../records/partial-date.ts';
import { daysOf, rowsOf } from '../../../records/read-value.ts';
import type { FieldRef, RuleSubject, Values } from '../../../records/record.ts';
import type { Span } from '../../vocabulary.ts';
import { ageReference, possibleBirth } from './age.ts';

/** Durations between two dates of the record or of one row, shown under the later one. */
const durations = [
  { entity: 'victim', from: 'first_contact_date', to: 'identification_date', unit: 'days' },
  { entity: 'victim', from: 'first_contact_date', to: 'guardian_date', unit: 'days' },
  { entity: 'exploitation', from: 'exploitation_start', to: 'exploitation_end', unit: 'months' },
  { entity: 'service', from: 'service_start', to: 'service_end', unit: 'days' },
] as const;

/** Every age and duration that the dates allow to be reckoned; one that would end before it begins is left to the rules. */
export function spans(subject: RuleSubject): readonly Span[] {
  if (subject.entity !== 'victim') return [];
  const found = durations.flatMap(({ entity, from, to, unit }) => {
    const places: readonly { readonly values: Values; readonly row?: string }[] =
      entity === 'victim'
        ? [{ values: subject.values }]
        : rowsOf(subject, entity).map(({ id, values }) => ({ values, row: id }));
    return places.flatMap(({ values, row }) => {
      const at = { entity, field: to, ...(row === undefined ? {} : { row }) };
      const between = lengthBetween(daysOf(values, from), daysOf(values, to), unit);
      return between ? [{ at, unit, ...between }] : [];
    });
  });
  return [...found, ...ages(subject)];
}

function ages(subject: RuleSubject): Span[] {
  const birth = possibleBirth(subject);
  const reference = ageReference(subject.values);
  const days: readonly (readonly [string, DayInterval | undefined])[] = [
    ['age_at_identification', reference && dayInterval(reference.day)],
    ['age_at_recruitment', daysOf(subject.values, 'recruitment_date')],
  ];
  return days.flatMap(([field, on]) => {
    if (!birth || !on || on.latest < birth.earliest) return [];
    const at: FieldRef = { entity: 'victim', field };
    const { least, most } = possibleAges(birth, on);
    // One age needs no range: it stands in the field.
    return least === most ? [] : [{ at, unit: 'years', least, most }];
  });
}
