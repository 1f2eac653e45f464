/** Proceedings against the defendants of a case, worked out once for all rows that are counted by them. */
import { rowsBelow, rowsOf } from '../../../../records/content.ts';
import { isoDay } from '../../../../records/partial-date.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { FieldValue, GroupRow, RecordContent } from '../../../../records/record.ts';
import { type Proceedings, proceedingsAgainst } from '../proceedings.ts';
import { type Conviction, convictsOfTrafficking, dayOf, standsFor } from './trafficking.ts';

const known = new WeakMap<GroupRow, { readonly content: RecordContent; readonly proceedings: Proceedings }>();

/** How the proceedings against a defendant stand. */
export function courseOf(content: RecordContent, defendant: GroupRow): Proceedings {
  const found = known.get(defendant);
  if (found?.content === content) return found.proceedings;
  const proceedings = proceedingsAgainst(content, defendant);
  known.set(defendant, { content, proceedings });
  return proceedings;
}

/** Of the charges that somebody stands convicted of, those of trafficking, or of what else is asked. */
export function traffickingAmong(
  content: RecordContent,
  defendant: GroupRow,
  convictedOf: readonly string[],
  until?: number,
  convicts: Conviction = convictsOfTrafficking,
): readonly GroupRow[] {
  return rowsBelow(content, 'charge', defendant).filter(
    (charge) => convictedOf.includes(charge.id) && standsFor(convicts, content, charge, until),
  );
}

/** The code of the person, by which the same one is known over several cases. */
export const personOf = ({ values }: GroupRow): FieldValue => textOf(values, 'person_code') ?? null;

export const dateOf = (day: number | undefined): FieldValue => (day === undefined ? null : isoDay(day));

/** Days of a field in the rows below a defendant, in the order of the rows. */
export function daysIn(
  content: RecordContent,
  entity: string,
  field: string,
  defendant: GroupRow,
  fits: (row: GroupRow) => boolean = () => true,
): readonly number[] {
  return rowsBelow(content, entity, defendant).flatMap((row) => (fits(row) ? (dayOf(row.values, field) ?? []) : []));
}

export const firstOf = (days: readonly number[]): number | undefined =>
  days.length === 0 ? undefined : Math.min(...days);

export const isFirstInstance =
  (field: string) =>
  ({ values }: GroupRow): boolean =>
    (textOf(values, field) ?? 'first') === 'first';

export const defendantsOf = (content: RecordContent): readonly GroupRow[] => rowsOf(content, 'defendant');
