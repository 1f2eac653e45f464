/** From the report to a final conviction of trafficking: how far a case has come with the defendant furthest on (T34). */
import { rowsBelow } from '../../../../records/content.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent } from '../../../../records/record.ts';
import type { funnelSteps } from '../../../code-lists/counted-proceedings.ts';
import { verdictsOn } from '../of-defendant.ts';
import { defendantsOf } from './course.ts';
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

/** A judgment shows that there was a trial, and an investigation that was closed that there was one, without its day. */
const tried = [
  ['trial', 'trial_start'],
  ['verdict', 'verdict_date'],
  ['verdict', 'verdict'],
  ['verdict', 'final_date'],
] as const;
const investigated = [
  ['investigation', 'investigation_start'],
  ['investigation', 'investigation_end'],
] as const;

const isNamed = ({ values }: GroupRow, field: string): boolean => textOf(values, field) !== undefined;

/** Rows of an entity below a defendant; verdicts stand below the charges. */
const rowsOf = (content: RecordContent, entity: string, defendant: GroupRow): readonly GroupRow[] =>
  entity === 'verdict' ? verdictsOn(content, defendant) : rowsBelow(content, entity, defendant);

/** The last step that any defendant has come to; one that was skipped on the way counts as taken. */
export function furthestStep(content: RecordContent, isFinal: (defendant: GroupRow) => boolean): FunnelStep {
  const defendants = defendantsOf(content);
  const has = (signs: readonly (readonly [entity: string, field: string])[]) =>
    signs.some(([entity, field]) =>
      defendants.some((each) => rowsOf(content, entity, each).some((row) => isNamed(row, field))),
    );
  if (defendants.some(isFinal)) return 'final';
  if (defendants.some((each) => isConvicted(content, each))) return 'convicted';
  if (has(tried)) return 'tried';
  if (has([['indictment', 'indictment_date']])) return 'indicted';
  return has(investigated) ? 'investigated' : 'reported';
}
