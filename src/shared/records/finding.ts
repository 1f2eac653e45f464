/** Building findings: one sentence per part, the field to mend first, values named by the id of their field. */
import type { RuleLevel } from '../dictionary/vocabulary.ts';
import type { FieldRef, FieldValue, Finding, GroupRow } from './record.ts';

/** A field of the record itself or of its vault. */
export const ref = (entity: string, field: string): FieldRef => ({ entity, field });

/** A field of one row of a repeating group. */
export const rowRef = (entity: string, row: GroupRow, field: string): FieldRef => ({ entity, row: row.id, field });

/**
 * A finding whose parameters are raw values: under the id of their field, or under `value` where one rule speaks of
 * many fields. `other_` before either names a second value of that field. Days under other names are ISO dates.
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

/** Id of the field by whose declaration a parameter is shown; no field has that id where it is a plain number or day. */
export function fieldOfParam({ fields }: Finding, name: string): string {
  const plain = name.startsWith('other_') ? name.slice('other_'.length) : name;
  return plain === 'value' ? (fields[0]?.field ?? plain) : plain;
}
