/** REF: what is chosen from a list of the installation was in use when the record was registered, or when it was so. */
import { finding } from '../../records/finding.ts';
import { datedValues, decidingDays, isInUse } from '../../records/in-use.ts';
import { rowsOf, textOf } from '../../records/read-value.ts';
import type { FieldRef, FieldValue, Finding, GroupRow, RuleContext, RuleSubject } from '../../records/record.ts';
import { editedLists } from '../reference-lists/edited-lists.ts';
import type { FieldDeclaration, QualityDeclaration, RuleDeclaration } from '../vocabulary.ts';

interface Declared {
  readonly fields: readonly FieldDeclaration[];
  readonly referenceLists: readonly string[];
  /** Says which date registers a record of each type. */
  readonly quality: Readonly<Record<string, QualityDeclaration>>;
  /** Fields that another rule speaks of. */
  readonly except?: readonly string[];
}

const codesIn = (value: FieldValue | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];

/** REF for every record type of a register. */
export function chosenInUse({ fields, referenceLists, quality, except = [] }: Declared): readonly RuleDeclaration[] {
  const lists = editedLists({ referenceLists });
  const chosen = fields.filter(({ id, list }) => list !== undefined && lists.includes(list) && !except.includes(id));

  function check(registration: string, subject: RuleSubject, context: RuleContext): readonly Finding[] {
    const registered = textOf(subject.values, registration);
    const speak = (field: FieldDeclaration, row: GroupRow | undefined, at: FieldRef): readonly Finding[] => {
      const codes = codesIn((row ?? subject).values[field.id]);
      if (codes.length === 0) return [];
      const days = decidingDays(field, datedValues(field, subject, row), registered, context.today);
      for (const code of codes) {
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
      if (field.entity === subject.entity) return speak(field, undefined, { entity: field.entity, field: field.id });
      return rowsOf(subject, field.entity).flatMap((row) =>
        speak(field, row, { entity: field.entity, row: row.id, field: field.id }),
      );
    });
  }

  return Object.entries(quality).map(([entity, { registered }]) => ({
    id: 'REF',
    entity,
    level: 'soft',
    check: (subject, context) => check(registered, subject, context),
  }));
}
