/** R29: a closed record has no open service and no later date. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { dayNumber } from '../../../../records/partial-date.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { isOpenService } from './assistance.ts';
import { statedDates } from './dates.ts';

function check(subject: RuleSubject): readonly Finding[] {
  const closed = textOf(subject.values, 'closure_date');
  const day = closed === undefined ? undefined : dayNumber(closed);
  if (closed === undefined || day === undefined) return [];
  const at = ref('victim', 'closure_date');
  const open = rowsOf(subject, 'service')
    .filter(isOpenService)
    .map((row) =>
      finding('R29', 'hard', 'open_service', [rowRef('service', row, 'service_end'), at], {
        service_type: textOf(row.values, 'service_type') ?? null,
        closure_date: closed,
      }),
    );
  const later = statedDates(subject)
    .filter((date) => date.earliest > day)
    .map((date) =>
      date.isOfVault
        ? finding('R29', 'hard', 'later_birth', [date.ref, at], { closure_date: closed })
        : finding('R29', 'hard', 'later_date', [date.ref, at], { date: date.text, closure_date: closed }),
    );
  return [...open, ...later];
}

export const closingRules: readonly RuleDeclaration[] = [{ id: 'R29', entity: 'victim', level: 'hard', check }];
