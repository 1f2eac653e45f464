/** What belongs to one defendant. */
import { outwards, rowsBelow } from '../../../records/content.ts';
import { rowsOf } from '../../../records/read-value.ts';
import type { GroupRow, RecordContent } from '../../../records/record.ts';

/** Verdicts on all charges against a defendant, charge by charge. */
export const verdictsOn = (content: RecordContent, defendant: GroupRow): readonly GroupRow[] =>
  rowsBelow(content, 'charge', defendant).flatMap((charge) => rowsBelow(content, 'verdict', charge));

/** The defendant that a row speaks of: itself, or the one that it stands below. */
export function defendantOf(content: RecordContent, row: GroupRow | undefined): GroupRow | undefined {
  const defendants = rowsOf(content, 'defendant');
  for (const { id } of outwards(content, row)) {
    const found = defendants.find((defendant) => defendant.id === id);
    if (found) return found;
  }
  return undefined;
}
