/** Rows by the row that they stand within: what belongs to one defendant, and to one charge. */
import { outerRowIn, outerRowOf } from '../../../records/content.ts';
import { rowsOf } from '../../../records/read-value.ts';
import type { GroupRow, RecordContent } from '../../../records/record.ts';

/** Rows of a group that stand within one row, in order. */
export const rowsBelow = (content: RecordContent, entity: string, outer: GroupRow): readonly GroupRow[] =>
  rowsOf(content, entity).filter((row) => outerRowOf(row) === outer.id);

/** Verdicts on all charges against a defendant, charge by charge. */
export const verdictsOn = (content: RecordContent, defendant: GroupRow): readonly GroupRow[] =>
  rowsBelow(content, 'charge', defendant).flatMap((charge) => rowsBelow(content, 'verdict', charge));

/** The defendant that a row speaks of: itself, or the one that it stands below. */
export function defendantOf(content: RecordContent, row: GroupRow | undefined): GroupRow | undefined {
  const defendants = rowsOf(content, 'defendant');
  let at = row;
  while (at) {
    const id = at.id;
    const found = defendants.find((defendant) => defendant.id === id);
    if (found) return found;
    at = outerRowIn(content, at);
  }
  return undefined;
}
