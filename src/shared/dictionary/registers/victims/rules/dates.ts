/** R01: dates lie between 1900 and today, and nobody is registered before the first contact. */
import { finding, ref } from '../../../../records/finding.ts';
import { daysOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import { datesOf, withinCalendar } from '../../../shared-rules/calendar.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { entities } from '../entities.ts';
import { fields } from '../fields.ts';

/** Every date of the record, its rows and, where it is to be seen, its vault. */
export const statedDates = datesOf({ entities, fields });

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
    check: (subject, context) => [...withinCalendar(statedDates(subject), context), ...registeredAfterContact(subject)],
  },
  {
    id: 'R01',
    entity: 'prevented_case',
    level: 'hard',
    check: (subject, context) => withinCalendar(statedDates(subject), context),
  },
];
