/** The table of outcomes as lines and cells: what is declared, laid over the rows that there are. */
import type { CourseDeclaration, OutcomePart } from '#shared/dictionary/course-vocabulary.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { rowsBelow, rowsOf } from '#shared/records/content.ts';
import type { GroupRow, RecordContent } from '#shared/records/record.ts';

export interface OutcomeCell {
  readonly field: FieldDeclaration;
  /** The row that is shown; undefined where there is none yet. */
  readonly row: GroupRow | undefined;
  /** Row within which one may be added; undefined where that one is not there either. */
  readonly within: string | undefined;
  /** Rows beside the one that is shown. */
  readonly more: number;
}

export interface OutcomeLine {
  readonly row: GroupRow;
  /** Its number among the lines of the same row of the course. */
  readonly number: number;
  readonly cells: readonly OutcomeCell[];
}

/** The lines of one row of the course. */
export interface OutcomeBlock {
  readonly row: GroupRow;
  readonly number: number;
  readonly lines: readonly OutcomeLine[];
}

/** Every line of the table, block by block. */
export function outcomeBlocks(
  index: RegisterIndex,
  { group, outcomes }: CourseDeclaration,
  content: RecordContent,
): readonly OutcomeBlock[] {
  const [first] = outcomes;
  return rowsOf(content, group).map((row, at) => ({
    row,
    number: at + 1,
    lines: rowsBelow(content, first?.entity ?? '', row).map((line, nth) => ({
      row: line,
      number: nth + 1,
      cells: cellsOf(index, outcomes, content, line),
    })),
  }));
}

function cellsOf(
  index: RegisterIndex,
  parts: readonly OutcomePart[],
  content: RecordContent,
  line: GroupRow,
): readonly OutcomeCell[] {
  let outer: GroupRow | undefined;
  return parts.flatMap(({ entity, fields, shown }) => {
    const within = outer?.id;
    const row = shown ? outer && shown(content, outer) : line;
    const more = shown && outer ? Math.max(0, rowsBelow(content, entity, outer).length - 1) : 0;
    outer = row;
    return fields.map((id, at) => ({
      field: index.field(entity, id),
      row,
      within,
      more: at === 0 ? more : 0,
    }));
  });
}
