/** How many records of the open register stand at which stage, and for how long. */
import type { Output } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { dayNumber } from '#shared/records/partial-date.ts';
import { readLimits } from '../limits.ts';
import type { Lists } from '../lists/lists.ts';
import type { Clock } from '../ports.ts';
import type { RecordSession } from '../records/record-session.ts';
import { localDay } from '../records/rule-context.ts';
import { ageClasses, type Filters, stageLists } from './stage-lists.ts';

export interface Courses {
  count(session: RecordSession, entity: string): Promise<Output<'course.count'>>;
}

type Stage = Output<'course.count'>['stages'][number];
type Figure = Stage['all'];

/** Counts by the columns of the record lists, so that a figure and its list cannot differ. */
export function createCourses({ lists, clock }: { readonly lists: Lists; readonly clock: Clock }): Courses {
  return {
    async count({ register }, entity) {
      const course = registerOf(register.kind).courses?.[entity];
      if (!course) throw new AppError('INVALID_INPUT', { fields: ['entity'] });
      const today = localDay(clock.now());
      const stages = stageLists(course, dayNumber(today) ?? 0, {
        limits: readLimits(register.database, register.kind),
      });
      const asked = stages.flatMap(({ all, overdue, since, begun }) => [
        all,
        ...since,
        ...begun,
        ...(overdue ? [overdue] : []),
      ]);
      const { counts } = await lists.ask(register, { type: 'tally', entity, lists: asked, sum: course.underWay });
      const found = new Map(asked.map((filters, at) => [filters, counts[at]]));
      const figure = (filters: Filters): Figure => {
        const counted = found.get(filters);
        if (!counted) throw new Error('a list that was asked for was not counted');
        return { records: counted.records, rows: counted.sum, filters: [...filters] };
      };
      return {
        entity,
        today,
        classes: [...ageClasses],
        stages: stages.map(({ stage, months, all, overdue, since, begun }) => ({
          stage,
          months: months ?? null,
          all: figure(all),
          overdue: overdue && figure(overdue),
          since: since.map(figure),
          begun: begun.map(figure),
        })),
      };
    },
  };
}
