/** R01: dates lie between 1900 and today, and nobody is registered before the first contact. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { dayInterval } from '../../../../records/partial-date.ts';
import { daysOf, textOf } from '../../../../records/read-value.ts';
import type { FieldRef, Finding, RuleContext, RuleSubject } from '../../../../records/record.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';

export interface StatedDate {
  readonly ref: FieldRef;
  readonly field: string;
  readonly text: string;
  readonly earliest: number;
  readonly latest: number;
}

const dateFields: readonly FieldDeclaration[] = (fields as readonly FieldDeclaration[]).filter(
  ({ type }) => type === 'date' || type === 'partial_date',
);
const firstDay = dayInterval('1900-01-01')?.earliest ?? 0;

/** Every date of the record, its rows and, where it is to be seen, its vault. */
export function statedDates(subject: RuleSubject): readonly StatedDate[] {
  const found: StatedDate[] = [];
  const add = (values: RuleSubject['values'], field: FieldDeclaration, at: FieldRef) => {
    const text = textOf(values, field.id);
    const days = text === undefined ? undefined : dayInterval(text);
    if (text !== undefined && days) found.push({ ref: at, field: field.id, text, ...days });
  };
  for (const field of dateFields) {
    if (field.entity === subject.entity) add(subject.values, field, ref(field.entity, field.id));
    else if (field.entity === `${subject.entity}_identity` && subject.identity) {
      add(subject.identity, field, ref(field.entity, field.id));
    } else {
      for (const row of subject.groups[field.entity] ?? []) add(row.values, field, rowRef(field.entity, row, field.id));
    }
  }
  return found;
}

/** Whether a date stands in the vault: it is named without its value, for findings travel further than the vault. */
export const isOfVault = ({ ref: at }: StatedDate): boolean => at.entity.endsWith('_identity');

function withinCalendar(subject: RuleSubject, { today }: RuleContext): Finding[] {
  const now = dayInterval(today);
  const findings: Finding[] = [];
  const tell = (part: string, date: StatedDate, params: Finding['params']) => {
    const named = isOfVault(date) ? params : { ...params, date: date.text };
    findings.push(finding('R01', 'hard', isOfVault(date) ? `${part}_birth` : part, [date.ref], named));
  };
  for (const date of statedDates(subject)) {
    if (now && date.earliest > now.latest) tell('future', date, { today });
    if (date.latest < firstDay) tell('past', date, {});
  }
  return findings;
}

function registeredAfterContact({ values }: RuleSubject): Finding[] {
  const registered = daysOf(values, 'registration_date');
  const contact = daysOf(values, 'first_contact_date');
  if (!registered || !contact || registered.latest >= contact.earliest) return [];
  return [
    finding('R01', 'hard', 'contact', [ref('victim', 'registration_date'), ref('victim', 'first_contact_date')], {
      registration_date: values['registration_date'] ?? null,
      first_contact_date: values['first_contact_date'] ?? null,
    }),
  ];
}

export const dateRules: readonly RuleDeclaration[] = [
  {
    id: 'R01',
    entity: 'victim',
    level: 'hard',
    check: (subject, context) => [...withinCalendar(subject, context), ...registeredAfterContact(subject)],
  },
  { id: 'R01', entity: 'prevented_case', level: 'hard', check: withinCalendar },
];
