/** A record as it is kept: values the program sets, and `not_applicable` wherever a condition says so. */
import { markerOf } from '../records/read-value.ts';
import type { FieldValue, GroupRow, RuleContext, RuleSubject } from '../records/record.ts';
import { isApplicable, type Situation } from './conditions.ts';
import { indexOf } from './register-index.ts';
import type { FieldDeclaration, RegisterDeclaration } from './vocabulary.ts';

/**
 * Derives, then gives `not_applicable` to every field whose condition fails, and takes it back where the condition
 * holds again. An answer in a field that no longer applies gives way; the history of the record keeps it.
 */
export function settle(register: RegisterDeclaration, subject: RuleSubject, context: RuleContext): RuleSubject {
  return settleDerived(register, register.derive(subject, context), context, subject);
}

/** The same of a record in which the program has set its values; `before` is the one that they were derived from. */
export function settleDerived(
  register: RegisterDeclaration,
  derived: RuleSubject,
  context: RuleContext,
  before: RuleSubject = derived,
): RuleSubject {
  // Deriving makes values and groups of its own wherever it sets anything.
  const values: Record<string, FieldValue> = ownCopy(before.values, derived.values);
  const groups: Record<string, readonly GroupRow[]> = ownCopy(before.groups, derived.groups);
  // Conditions see what was settled before them: a field that rests on one that does not apply does not apply either.
  const settled: RuleSubject = { ...derived, values, groups };
  const index = indexOf(register);
  settleValues(values, index.fieldsOf(derived.entity), { register, subject: settled, context });
  for (const group of index.groupsOf(derived.entity)) {
    const fields = index.fieldsOf(group.id);
    if (!groups[group.id] || !fields.some((field) => field.applies)) continue;
    groups[group.id] = (groups[group.id] ?? []).map((row) => {
      const rowValues: Record<string, FieldValue> = { ...row.values };
      const settledRow = { ...row, values: rowValues };
      settleValues(rowValues, fields, { register, subject: settled, context, row: settledRow });
      return settledRow;
    });
  }
  return settled;
}

const ownCopy = <T extends object>(before: Readonly<T>, now: Readonly<T>): T => (now === before ? { ...now } : now);

function settleValues(
  values: Record<string, FieldValue>,
  fields: readonly FieldDeclaration[],
  situation: Situation,
): void {
  for (const field of fields) {
    if (!field.applies || field.meta) continue;
    const marker = markerOf(values[field.id]);
    if (marker === 'withheld') continue;
    const applies = isApplicable(field, situation);
    if (applies === false && marker !== 'not_applicable') values[field.id] = { missing: 'not_applicable' };
    if (applies === true && marker === 'not_applicable') values[field.id] = null;
  }
}
