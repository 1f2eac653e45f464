/** REF: what is chosen from a list of the installation was in use when the record was registered, or when it was so. */
import { finding } from '../../../../records/finding.ts';
import { decidingDays, isInUse } from '../../../../records/in-use.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { FieldRef, FieldValue, Finding, RuleContext, RuleSubject, Values } from '../../../../records/record.ts';
import { editedLists } from '../../../reference-lists/edited-lists.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';
import { quality } from '../quality.ts';
import { referenceLists } from '../reference-lists.ts';

/** R07 speaks of this one: its own date alone decides there. */
const spokenOf = 'identifying_institution';
const lists = editedLists({ referenceLists });
const chosen = (fields as readonly FieldDeclaration[]).filter(
  ({ id, list }) => list !== undefined && lists.includes(list) && id !== spokenOf,
);

const codesIn = (value: FieldValue | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];

function check(registration: string, subject: RuleSubject, context: RuleContext): readonly Finding[] {
  const registered = textOf(subject.values, registration);
  const speak = (field: FieldDeclaration, values: Values, at: FieldRef): readonly Finding[] => {
    const days = decidingDays(field, values, registered, context.today);
    for (const code of codesIn(values[field.id])) {
      const entry = context.inUse(field.list ?? '', code);
      if (!entry || days.some((day) => isInUse(entry, day))) continue;
      const { activeFrom, activeTo } = entry;
      const isOver = activeTo !== null && days.some((day) => day > activeTo);
      return isOver
        ? [finding('REF', 'soft', 'no_longer', [at], { value: code, active_to: activeTo })]
        : [finding('REF', 'soft', 'not_yet', [at], { value: code, active_from: activeFrom })];
    }
    return [];
  };
  return chosen.flatMap((field) => {
    if (field.entity === subject.entity) return speak(field, subject.values, { entity: field.entity, field: field.id });
    return rowsOf(subject, field.entity).flatMap((row) =>
      speak(field, row.values, { entity: field.entity, row: row.id, field: field.id }),
    );
  });
}

export const referenceRules: readonly RuleDeclaration[] = Object.entries(quality).map(([entity, { registered }]) => ({
  id: 'REF',
  entity,
  level: 'soft',
  check: (subject, context) => check(registered, subject, context),
}));
