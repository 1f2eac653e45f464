/** What was decided on a charge, and when it became final. */
import type { Charge, Defendant, Verdict } from './cases.ts';

const trafficking = [
  'trafficking_base',
  'trafficking_of_child',
  'trafficking_organised_group',
  'trafficking_by_official',
];

export const isTrafficking = (offence: string | null): boolean => offence !== null && trafficking.includes(offence);

export const isGuilty = (verdict: string | null): boolean =>
  verdict === 'convicted_tip' ||
  verdict === 'convicted_other_offence_only' ||
  verdict === 'guilty_released_from_punishment';

/** Guilty of trafficking. Where punishment was waived the code does not say of what: the offence does. */
export function isTraffickingConviction(verdict: string | null, row: Verdict, charge: Charge): boolean {
  if (verdict === 'guilty_released_from_punishment') return isTrafficking(row.offence ?? charge.offence);
  return verdict === 'convicted_tip';
}

/**
 * The day of a verdict. One that is stated without a day took place on the day of the verdict above it; where there is
 * none, before everything that has a day. Undefined: there is no verdict in this row.
 */
export function verdictDay(charge: Charge, place: number): number | undefined {
  for (const row of charge.verdicts.slice(0, place + 1).toReversed()) if (row.day !== null) return row.day;
  return charge.verdicts[place]?.verdict == null ? undefined : Number.NEGATIVE_INFINITY;
}

export interface Outcome {
  readonly day: number;
  readonly verdict: string | null;
  readonly row: Verdict;
  readonly charge: Charge;
}

/** What courts decided on a charge, row by row; a row without a verdict and without a day says nothing yet. */
export const decisionsOn = (charge: Charge): readonly Outcome[] =>
  charge.verdicts.flatMap((row, place) => {
    const day = row.day === null && row.verdict === null ? undefined : verdictDay(charge, place);
    return day === undefined ? [] : [{ day, verdict: row.verdict, row, charge }];
  });

/**
 * How often, when and with which outcome a charge became final: by a date of finality, by a verdict of the instance
 * `final` where no date of finality tells the day of the same judgment, or by an
 * aggregate judgment of that instance and that day which is said to be final.
 */
export function finalitiesOf(charge: Charge, { judgments }: Defendant): readonly Outcome[] {
  const decisions = decisionsOn(charge);
  const dated = charge.verdicts.flatMap((row): Outcome[] =>
    row.finalDay === null ? [] : [{ day: row.finalDay, verdict: row.finalVerdict ?? row.verdict, row, charge }],
  );
  const isToldAlready = ({ day }: Outcome) => dated.some((each) => (each.row.day ?? day) <= day && day <= each.day);
  const undated = decisions.filter(({ day, row }) => {
    if (row.finalDay !== null || !Number.isFinite(day)) return false;
    const isAggregate = judgments.some((each) => each.isFinal && each.day === day && each.instance === 'final');
    return row.instance === 'final' || isAggregate;
  });
  return [...dated, ...undated.filter((each) => !isToldAlready(each))].toSorted((a, b) => a.day - b.day);
}

/**
 * The newest finality of a charge; undefined where none was, or where an order for a retrial followed and the charge was
 * judged again. Without such an order nothing leads back from finality.
 */
export function standingFinality(charge: Charge, defendant: Defendant): Outcome | undefined {
  const newest = finalitiesOf(charge, defendant).at(-1);
  const order = retrialOrders(defendant).at(-1);
  if (!newest || order === undefined || order < newest.day) return newest;
  const isJudgedAgain = decisionsOn(charge).some(({ day, row }) => row !== newest.row && day > order);
  return isJudgedAgain ? undefined : newest;
}

/** Orders for a retrial; one without a day of its own was given on the day of the filing, else at the first verdict. */
export function retrialOrders(defendant: Defendant): readonly number[] {
  return defendant.appeals
    .filter(({ outcome }) => outcome === 'sent_back_for_retrial')
    .map((appeal) => appeal.decided ?? filingDay(appeal, defendant))
    .toSorted((a, b) => a - b);
}

/** The day of an appeal; without one that of the first verdict, for an extraordinary remedy of the first that is final. */
export function filingDay({ filed, kind }: Defendant['appeals'][number], defendant: Defendant): number {
  if (filed !== null) return filed;
  const { charges } = defendant;
  const days =
    kind === 'extraordinary'
      ? charges.flatMap((charge) => finalitiesOf(charge, defendant).map(({ day }) => day))
      : charges.flatMap((charge) => decisionsOn(charge).map(({ day }) => day));
  return days.length === 0 ? Number.NEGATIVE_INFINITY : Math.min(...days);
}
