/** Cases on their way through police, prosecution and court: K14 and T34. */
import type { Case, Defendant } from './cases.ts';
import { courseOf, courseOfCase, isOpen } from './course.ts';
import { isIn, latest, type Period } from './days.ts';
import type { CountedTable } from './figures.ts';
import { decisionsOn, isTraffickingConviction } from './finality.ts';
import { leadingCases } from './joined-cases.ts';
import { convictsOfTrafficking } from './persons.ts';

/** An inquiry has no day of its own; it counts on that of the report, also where an investigation followed. */
function prosecutionDays({ defendants, isInquiredInto, reported }: Case): readonly (number | null)[] {
  const investigations = defendants.flatMap((each) => each.investigations);
  const opened = investigations.map(({ start }) => start);
  const isWatched = defendants.some(({ custody }) =>
    custody.some(({ arrested, measures }) => arrested !== null || measures.some((measure) => measure !== 'none')),
  );
  return isWatched || isInquiredInto ? [reported, ...opened] : opened;
}

const courtDays = ({ defendants }: Case): readonly (number | null)[] =>
  defendants.flatMap(({ trials, charges }) => [
    ...trials.map(({ start }) => start),
    ...charges.flatMap(({ verdicts }) => verdicts.map(({ day }) => day)),
  ]);

/** K14: cases with something to do for each authority in the period, and the balance of pending cases. */
export function recountK14(all: readonly Case[], period: Period): CountedTable[] {
  const cases = leadingCases(all);
  const handled = (days: (each: Case) => readonly (number | null)[]) => ({
    total: cases.filter((each) => days(each).some((day) => isIn(day, period))).length,
  });
  const courses = cases.map((each) => {
    const { stage, ended } = courseOfCase(each);
    // Nothing ends before it came in, whatever days were entered.
    const closed = ended === null ? null : latest([ended, each.reported]);
    return { reported: each.reported, closed, isUndated: !isOpen(stage) && ended === null };
  });
  const dated = courses.filter(({ isUndated }) => !isUndated);
  const pending = (day: number) => ({
    total: dated.filter(
      ({ reported, closed }) => reported !== null && reported < day && (closed === null || closed >= day),
    ).length,
  });
  return [
    {
      table: 'K14',
      part: 'handled',
      unit: 'case',
      rows: {
        police: handled(({ reported }) => [reported]),
        prosecution: handled(prosecutionDays),
        court: handled(courtDays),
      },
    },
    {
      table: 'K14',
      part: 'balance',
      unit: 'case',
      rows: {
        pending_at_start: pending(period.first),
        new: { total: dated.filter(({ reported }) => isIn(reported, period)).length },
        closed: { total: dated.filter(({ closed, reported }) => reported !== null && isIn(closed, period)).length },
        pending_at_end: pending(period.last + 1),
        over_on_unknown_day: {
          total: courses.filter(({ isUndated, reported }) => isUndated && (reported ?? period.last + 1) <= period.last)
            .length,
        },
      },
    },
  ];
}

const steps = ['reported', 'investigated', 'indicted', 'tried', 'convicted', 'final'] as const;

const isFinallyConvicted = (each: Defendant, isInquiredInto: boolean): boolean => {
  const { stage, outcomes } = courseOf(each, isInquiredInto);
  return stage === 'final' && outcomes.some(convictsOfTrafficking);
};

/** How far a case has come with the defendant furthest on; one that skipped a step went past it. */
function furthest({ defendants, isInquiredInto }: Case): number {
  const isConvicted = ({ charges }: Defendant) =>
    charges.some((charge) =>
      charge.verdicts.some(
        (row) =>
          isTraffickingConviction(row.verdict, row, charge) ||
          (row.finalDay !== null && isTraffickingConviction(row.finalVerdict, row, charge)),
      ),
    );
  const reached = [
    () => true,
    ({ investigations }: Defendant) => investigations.some(({ start, end }) => start !== null || end !== null),
    ({ indictments }: Defendant) => indictments.some(({ day }) => day !== null),
    ({ trials, charges }: Defendant) =>
      trials.some(({ start }) => start !== null) ||
      charges.some((charge) => decisionsOn(charge).length > 0 || charge.verdicts.some((row) => row.finalDay !== null)),
    isConvicted,
    (each: Defendant) => isFinallyConvicted(each, isInquiredInto),
  ];
  return Math.max(
    0,
    reached.findLastIndex((isReached) => defendants.some(isReached)),
  );
}

/** T34: of the cases reported in the period, how many came to each step. */
export function recountT34(all: readonly Case[], period: Period): CountedTable[] {
  const cohort = leadingCases(all)
    .filter(({ reported }) => isIn(reported, period))
    .map(furthest);
  const counts = steps.map((_, step) => cohort.filter((furthestStep) => furthestStep >= step).length);
  const percent = (part: number, whole: number | undefined) => (whole ? (part / whole) * 100 : null);
  const rows = steps.map((step, place) => {
    const cases = counts[place] ?? 0;
    const previous = place === 0 ? cases : counts[place - 1];
    const line = {
      cases,
      percent_of_first: percent(cases, counts[0]),
      percent_of_previous: percent(cases, previous),
    };
    return [step, line] as const;
  });
  return [{ table: 'T34', part: null, unit: 'case', rows: Object.fromEntries(rows) }];
}
