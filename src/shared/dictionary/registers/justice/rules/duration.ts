/** R46: a case that stays at one stage for long may lack a step. */
import { finding, ref } from '../../../../records/finding.ts';
import { dayNumber, isoDay } from '../../../../records/partial-date.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleContext, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { proceedingsAgainst } from '../proceedings.ts';
import { isBeyondLimit, stageSince } from '../stage-age.ts';
import { monthsAllowedAt } from './limits.ts';
import { defendantsOf } from './proceedings.ts';

function check(subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const stage = textOf(subject.values, 'case_status');
  const today = dayNumber(context.today);
  const months = stage === undefined ? undefined : monthsAllowedAt(stage, context);
  if (stage === undefined || months === undefined || today === undefined) return [];
  const against = defendantsOf(subject).map((defendant) => proceedingsAgainst(subject, defendant));
  const since = stageSince(stage, against, dayNumber(textOf(subject.values, 'report_date') ?? ''));
  if (since === undefined || !isBeyondLimit(stage, since, today, context)) return [];
  const params = { case_status: stage, since: isoDay(since), months };
  return [finding('R46', 'soft', 'long', [ref('case', 'case_status')], params)];
}

export const durationRules: readonly RuleDeclaration[] = [{ id: 'R46', entity: 'case', level: 'soft', check }];
