/** Which lists an overview by stage and age is made of: each figure is a list, so that it opens what it counts. */
import type { StoredFilter } from '#shared/contract/list-query.ts';
import type { CourseDeclaration, Limited } from '#shared/dictionary/course-vocabulary.ts';
import { addMonths, isoDay } from '#shared/records/partial-date.ts';

/** Completed months at which a class of ages begins; the last one has no end. */
export const ageClasses = [0, 3, 6, 12, 24] as const;

export type Filters = readonly StoredFilter[];

/** One stage, or all of them together. */
export interface StageLists {
  /** null: every stage that is no end. */
  readonly stage: string | null;
  readonly months: number | undefined;
  readonly all: Filters;
  /** Longer at the stage than its months; null where no number is set. */
  readonly overdue: Filters | null;
  /** By the time at the stage, and by the time since the beginning; the last one of each: not known. */
  readonly since: readonly Filters[];
  readonly begun: readonly Filters[];
}

/** The last day from which so many months have been completed on a day. */
export function lastDayOfAge(months: number, on: number): number {
  let day = addMonths(on, -months);
  // Months are of unlike length: 30 November is three months before 28 February too.
  while (addMonths(day + 1, months) <= on) day += 1;
  while (addMonths(day, months) > on) day -= 1;
  return day;
}

function byAge(stage: StoredFilter, field: string, today: number): readonly Filters[] {
  const days = ageClasses.map((months) => (months === 0 ? null : lastDayOfAge(months, today)));
  const ofClasses = days.map((to, at): Filters => {
    const next = days[at + 1];
    const from = next === undefined || next === null ? null : isoDay(next + 1);
    return [stage, { kind: 'period', field, from, to: to === null ? null : isoDay(to) }];
  });
  return [...ofClasses, [stage, { kind: 'answer', field, anyOf: ['not_entered'] }]];
}

/** The lists of every stage, then of all stages together. */
export function stageLists(course: CourseDeclaration, today: number, context: Limited): readonly StageLists[] {
  const listsOf = (stage: string | null, codes: readonly string[], months: number | undefined): StageLists => {
    const filter: StoredFilter = { kind: 'codes', field: course.stage, anyOf: [...codes] };
    // R46 speaks from the day after the last one that is allowed.
    const to = months === undefined ? null : isoDay(lastDayOfAge(months, today - 1));
    return {
      stage,
      months,
      all: [filter],
      overdue: to === null ? null : [filter, { kind: 'period', field: course.since, from: null, to }],
      since: byAge(filter, course.since, today),
      begun: byAge(filter, course.begun, today),
    };
  };
  const all = course.stages.map(({ code }) => code);
  const each = course.stages.map(({ code, months }) => listsOf(code, [code], months(context)));
  return [...each, listsOf(null, all, undefined)];
}
