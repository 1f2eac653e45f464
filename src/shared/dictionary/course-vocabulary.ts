/** How a register declares that its records go through stages: for the page that shows a course, and lists by stage. */
import type { CourseLine } from '../records/course.ts';
import type { GroupRow, RecordContent, RuleContext, RuleSubject } from '../records/record.ts';

/** What the installation set of the limits of its rules. */
export type Limited = Pick<RuleContext, 'limits'>;

/** Columns of the table of outcomes that stand in one row of a group. */
export interface OutcomePart {
  readonly entity: string;
  readonly fields: readonly string[];
  /** Which of the rows within the row of the part before is shown; the first part is the line itself. */
  readonly shown?: (content: RecordContent, outer: GroupRow) => GroupRow | undefined;
}

export interface CourseDeclaration {
  /** Group of which each row goes a way of its own, and its field that says how it stands with that row. */
  readonly group: string;
  readonly status: string;
  /** Fields of the record: its stage, the day since which it is there, the day of its beginning, the rows under way. */
  readonly stage: string;
  readonly since: string;
  readonly begun: string;
  readonly underWay: string;
  /** Stages that are no end, in their order, with the months after which somebody is asked (`rule`). */
  readonly stages: readonly { readonly code: string; readonly months: (context: Limited) => number | undefined }[];
  readonly rule: string;
  /** A line for each row of the group, with what it still lacks. */
  readonly lines: (subject: RuleSubject, today: number, context: Limited) => readonly CourseLine[];
  /** Table with a line for each row of the first part, by the rows of the group that they stand within. */
  readonly outcomes: readonly OutcomePart[];
}
