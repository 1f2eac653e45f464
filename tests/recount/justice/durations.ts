/** How long proceedings take, whole and stage by stage: T37. */
import type { Case, Defendant } from './cases.ts';
import { courseOf, isOpen } from './course.ts';
import { earliest, isIn, type Period, quantile } from './days.ts';
import type { CountedTable } from './figures.ts';

const stretches = [
  'report_to_investigation',
  'investigation_to_indictment',
  'indictment_to_trial',
  'trial_to_verdict',
  'verdict_to_final',
] as const;

/** From the first day of a stage to the first of the next; null: not reached, or on a day not known. */
interface Stretch {
  readonly name: (typeof stretches)[number] | 'report_to_final';
  readonly from: number;
  readonly to: number | null;
  /** A later stage is known although the next one is not. */
  readonly isSkipped: boolean;
}

function stretchesOf(defendant: Defendant, reported: number | null, final: number | null): readonly Stretch[] {
  const { investigations, indictments, trials, charges } = defendant;
  // Hearing and judgment are those of first instance; what happens above it lies between judgment and finality.
  const isFirst = (instance: string | null) => instance === null || instance === 'first';
  const days = [
    reported,
    earliest(investigations.map(({ start }) => start)),
    earliest(indictments.map(({ day }) => day)),
    earliest(trials.filter(({ instance }) => isFirst(instance)).map(({ start }) => start)),
    earliest(
      charges.flatMap(({ verdicts }) => verdicts.filter(({ instance }) => isFirst(instance)).map(({ day }) => day)),
    ),
    final,
  ];
  const each = stretches.flatMap((name, place): Stretch[] => {
    const [from, to] = [days[place] ?? null, days[place + 1] ?? null];
    const isSkipped = to === null && days.slice(place + 2).some((day) => day !== null);
    return from === null ? [] : [{ name, from, to, isSkipped }];
  });
  const whole: readonly Stretch[] =
    reported === null ? [] : [{ name: 'report_to_final', from: reported, to: final, isSkipped: false }];
  // A next stage that came before has no length from this one to that.
  return [...each, ...whole].filter(({ from, to }) => to === null || to >= from);
}

/** T37: days of each stretch that was completed in the period, and how many were still open at the end of it. */
export function recountT37(cases: readonly Case[], period: Period): CountedTable[] {
  const all = cases.flatMap(({ defendants, reported, isInquiredInto }) =>
    defendants.flatMap((defendant) => {
      const { stage, ended } = courseOf(defendant, isInquiredInto);
      const isOver = !isOpen(stage) && (ended === null || ended <= period.last);
      return stretchesOf(defendant, reported, stage === 'final' ? ended : null).map((each) => ({
        ...each,
        isOver,
        ended,
      }));
    }),
  );
  const rows = [...stretches, 'report_to_final' as const].map((name) => {
    const here = all.filter((each) => each.name === name);
    const days = here.flatMap(({ from, to }) => (isIn(to, period) ? [to - from] : []));
    const open = here.filter(({ from, to, isSkipped, isOver }) => {
      const isPending = to === null ? !isSkipped && !isOver : to > period.last;
      return from <= period.last && isPending;
    });
    // Begun, but the proceedings ended in the period before the next stage was reached.
    const left = here.filter(({ to, isSkipped, ended }) => to === null && !isSkipped && isIn(ended, period));
    const line = {
      completed: days.length,
      minimum: quantile(days, 0),
      quartile_1: quantile(days, 0.25),
      median: quantile(days, 0.5),
      quartile_3: quantile(days, 0.75),
      maximum: quantile(days, 1),
      open: open.length,
      ended_before: left.length,
    };
    return [name, line] as const;
  });
  return [{ table: 'T37', part: null, unit: 'defendant', rows: Object.fromEntries(rows) }];
}
