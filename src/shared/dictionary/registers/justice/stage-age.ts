/** How long proceedings have been at one stage, and when that is long (R46). */
import { addMonths } from '../../../records/partial-date.ts';
import type { RuleContext } from '../../../records/record.ts';
import type { Proceedings } from './proceedings.ts';
import { monthsAllowedAt } from './rules/limits.ts';

/**
 * Day from which a case has been at its stage: that of the defendant who has been there longest; without defendants, that
 * of the report. Undefined where it is not known.
 */
export function stageSince(
  stage: string,
  against: readonly Pick<Proceedings, 'way'>[],
  reported: number | undefined,
): number | undefined {
  if (against.length === 0) return reported;
  const days = against.flatMap(({ way }) => {
    const last = way.at(-1);
    return last?.stage === stage && last.day !== undefined ? [last.day] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** Whether a day lies more months after another than a stage may take. */
export function isBeyondLimit(
  stage: string,
  since: number,
  day: number,
  context: Pick<RuleContext, 'limits'>,
): boolean {
  const months = monthsAllowedAt(stage, context);
  return months !== undefined && day > addMonths(since, months);
}
