/** Convictions of trafficking, told from those of another offence. */
import { rowsBelow } from '../../../../records/content.ts';
import { dayNumber } from '../../../../records/partial-date.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { traffickingOffences } from '../charges.ts';
import { guiltyVerdicts } from '../verdict.ts';

const isTrafficking = (offence: string | undefined): boolean =>
  offence !== undefined && traffickingOffences.includes(offence);

/** Whether a charge is of trafficking. */
export const isOfTrafficking = ({ values }: GroupRow): boolean => isTrafficking(textOf(values, 'charge_offence'));

export const isGuilty = (verdict: string | undefined): boolean => guiltyVerdicts.some((code) => code === verdict);

/** Whether a verdict on a charge convicts of trafficking; one that waives punishment by the offence that was found. */
export function convictsOfTrafficking(verdict: string | undefined, found: Values, charge: GroupRow): boolean {
  if (verdict === 'convicted_tip') return true;
  if (verdict !== 'guilty_released_from_punishment') return false;
  const offence = textOf(found, 'convicted_offence');
  return offence === undefined ? isOfTrafficking(charge) : isTrafficking(offence);
}

/** Knowing use of the services of a victim is counted apart (Directive 2011/36/EU, Article 18a). */
const use = 'use_of_services_of_victim';

export const isOfUse = ({ values }: GroupRow): boolean => textOf(values, 'charge_offence') === use;

/** Whether a verdict finds guilty of such use; where the offence found is not entered, of the one charged. */
export const convictsOfUse = (verdict: string | undefined, found: Values, charge: GroupRow): boolean =>
  isGuilty(verdict) && (textOf(found, 'convicted_offence') ?? textOf(charge.values, 'charge_offence')) === use;

/** What a verdict may convict of, as tables tell it apart. */
export type Conviction = typeof convictsOfTrafficking;

/** The day of a field, undefined where none is entered. */
export function dayOf(values: Values, field: string): number | undefined {
  const text = textOf(values, field);
  return text === undefined ? undefined : dayNumber(text);
}

/** The newest verdict on a charge, up to a day where one is named, that finds guilty in itself or in its end. */
export function convictionOn(
  content: RecordContent,
  charge: GroupRow,
  until: number | undefined,
  fits: (verdict: GroupRow) => boolean = () => true,
): GroupRow | undefined {
  const said = rowsBelow(content, 'verdict', charge).map((row) => ({ row, at: spokenOn(row.values, until) }));
  const guilty = said.filter(({ row, at }) => {
    const { values } = row;
    if ((until !== undefined && at > until) || !fits(row)) return false;
    return isGuilty(textOf(values, 'final_verdict') ?? textOf(values, 'verdict'));
  });
  return guilty.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)).at(-1)?.row;
}

/** The last day that a verdict speaks of up to a day: that of its finality, or its own. */
function spokenOn(verdict: Values, until: number | undefined): number {
  const final = dayOf(verdict, 'final_date');
  if (final !== undefined && (until === undefined || final <= until)) return final;
  return dayOf(verdict, 'verdict_date') ?? Number.NEGATIVE_INFINITY;
}

/** Whether what the defendant stands convicted of on a charge is trafficking, or what else is asked. */
export function standsFor(
  convicts: Conviction,
  content: RecordContent,
  charge: GroupRow,
  until: number | undefined,
): boolean {
  const conviction = convictionOn(content, charge, until);
  // A conviction on appeal may stand in the outcome of the appeal alone: it is then of the offence charged.
  if (!conviction) return convicts('guilty_released_from_punishment', {}, charge);
  const { values } = conviction;
  return convicts(textOf(values, 'final_verdict') ?? textOf(values, 'verdict'), values, charge);
}
