/**
 * R48: no personal number in free text, and no name: neither the family name of a defendant of the case, which is known
 * where the vault is open, nor the full name of anybody in the register, which the index of names has found.
 */
import { fold } from '../../../../locale/fold.ts';
import { finding, ref, rowRef } from '../../../../records/finding.ts';
import { rowsOf, textOf } from '../../../../records/read-value.ts';
import type { FieldRef, Finding, RuleContext, RuleSubject, Values } from '../../../../records/record.ts';
import { isTyped } from '../../../register-index.ts';
import type { FieldDeclaration, RuleDeclaration } from '../../../vocabulary.ts';
import { fields } from '../fields.ts';
import { holdsPersonalNumber } from './personal-numbers/find-numbers.ts';

const familyNames = (fields as readonly FieldDeclaration[]).filter(({ personRole }) => personRole === 'family_name');

/** Texts outside the vault. */
const texts = (fields as readonly FieldDeclaration[]).filter(
  (field) => field.type === 'text' && field.sensitivity !== 'direct' && isTyped(field),
);

/** Shorter names stand in too many words to mean anybody. */
const shortestName = 3;

/** Folded family names of the defendants whose identity is known, those of companies included, each between spaces. */
const namesOf = ({ rowIdentities = {} }: RuleSubject): readonly string[] =>
  Object.values(rowIdentities).flatMap((identity) => {
    const name = fold(familyNames.map(({ id }) => textOf(identity, id) ?? '').join(' '));
    return name.length < shortestName ? [] : [` ${name} `];
  });

function check(subject: RuleSubject, { ownCountry, namedTexts }: RuleContext): readonly Finding[] {
  const names = namesOf(subject);
  const look = (values: Values, at: FieldRef): readonly Finding[] => {
    const text = textOf(values, at.field);
    if (text === undefined) return [];
    const folded = names.length === 0 ? '' : ` ${fold(text)} `;
    // Never with the text: findings travel further than the field.
    return [
      ...(holdsPersonalNumber(text, ownCountry) ? [finding('R48', 'soft', 'personal_number', [at])] : []),
      ...(namedTexts?.has(text) || names.some((name) => folded.includes(name))
        ? [finding('R48', 'soft', 'name', [at])]
        : []),
    ];
  };
  return texts.flatMap(({ entity, id }) =>
    entity === subject.entity
      ? look(subject.values, ref(entity, id))
      : rowsOf(subject, entity).flatMap((row) => look(row.values, rowRef(entity, row, id))),
  );
}

export const textRules: readonly RuleDeclaration[] = [
  { id: 'R48', entity: 'case', level: 'soft', asksForNames: true, check },
];
