/** How long proceedings take, whole and stage by stage: T37. */
import type { Case, Defendant } from './cases.ts';
import { courseOf, isOpen } from './course.ts';
import { isIn, latest, type Period, quantile } from './days.ts';
import type { CountedTable } from './figures.ts';
import { concernsTrafficking, retrialOrders } from './finality.ts';
import { outcomesOf } from './persons.ts';

const stages = [
  'report_to_final',
  'report_to_investigation',
  'investigation',
  'indictment_to_hearing',
  'hearing_to_verdict',
  'verdict_to_final',
  'appeal',
] as const;

interface Interval {
  readonly stage: (typeof stages)[number];
  readonly from: number;
  /** null: it goes on, or ended on a day not known. */
  readonly to: number | null;
}

/** The newest of some days that is not later than another. */
const newestUntil = (days: readonly (number | null)[], day: number): number | null =>
  latest(days.filter((each) => each !== null && each <= day));

function intervalsOf(defendant: Defendant, reported: number | null, final: number | null): readonly Interval[] {
  const { investigations, indictments, trials, appeals } = defendant;
  const found: Interval[] = [];
  const add = (stage: Interval['stage'], from: number | null, to: number | null) => {
    if (from !== null) found.push({ stage, from, to });
  };
  const opened = investigations.flatMap(({ start }) => start ?? []);
  const filed = indictments.flatMap(({ day }) => day ?? []);
  const hearings = trials.flatMap(({ start, instance }) => (instance === 'first' && start !== null ? [start] : []));
  const verdicts = [...new Set(outcomesOf(defendant, 'first').map(({ day }) => day))];
  const orders = retrialOrders(defendant).filter(Number.isFinite);
  add('report_to_final', reported, final);
  add('report_to_investigation', reported, opened.length === 0 ? null : Math.min(...opened));
  for (const { start, end } of investigations) add('investigation', start, end);
  // A retrial begins with the order for it.
  for (const start of hearings) add('indictment_to_hearing', newestUntil([...filed, ...orders], start), start);
  if (hearings.length === 0) add('indictment_to_hearing', latest(filed), null);
  for (const day of verdicts) add('hearing_to_verdict', newestUntil(hearings, day), day);
  const waiting = latest(hearings);
  if (waiting !== null && !verdicts.some((day) => day >= waiting)) add('hearing_to_verdict', waiting, null);
  add('verdict_to_final', final === null ? latest(verdicts) : newestUntil(verdicts, final), final);
  for (const appeal of appeals) add('appeal', appeal.filed, appeal.decided);
  return found;
}

/** T37: days of each stage that ended in the period, and how many had not ended at the end of it. */
export function recountT37(cases: readonly Case[], period: Period): CountedTable[] {
  const intervals = cases.flatMap(({ defendants, reported, isInquiredInto }) =>
    defendants.filter(concernsTrafficking).flatMap((defendant) => {
      const { stage, ended } = courseOf(defendant, isInquiredInto);
      const isOver = !isOpen(stage) && (ended === null || ended <= period.last);
      const final = stage === 'final' ? ended : null;
      return intervalsOf(defendant, reported, final).map((each) => ({ ...each, isOver }));
    }),
  );
  const rows = stages.map((stage) => {
    const here = intervals.filter((each) => each.stage === stage);
    const days = here.flatMap(({ from, to }) => (isIn(to, period) ? [to - from] : []));
    const censored = here.filter(
      ({ from, to, isOver }) => from <= period.last && (to === null ? !isOver : to > period.last),
    );
    const line = {
      ended: days.length,
      quartile_1: quantile(days, 0.25),
      median: quantile(days, 0.5),
      quartile_3: quantile(days, 0.75),
      censored: censored.length,
    };
    return [stage, line] as const;
  });
  return [{ table: 'T37', part: null, unit: 'defendant', rows: Object.fromEntries(rows) }];
}
