/** From the report to a final conviction of trafficking: how far a case has come with the defendant furthest on (T34). */
import { rowsBelow } from '../../../../records/content.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent } from '../../../../records/record.ts';
import type { funnelSteps } from '../../../code-lists/counted-proceedings.ts';
import { daysIn, defendantsOf } from './course.ts';
import { convictsOfTrafficking } from './trafficking.ts';

type FunnelStep = (typeof funnelSteps)[number];

const isConvicted = (content: RecordContent, defendant: GroupRow): boolean =>
  rowsBelow(content, 'charge', defendant).some((charge) =>
    rowsBelow(content, 'verdict', charge).some(
      ({ values }) =>
        convictsOfTrafficking(textOf(values, 'verdict'), values, charge) ||
        convictsOfTrafficking(textOf(values, 'final_verdict'), values, charge),
    ),
  );

/** The last step that any defendant has come to; one that was skipped on the way counts as taken. */
export function furthestStep(content: RecordContent, isFinal: (defendant: GroupRow) => boolean): FunnelStep {
  const defendants = defendantsOf(content);
  const has = (entity: string, field: string) =>
    defendants.some((each) => daysIn(content, entity, field, each).length > 0);
  if (defendants.some(isFinal)) return 'final';
  if (defendants.some((each) => isConvicted(content, each))) return 'convicted';
  if (has('trial', 'trial_start')) return 'tried';
  if (has('indictment', 'indictment_date')) return 'indicted';
  return has('investigation', 'investigation_start') ? 'investigated' : 'reported';
}
