/** Records that go through stages: how many stand where, and for how long. */
import { z } from 'zod';
import { recordFilter } from './list-query.ts';
import { procedure } from './procedure.ts';

const figure = z.strictObject({
  records: z.number(),
  /** Rows under way in these records. */
  rows: z.number(),
  /** The list of exactly these records. */
  filters: z.array(recordFilter),
});
export type CourseFigure = z.output<typeof figure>;

const stage = z.strictObject({
  /** Code of the stage; null: all stages that are no end. */
  stage: z.string().nullable(),
  /** Months after which somebody is asked; null where there is no such number. */
  months: z.number().nullable(),
  all: figure,
  overdue: figure.nullable(),
  /** By the time at the stage and by the time since the beginning, in the order of `classes`; the last: not known. */
  since: z.array(figure),
  begun: z.array(figure),
});
export type CourseStage = z.output<typeof stage>;

export const courseProcedures = {
  'course.count': procedure({
    input: z.strictObject({ entity: z.string().max(64) }),
    output: z.strictObject({
      entity: z.string(),
      /** Day on which the ages are counted. */
      today: z.string(),
      /** Completed months at which each class begins. */
      classes: z.array(z.number()),
      stages: z.array(stage),
    }),
    access: ['officer', 'supervisor', 'analyst'],
    audit: 'refused',
  }),
};
