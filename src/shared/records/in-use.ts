/** From when to when an entry of a reference list may be chosen, and which day decides for an answer. */
import type { FieldDeclaration } from '../dictionary/vocabulary.ts';
import { outwards } from './content.ts';
import { isoDay } from './partial-date.ts';
import { daysOf } from './read-value.ts';
import type { GroupRow, RecordContent, Values } from './record.ts';

export interface InUse {
  /** First and last day; null: for as long as anybody knows, and until further notice. */
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

export const isInUse = ({ activeFrom, activeTo }: InUse, day: string): boolean =>
  (activeFrom === null || activeFrom <= day) && (activeTo === null || day <= activeTo);

/** The answers among which the date stands that says when a row was so: its own, those of a row around it, the record's. */
export function datedValues(
  { datedBy }: Pick<FieldDeclaration, 'datedBy'>,
  content: RecordContent,
  row: GroupRow | undefined,
): Values {
  if (datedBy !== undefined) {
    for (const { values } of outwards(content, row)) if (datedBy in values) return values;
  }
  return content.values;
}

/**
 * Days of which one is enough: the registration of the record (today, while it has none), and the date beside the
 * answer that says when the institution acted. An old case that is registered today may name a body of its time.
 * Where a field says so, its date decides alone as soon as it is known.
 */
export function decidingDays(
  { datedBy, datedUntil, datedOnly = false }: Dated,
  values: Values,
  registered: string | undefined,
  today: string,
): readonly string[] {
  const own = [...endsOf(values, datedBy), ...endsOf(values, datedUntil)];
  const always = datedOnly && own.length > 0 ? [] : [registered ?? today];
  return [...new Set([...always, ...own.map(isoDay)])];
}

type Dated = Pick<FieldDeclaration, 'datedBy' | 'datedUntil' | 'datedOnly'>;

/** Of a date known in part its ends: one of them in use is enough. */
function endsOf(values: Values, field: string | undefined): readonly number[] {
  const days = field === undefined ? undefined : daysOf(values, field);
  return days === undefined ? [] : [days.earliest, days.latest];
}
