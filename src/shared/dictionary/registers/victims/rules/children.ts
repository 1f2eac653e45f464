/** R10, R11: a guardian for every child, and for nobody else. */
import { finding, ref } from '../../../../records/finding.ts';
import { dayNumber } from '../../../../records/partial-date.ts';
import { daysOf, isAnswered, textOf } from '../../../../records/read-value.ts';
import { type Finding, isKnown, type RuleContext, type RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { facts } from '../facts.ts';

const daysWithoutGuardian = 7;

function childHasAnswer(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  if (facts.child_at_identification(subject, context) !== true) return [];
  const value = subject.values['guardian_appointed'];
  const at = ref('victim', 'guardian_appointed');
  if (!isAnswered(value)) return [finding('R10', 'hard', 'needed', [at])];
  if (!isKnown(value)) return [finding('R10', 'hard', 'contradicted', [at])];
  const contact = daysOf(subject.values, 'first_contact_date');
  const today = dayNumber(context.today);
  if (value !== 'no' || !contact || today === undefined) return [];
  const days = today - contact.latest;
  if (days < daysWithoutGuardian) return [];
  return [
    finding('R10', 'soft', 'late', [at, ref('victim', 'first_contact_date')], {
      first_contact_date: subject.values['first_contact_date'] ?? null,
      count: days,
    }),
  ];
}

function guardianInTime({ values }: RuleSubject): readonly Finding[] {
  const appointed = daysOf(values, 'guardian_date');
  const contact = daysOf(values, 'first_contact_date');
  if (!appointed || !contact || appointed.latest >= contact.earliest) return [];
  return [
    finding('R11', 'hard', 'early', [ref('victim', 'guardian_date'), ref('victim', 'first_contact_date')], {
      guardian_date: values['guardian_date'] ?? null,
      first_contact_date: values['first_contact_date'] ?? null,
    }),
  ];
}

function noGuardianForAdult(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  if (facts.child_at_identification(subject, context) !== false) return [];
  return ['guardian_appointed', 'guardian_date']
    .filter((field) => isKnown(subject.values[field]))
    .map((field) =>
      finding('R11', 'hard', 'adult', [ref('victim', field), ref('victim', 'age_at_identification')], {
        age_group: textOf(subject.values, 'age_group') ?? null,
      }),
    );
}

export const childRules: readonly RuleDeclaration[] = [
  { id: 'R10', entity: 'victim', level: 'hard', waits: ['needed'], check: childHasAnswer },
  {
    id: 'R11',
    entity: 'victim',
    level: 'hard',
    check: (subject, context) => [...guardianInTime(subject), ...noGuardianForAdult(subject, context)],
  },
];
