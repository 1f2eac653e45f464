/** R13: answers such as "alone" or "none" stand by themselves. */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { codesOf } from '../../../../records/read-value.ts';
import type { FieldRef, Finding, RuleSubject, Values } from '../../../../records/record.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { codeLists } from '../code-lists.ts';
import { fields } from '../fields.ts';

const exclusiveOf = new Map(
  codeLists.map((list) => [list.id, list.codes.filter((code) => code.exclusive).map((code) => code.code)]),
);
const multiple = (fields as readonly FieldDeclaration[]).flatMap((field) => {
  const exclusive = field.type === 'codes' ? (exclusiveOf.get(field.list ?? '') ?? []) : [];
  return exclusive.length > 0 ? [{ field, exclusive }] : [];
});

function inOneField(values: Values, field: FieldDeclaration, exclusive: readonly string[], at: FieldRef): Finding[] {
  const chosen = codesOf(values, field.id);
  if (chosen.length < 2) return [];
  const alone = chosen.find((code) => exclusive.includes(code));
  if (alone === undefined) return [];
  const others = chosen.filter((code) => code !== alone);
  return [finding('R13', 'hard', 'combined', [at], { value: [alone], other_value: others })];
}

function check(subject: RuleSubject): readonly Finding[] {
  return multiple.flatMap(({ field, exclusive }) => {
    if (field.entity === subject.entity)
      return inOneField(subject.values, field, exclusive, ref(field.entity, field.id));
    return (subject.groups[field.entity] ?? []).flatMap((row) =>
      inOneField(row.values, field, exclusive, rowRef(field.entity, row, field.id)),
    );
  });
}

export const exclusiveRules: readonly RuleDeclaration[] = [{ id: 'R13', entity: 'victim', level: 'hard', check }];
