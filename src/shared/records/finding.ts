/** Building findings: one sentence per part, the field to mend first, values named by the id of their field. */
import type { RuleLevel } from '../dictionary/vocabulary.ts';
import type { FieldRef, FieldValue, Finding, GroupRow } from './record.ts';

/** A field of the record itself or of its vault. */
export const ref = (entity: string, field: string): FieldRef => ({ entity, field });

/** A field of one row of a repeating group. */
export const rowRef = (entity: string, row: GroupRow, field: string): FieldRef => ({ entity, row: row.id, field });

/**
 * A finding whose parameters are raw values under the id of their field; `other_` before an id names the same field
 * of another row or record. Whoever shows the message formats them by the declaration of that field.
 */
export function finding(
  rule: string,
  level: RuleLevel,
  part: string,
  fields: readonly FieldRef[],
  params: Readonly<Record<string, FieldValue>> = {},
): Finding {
  return { rule, level, part, fields, params };
}
