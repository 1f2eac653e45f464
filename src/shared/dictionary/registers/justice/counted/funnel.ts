/** From the report to a final conviction of trafficking: how far a case has come with the defendant furthest on (T34). */
import { rowsBelow, rowsOf } from '../../../../records/content.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import type { funnelSteps } from '../../../code-lists/counted-proceedings.ts';
import { verdictsOn } from '../of-defendant.ts';
import { daysIn, defendantsOf } from './course.ts';
import { convictsOfTrafficking, dayOf } from './trafficking.ts';

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
  if (defendants.some(isFinal)) return 'final';
  if (defendants.some((each) => isConvicted(content, each))) return 'convicted';
  if (defendants.some((each) => isTried(content, each))) return 'tried';
  if (defendants.some((each) => daysIn(content, 'indictment', 'indictment_date', each).length > 0)) return 'indicted';
  return rowsOf(content, 'investigation').some(({ values }) => isOpened(values)) ? 'investigated' : 'reported';
}

/** An investigation that was closed has begun, on whatever day. */
export const isOpened = (investigation: Values): boolean =>
  dayOf(investigation, 'investigation_start') !== undefined || dayOf(investigation, 'investigation_end') !== undefined;

/** A hearing, or a verdict, which there is only after one. */
const isTried = (content: RecordContent, defendant: GroupRow): boolean =>
  daysIn(content, 'trial', 'trial_start', defendant).length > 0 ||
  verdictsOn(content, defendant).some(({ values }) =>
    ['verdict', 'verdict_date', 'final_date'].some((field) => textOf(values, field) !== undefined),
  );
