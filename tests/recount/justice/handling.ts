/** Cases on their way through police, prosecution and court: K14 and T34. */
import type { Defendant } from './cases.ts';
import { isIn, type Period } from './days.ts';
import type { CountedTable } from './figures.ts';
import { decisionsOn, isTraffickingConviction, standingFinality } from './finality.ts';
import { concernsTraffickingCase, type JoinedCase } from './joined-cases.ts';
import { outcomesOf, traffickingConvictions } from './persons.ts';

const everybody = ({ cases }: JoinedCase): readonly Defendant[] => cases.flatMap(({ defendants }) => defendants);

/** An inquiry has no day of its own: that of an arrest, else that of the report, as long as no investigation was opened. */
function prosecutionDays({ cases }: JoinedCase): readonly (number | null)[] {
  return cases.flatMap(({ defendants, isInquiredInto, reported }) => {
    const opened = defendants.flatMap(({ investigations }) => investigations.map(({ start }) => start));
    const isOpened = opened.some((day) => day !== null);
    const arrests = defendants
      .filter(({ investigations }) => investigations.length === 0)
      .flatMap(({ custody }) => custody.map(({ arrested }) => arrested));
    return [...opened, ...arrests, ...(isInquiredInto && !isOpened ? [reported] : [])];
  });
}

const courtDays = (joined: JoinedCase): readonly (number | null)[] =>
  everybody(joined).flatMap(({ trials, charges }) => [
    ...trials.map(({ start }) => start),
    ...charges.flatMap(({ verdicts }) => verdicts.map(({ day }) => day)),
  ]);

/** K14: cases with something to do for each authority in the period, and the balance of pending cases. */
export function recountK14(all: readonly JoinedCase[], period: Period): CountedTable[] {
  const joined = all.filter(concernsTraffickingCase);
  const count = (isMeant: (each: JoinedCase) => boolean) => joined.filter(isMeant).length;
  const handled = (days: (each: JoinedCase) => readonly (number | null)[]) => ({
    total: count((each) => days(each).some((day) => isIn(day, period))),
  });
  const isPending = ({ reported, ended }: JoinedCase, day: number) =>
    reported !== null && reported < day && (ended === null || ended >= day);
  const balance = {
    pending_at_start: count((each) => isPending(each, period.first)),
    new: count(({ reported }) => isIn(reported, period)),
    closed: count(({ ended, reported }) => isIn(ended, period) && reported !== null && reported <= period.last),
    pending_at_end: count((each) => isPending(each, period.last + 1)),
  };
  return [
    {
      table: 'K14',
      part: 'handled',
      unit: 'case',
      rows: {
        police: handled(({ cases }) => cases.map(({ reported }) => reported)),
        prosecution: handled(prosecutionDays),
        court: handled(courtDays),
      },
    },
    {
      table: 'K14',
      part: 'balance',
      unit: 'case',
      rows: Object.fromEntries(Object.entries(balance).map(([row, total]) => [row, { total }])),
    },
  ];
}

const steps = ['reported', 'investigated', 'indicted', 'tried', 'convicted', 'final'] as const;

/** How far cases ever came, whenever that was; one that skipped a step went past it. */
function furthest(joined: JoinedCase): number {
  const defendants = everybody(joined);
  const isConvicted = (each: Defendant) =>
    each.charges.some((charge) =>
      decisionsOn(charge).some(({ verdict, row }) => isTraffickingConviction(verdict, row, charge)),
    ) || traffickingConvictions(each, 'final').length > 0;
  const isFinallyConvicted = (each: Defendant) =>
    each.charges.some((charge) => {
      const standing = standingFinality(charge, each);
      return standing !== undefined && isTraffickingConviction(standing.verdict, standing.row, charge);
    });
  const reached = [
    () => true,
    ({ investigations }: Defendant) => investigations.some(({ start, end }) => start !== null || end !== null),
    ({ indictments }: Defendant) => indictments.some(({ day }) => day !== null),
    (each: Defendant) =>
      each.trials.some(({ start }) => start !== null) ||
      each.charges.some((charge) => decisionsOn(charge).length > 0) ||
      outcomesOf(each, 'final').length > 0,
    isConvicted,
    isFinallyConvicted,
  ];
  return Math.max(
    0,
    reached.findLastIndex((isReached) => defendants.some(isReached)),
  );
}

/** T34: of the cases reported in the period, how many came to each step. */
export function recountT34(all: readonly JoinedCase[], period: Period): CountedTable[] {
  const cohort = all.filter((each) => isIn(each.reported, period) && concernsTraffickingCase(each)).map(furthest);
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
