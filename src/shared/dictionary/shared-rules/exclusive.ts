/** R13 in every register: answers such as "alone" or "none" stand by themselves. */
import { finding, ref, rowRef } from '../../records/finding.ts';
import { codesOf, rowsOf } from '../../records/read-value.ts';
import type { FieldRef, Finding, RuleSubject, Values } from '../../records/record.ts';
import type { CodeListDeclaration, FieldDeclaration } from '../vocabulary.ts';

interface Declared {
  readonly fields: readonly FieldDeclaration[];
  readonly codeLists: readonly CodeListDeclaration[];
}

function inOneField(values: Values, field: FieldDeclaration, exclusive: readonly string[], at: FieldRef): Finding[] {
  const chosen = codesOf(values, field.id);
  if (chosen.length < 2) return [];
  const alone = chosen.find((code) => exclusive.includes(code));
  if (alone === undefined) return [];
  const others = chosen.filter((code) => code !== alone);
  return [finding('R13', 'hard', 'combined', [at], { value: [alone], other_value: others })];
}

/** R13 over a record and its rows; reads the declarations once. */
export function exclusiveStandAlone({ fields, codeLists }: Declared): (subject: RuleSubject) => readonly Finding[] {
  const exclusiveOf = new Map(
    codeLists.map((list) => [list.id, list.codes.filter((code) => code.exclusive).map((code) => code.code)]),
  );
  const multiple = fields.flatMap((field) => {
    const exclusive = field.type === 'codes' ? (exclusiveOf.get(field.list ?? '') ?? []) : [];
    return exclusive.length > 0 ? [{ field, exclusive }] : [];
  });
  return (subject) =>
    multiple.flatMap(({ field, exclusive }) => {
      if (field.entity === subject.entity)
        return inOneField(subject.values, field, exclusive, ref(field.entity, field.id));
      return rowsOf(subject, field.entity).flatMap((row) =>
        inOneField(row.values, field, exclusive, rowRef(field.entity, row, field.id)),
      );
    });
}
