/** R01: dates lie between 1900 and today. */
import { datesOf, withinCalendar } from '../../../shared-rules/calendar.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { entities } from '../entities.ts';
import { fields } from '../fields.ts';

/** Every date of the case, its rows and, where they are to be seen, its vaults. */
export const statedDates = datesOf({ entities, fields });

export const dateRules: readonly RuleDeclaration[] = [
  {
    id: 'R01',
    entity: 'case',
    level: 'hard',
    check: (subject, context) => withinCalendar(statedDates(subject), context),
  },
];
