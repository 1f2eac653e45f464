/** R02: the age agrees with the birth date. */
import { possibleAges } from '../../../../records/age.ts';
import { finding, ref } from '../../../../records/finding.ts';
import { dayInterval, precisionOf } from '../../../../records/partial-date.ts';
import { numberOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { ageReference, statedBirth } from '../age.ts';

// "Must agree within 1 year when the birth date is partial."
const tolerance = 1;

function check(subject: RuleSubject): readonly Finding[] {
  const age = numberOf(subject.values, 'age_at_identification');
  const reference = ageReference(subject.values);
  const day = reference && dayInterval(reference.day);
  const born = statedBirth(subject);
  if (age === undefined || !reference || !day || !born || day.latest < born.earliest) return [];
  const ages = possibleAges(born, day);
  const typed = subject.identity && textOf(subject.identity, 'date_of_birth');
  const isExact = typed !== undefined && precisionOf(typed) === 'day';
  const allowed = isExact ? 0 : tolerance;
  if (age >= ages.least - allowed && age <= ages.most + allowed) return [];
  const params = { age_at_identification: age, reference_day: reference.day, least: ages.least, most: ages.most };
  const fields = [ref('victim', 'age_at_identification'), ref('victim', reference.field)];
  if (!typed) return [finding('R02', 'hard', 'year', [...fields, ref('victim', 'birth_year')], params)];
  return [
    finding('R02', 'hard', isExact ? 'exact' : 'partial', [...fields, ref('victim_identity', 'date_of_birth')], params),
  ];
}

export const ageRules: readonly RuleDeclaration[] = [{ id: 'R02', entity: 'victim', level: 'hard', check }];
