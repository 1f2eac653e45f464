/** How long proceedings take, whole and stage by stage: T37. */
import type { Case, Defendant } from './cases.ts';
import { courseOf, isOpen } from './course.ts';
import { earliest, isIn, type Period, quantile } from './days.ts';
import type { CountedTable } from './figures.ts';
import { decisionsOn } from './finality.ts';

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
  const days = [
    reported,
    earliest(investigations.map(({ start }) => start)),
    earliest(indictments.map(({ day }) => day)),
    earliest(trials.map(({ start }) => start)),
    earliest(charges.flatMap(decisionsOn).map(({ row }) => row.day)),
    final,
  ];
  const each = stretches.flatMap((name, place): Stretch[] => {
    const [from, to] = [days[place] ?? null, days[place + 1] ?? null];
    const isSkipped = to === null && days.slice(place + 2).some((day) => day !== null);
    return from === null ? [] : [{ name, from, to, isSkipped }];
  });
  return reported === null ? each : [...each, { name: 'report_to_final', from: reported, to: final, isSkipped: false }];
}

/** T37: days of each stretch that was completed in the period, and how many were still open at the end of it. */
export function recountT37(cases: readonly Case[], period: Period): CountedTable[] {
  const all = cases.flatMap(({ defendants, reported, isInquiredInto }) =>
    defendants.flatMap((defendant) => {
      const { stage, ended } = courseOf(defendant, isInquiredInto);
      const isOver = !isOpen(stage) && (ended === null || ended <= period.last);
      return stretchesOf(defendant, reported, stage === 'final' ? ended : null).map((each) => ({ ...each, isOver }));
    }),
  );
  const rows = [...stretches, 'report_to_final' as const].map((name) => {
    const here = all.filter((each) => each.name === name);
    const days = here.flatMap(({ from, to }) => (isIn(to, period) ? [to - from] : []));
    const open = here.filter(({ from, to, isSkipped, isOver }) => {
      const isPending = to === null ? !isSkipped && !isOver : to > period.last;
      return from <= period.last && isPending;
    });
    const line = {
      completed: days.length,
      quartile_1: quantile(days, 0.25),
      median: quantile(days, 0.5),
      quartile_3: quantile(days, 0.75),
      open: open.length,
    };
    return [name, line] as const;
  });
  return [{ table: 'T37', part: null, unit: 'defendant', rows: Object.fromEntries(rows) }];
}
