/** What belongs to one defendant. */
import { outwards, rowsBelow } from '../../../records/content.ts';
import { dayNumber } from '../../../records/partial-date.ts';
import { rowsOf, textOf } from '../../../records/read-value.ts';
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

/** A verdict with its day, and where it stands among the others on its charge. */
export interface DatedVerdict {
  readonly row: GroupRow;
  readonly day: number | undefined;
  readonly at: number;
}

/** Verdicts on one charge, as they stand there. One without a date follows the verdict that stands above it. */
export function datedVerdicts(rows: readonly GroupRow[]): readonly DatedVerdict[] {
  let previous = Number.NEGATIVE_INFINITY;
  return rows.map((row) => {
    const day = dayNumber(textOf(row.values, 'verdict_date') ?? '');
    previous = day ?? previous;
    return { row, day, at: previous };
  });
}

/** The newest verdict on a charge; undefined where none is entered. */
export const newestVerdict = (content: RecordContent, charge: GroupRow): GroupRow | undefined =>
  datedVerdicts(rowsBelow(content, 'verdict', charge))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .at(-1)?.row;
