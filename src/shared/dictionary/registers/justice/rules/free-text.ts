/**
 * R48: no personal number in free text. Names are looked for in the vaults of the whole register, which a rule over one
 * case does not see; that half belongs to the service that opens them.
 */
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { FieldRef, Finding, RuleContext, RuleSubject, Values } from '../../../../records/record.ts';
import { isTyped } from '../../../register-index.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';
import { holdsPersonalNumber } from './personal-numbers/find-numbers.ts';

/** Texts outside the vault. */
const texts = (fields as readonly FieldDeclaration[]).filter(
  (field) => field.type === 'text' && field.sensitivity !== 'direct' && isTyped(field),
);

function check(subject: RuleSubject, { ownCountry }: RuleContext): readonly Finding[] {
  const look = (values: Values, at: FieldRef): readonly Finding[] => {
    const text = textOf(values, at.field);
    if (text === undefined || !holdsPersonalNumber(text, ownCountry)) return [];
    // Never with the text: findings travel further than the field.
    return [finding('R48', 'soft', 'personal_number', [at])];
  };
  return texts.flatMap(({ entity, id }) =>
    entity === subject.entity
      ? look(subject.values, ref(entity, id))
      : rowsOf(subject, entity).flatMap((row) => look(row.values, rowRef(entity, row, id))),
  );
}

export const textRules: readonly RuleDeclaration[] = [{ id: 'R48', entity: 'case', level: 'soft', check }];
