/** From when to when an entry of a reference list may be chosen, and which day decides for an answer. */
import type { FieldDeclaration } from '../dictionary/vocabulary.ts';
import { isoDay } from './partial-date.ts';
import { daysOf } from './read-value.ts';
import type { Values } from './record.ts';

export interface InUse {
  /** First and last day; null: for as long as anybody knows, and until further notice. */
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

export const isInUse = ({ activeFrom, activeTo }: InUse, day: string): boolean =>
  (activeFrom === null || activeFrom <= day) && (activeTo === null || day <= activeTo);

/**
 * Days of which one is enough: the registration of the record (today, while it has none), and the date beside the
 * answer that says when the institution acted. An old case that is registered today may name a body of its time.
 */
export function decidingDays(
  field: Pick<FieldDeclaration, 'datedBy'>,
  values: Values,
  registered: string | undefined,
  today: string,
): readonly string[] {
  const own = field.datedBy === undefined ? undefined : daysOf(values, field.datedBy);
  // Of a date known in part its ends: one of them in use is enough.
  const ends = own === undefined ? [] : own.earliest === own.latest ? [own.earliest] : [own.earliest, own.latest];
  return [...new Set([registered ?? today, ...ends.map(isoDay)])];
}
