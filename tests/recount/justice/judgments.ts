/** Conviction rate and appeals: T35 and T39. */
import type { Appeal, Case, Defendant } from './cases.ts';
import * as codes from './codes.ts';
import { type Course, courseOf, isOpen } from './course.ts';
import { isIn, type Period, yearOf } from './days.ts';
import { byCode, type CountedTable, lines, oncePerYear, tabulate } from './figures.ts';
import { isGuilty, isTrafficking, type Outcome } from './finality.ts';
import { convictsOfTrafficking, firstInstance, resultOf } from './persons.ts';

const everybody = (cases: readonly Case[]): readonly Defendant[] => cases.flatMap(({ defendants }) => defendants);
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);

/** Judgments of first instance: one for each day on which that court decided on the defendant. */
const judgmentsOf = (defendant: Defendant, isMeant: (outcome: Outcome) => boolean) =>
  [...Map.groupBy(firstInstance(defendant).filter(isMeant), ({ day }) => day)].map(([day, decisions]) => ({
    person: defendant.person,
    defendant,
    day,
    decisions,
    isConviction: decisions.some(convictsOfTrafficking),
  }));

type Judged = ReturnType<typeof judgmentsOf>[number];

/** One judgment for each person and year: one that convicts of trafficking before any other, then the earliest. */
function onePerYear(judgments: readonly Judged[], period: Period): readonly Judged[] {
  const groups = Map.groupBy(judgments, ({ person, day }) => `${yearOf(day)} ${person}`).values();
  return [...groups]
    .map((group) => {
      const convicting = group.filter(({ isConviction }) => isConviction);
      return (convicting.length > 0 ? convicting : group).reduce((first, next) =>
        next.day < first.day ? next : first,
      );
    })
    .filter(({ day }) => isIn(day, period));
}

const kinds = ['natural_person', 'legal_person', 'total'];
const isOfKind = ({ defendant }: { readonly defendant: Defendant }, kind: string) =>
  kind === 'total' || defendant.isLegalPerson === (kind === 'legal_person');

const standings = ['convicted_tip', 'convicted_other', 'not_convicted', 'open'];

/** What came of proceedings up to now; open is what neither a court nor a prosecutor has decided. */
function standing({ status, stage, outcomes }: Course): string {
  if (status === 'convicted') return outcomes.some(convictsOfTrafficking) ? 'convicted_tip' : 'convicted_other';
  const isUndecided = ['suspect', 'accused', 'fugitive'].includes(status) && isOpen(stage);
  return isUndecided ? 'open' : 'not_convicted';
}

/** T35: convicted of trafficking among those judged for it; what became of those arrested in the period. */
export function recountT35(cases: readonly Case[], period: Period): CountedTable[] {
  const onTrafficking = ({ charge, verdict }: Outcome) => isTrafficking(charge.offence) && verdict !== null;
  const judged = onePerYear(
    everybody(cases).flatMap((each) => judgmentsOf(each, onTrafficking)),
    period,
  );
  // Whose punishment was waived is guilty all the same, and of trafficking would be a conviction of it.
  const isReclassified = ({ isConviction, decisions }: Judged) => !isConviction && isGuilty(resultOf(decisions));
  const isAcquitted = ({ isConviction, decisions }: Judged) => !isConviction && resultOf(decisions) === 'acquitted';
  const results: Readonly<Record<string, (each: Judged) => boolean>> = {
    judged: () => true,
    convicted: ({ isConviction }) => isConviction,
    reclassified: isReclassified,
    acquitted: isAcquitted,
    ended_otherwise: (each) => !each.isConviction && !isReclassified(each) && !isAcquitted(each),
  };
  const rate = lines([...Object.keys(results), 'conviction_rate_percent'], kinds, (row, kind) => {
    const here = judged.filter((each) => isOfKind(each, kind));
    const isIt = results[row];
    if (isIt) return here.filter(isIt).length;
    return percent(here.filter(({ isConviction }) => isConviction).length, here.length);
  });
  const arrests = cases.flatMap(({ defendants, isInquiredInto }) =>
    defendants.flatMap((defendant) => {
      const course = courseOf(defendant, isInquiredInto);
      const days = defendant.custody.flatMap(({ arrested }) => arrested ?? []);
      return days.map((day) => ({ person: defendant.person, day, status: course.status, stands: standing(course) }));
    }),
  );
  const arrested = oncePerYear(arrests, period);
  const { unknown: _, ...standsAs } = byCode<(typeof arrested)[number]>(standings, ({ stands }) => stands);
  const { unknown: __, ...statuses } = byCode<(typeof arrested)[number]>(codes.statuses, ({ status }) => status);
  return [
    { table: 'T35', part: 'rate', unit: 'person', rows: rate },
    {
      table: 'T35',
      part: 'arrested',
      unit: 'person',
      rows: {
        ...tabulate(arrested, statuses, { total: () => true }),
        convicted_percent: {
          total: percent(arrested.filter(({ status }) => status === 'convicted').length, arrested.length),
        },
      },
    },
    {
      table: 'T35',
      part: 'arrests',
      unit: 'person',
      rows: tabulate(arrested, standsAs, { total: () => true }),
    },
  ];
}

/** T39: judgments of first instance that were appealed; outcomes of the appeals filed; changed sentences. */
export function recountT39(cases: readonly Case[], period: Period): CountedTable[] {
  const defendants = everybody(cases);
  const judgments = defendants.flatMap((defendant) => {
    // The next judgment is that of any instance: whoever appeals later appeals against that one.
    const days = defendant.charges.flatMap(({ verdicts }) => verdicts.flatMap(({ day }) => day ?? []));
    return judgmentsOf(defendant, () => true).map(({ day }) => ({
      defendant,
      day,
      next: Math.min(...days.filter((each) => each > day)),
    }));
  });
  const judged = judgments.filter(({ day }) => isIn(day, period));
  const appealed = judged.filter(({ defendant, day, next }) =>
    defendant.appeals.some(({ kind, filed }) => kind === 'ordinary' && filed !== null && day <= filed && filed < next),
  );
  const filed = defendants.flatMap((each) => each.appeals).filter((appeal) => isIn(appeal.filed, period));
  const ofOutcome = (outcome: string) => filed.filter((each) => each.outcome === outcome).length;
  const changed = ofOutcome('sentence_increased') + ofOutcome('sentence_reduced');
  return [
    {
      table: 'T39',
      part: 'appealed',
      unit: 'judgment',
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
      rows: tabulate(
        filed,
        byCode<Appeal>([...codes.appealOutcomes, 'pending'], ({ outcome }) => outcome),
        byCode<Appeal>(['ordinary', 'extraordinary'], ({ kind }) => kind),
      ),
    },
    {
      table: 'T39',
      part: 'appellant',
      unit: 'appeal',
      rows: tabulate(
        filed,
        byCode<Appeal>([...codes.appealOutcomes, 'pending'], ({ outcome }) => outcome),
        byCode<Appeal>(codes.appellants, ({ by }) => by),
      ),
    },
    {
      table: 'T39',
      part: 'changed',
      unit: 'appeal',
      rows: {
        sentence_increased: { total: ofOutcome('sentence_increased') },
        sentence_reduced: { total: ofOutcome('sentence_reduced') },
        changed: { total: changed },
      },
    },
  ];
}
