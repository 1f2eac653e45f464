/** Conviction rate and appeals: T35 and T39. */
import type { Appeal, Case, Defendant } from './cases.ts';
import * as codes from './codes.ts';
import { isIn, type Period } from './days.ts';
import { byCode, type CountedTable, oncePerYear, tabulate } from './figures.ts';
import { isTrafficking, isTraffickingConviction, type Outcome } from './finality.ts';
import { outcomesOf, traffickingConvictions } from './persons.ts';

const everybody = (cases: readonly Case[]): readonly Defendant[] => cases.flatMap(({ defendants }) => defendants);
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

const isConvicted = ({ verdict, row, charge }: Outcome) => isTraffickingConviction(verdict, row, charge);

/** Persons with an outcome on a charge of trafficking, and what came of it; each is counted once a year by itself. */
function rate(cases: readonly Case[], stage: 'first' | 'final', period: Period) {
  const outcomes = everybody(cases).flatMap((defendant) =>
    outcomesOf(defendant, stage)
      .filter(({ charge }) => isTrafficking(charge.offence))
      .map((outcome) => ({ ...outcome, person: defendant.person })),
  );
  const persons = (isMeant: (outcome: Outcome) => boolean) => oncePerYear(outcomes.filter(isMeant), period);
  const convicted = persons(isConvicted);
  const names = new Set(convicted.map(({ person }) => person));
  const reclassified = persons(({ verdict }) => verdict === 'convicted_other_offence_only');
  const judged = persons(({ verdict }) => verdict !== null).length;
  return {
    judged,
    convicted: convicted.length,
    reclassified: reclassified.filter(({ person }) => !names.has(person)).length,
    conviction_rate_percent: percent(convicted.length, judged),
  };
}

/** T35: convicted of trafficking among those judged for it, and among those arrested in the period. */
export function recountT35(cases: readonly Case[], period: Period): CountedTable[] {
  const [first, final] = [rate(cases, 'first', period), rate(cases, 'final', period)];
  const arrests = everybody(cases).flatMap((defendant) =>
    defendant.custody.flatMap(({ arrested }) =>
      arrested === null ? [] : [{ person: defendant.person, day: arrested, defendant }],
    ),
  );
  const arrested = oncePerYear(arrests, period);
  const led = arrested.filter(({ defendant }) =>
    (['first', 'final'] as const).some((stage) => traffickingConvictions(defendant, stage).length > 0),
  );
  return [
    {
      table: 'T35',
      part: 'rate',
      unit: 'person',
      rows: Object.fromEntries(
        (['judged', 'convicted', 'reclassified', 'conviction_rate_percent'] as const).map((row) => [
          row,
          { first: first[row], final: final[row] },
        ]),
      ),
    },
    {
      table: 'T35',
      part: 'arrests',
      unit: 'person',
      rows: {
        arrested: { total: arrested.length },
        convicted: { total: led.length },
        convicted_percent: { total: percent(led.length, arrested.length) },
      },
    },
  ];
}

/** Nothing was decided by the end of the period. */
const isPending = ({ filed, decided, outcome }: Appeal, { last }: Period): boolean =>
  filed !== null && filed <= last && (decided === null ? outcome === null || outcome === 'pending' : decided > last);

/** T39: defendants whose judgment of first instance was appealed; outcomes of the appeals decided; changed sentences. */
export function recountT39(cases: readonly Case[], period: Period): CountedTable[] {
  const defendants = everybody(cases);
  const judged = defendants.flatMap((defendant) => {
    const days = outcomesOf(defendant, 'first').flatMap(({ day }) => (isIn(day, period) ? [day] : []));
    return days.length === 0 ? [] : [{ defendant, day: Math.min(...days) }];
  });
  const appealed = judged.filter(({ defendant, day }) =>
    defendant.appeals.some(({ kind, filed }) => kind === 'ordinary' && (filed ?? day) >= day),
  );
  const appeals = defendants.flatMap((each) => each.appeals);
  // A withdrawal need not have a day.
  const isDecided = ({ decided, filed, outcome }: Appeal) =>
    outcome !== null && outcome !== 'pending' && isIn(decided ?? filed, period);
  const ended = appeals.filter(isDecided);
  const kinds = byCode<Appeal>(['ordinary', 'extraordinary'], ({ kind }) => kind);
  const pending = appeals.filter((each) => isPending(each, period));
  const ofOutcome = (outcomes: readonly string[]) =>
    ended.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)).length;
  const changed = ofOutcome(['sentence_increased', 'sentence_reduced']);
  return [
    {
      table: 'T39',
      part: 'appealed',
      unit: 'defendant',
      rows: {
        judged: { total: judged.length },
        appealed: { total: appealed.length },
        appealed_percent: { total: percent(appealed.length, judged.length) },
      },
    },
    {
      table: 'T39',
      part: 'outcome',
      unit: 'appeal',
      rows: {
        ...tabulate(
          ended,
          byCode(codes.appealOutcomes, ({ outcome }) => outcome),
          kinds,
        ),
        ...tabulate(pending, { pending: () => true }, kinds),
      },
    },
    {
      table: 'T39',
      part: 'changed',
      unit: 'appeal',
      rows: {
        sentence_increased: { total: ofOutcome(['sentence_increased']) },
        sentence_reduced: { total: ofOutcome(['sentence_reduced']) },
        changed: { total: changed },
        changed_percent: { total: percent(changed, ended.length) },
      },
    },
  ];
}
