/** R46: a case that stays at one stage for long may lack a step. */
import { finding, ref } from '../../../../records/finding.ts';
import { addMonths, dayNumber, isoDay } from '../../../../records/partial-date.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleContext, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { proceedingsAgainst } from '../proceedings.ts';
import { monthsAllowedAt } from './limits.ts';
import { defendantsOf } from './proceedings.ts';

/** Day from which the case has been at its stage: that of the defendant who has been there longest. */
function stageSince(subject: RuleSubject, stage: string): number | undefined {
  const defendants = defendantsOf(subject);
  if (defendants.length === 0) return dayNumber(textOf(subject.values, 'report_date') ?? '');
  const days = defendants.flatMap((defendant) => {
    const last = proceedingsAgainst(subject, defendant).way.at(-1);
    return last?.stage === stage && last.day !== undefined ? [last.day] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

function check(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const stage = textOf(subject.values, 'case_status');
  const today = dayNumber(context.today);
  const months = stage === undefined ? undefined : monthsAllowedAt(stage, context);
  if (stage === undefined || months === undefined || today === undefined) return [];
  const since = stageSince(subject, stage);
  if (since === undefined || today <= addMonths(since, months)) return [];
  const params = { case_status: stage, since: isoDay(since), months };
  return [finding('R46', 'soft', 'long', [ref('case', 'case_status')], params)];
}

export const durationRules: readonly RuleDeclaration[] = [{ id: 'R46', entity: 'case', level: 'soft', check }];
