/** When a field is to be answered, in words: from the condition that the dictionary declares. */
import { choicesOf } from '#shared/dictionary/derive-choices.ts';
import { lettersOfCountry } from '#shared/dictionary/reference-lists/country.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { entityTextKey, factTextKey } from '#shared/dictionary/text-keys.ts';
import type { Condition } from '#shared/dictionary/vocabulary.ts';
import type { Translate } from '../texts.ts';

export interface ConditionWords {
  readonly index: RegisterIndex;
  readonly t: Translate;
  /** Country of the register. */
  readonly country: string;
}

/** “Only if V9 = 1.”: fields and answers by the numbers that stand on the form. */
export function conditionText(condition: Condition, words: ConditionWords): string {
  const isDenied = 'not' in condition;
  const text = phrase(isDenied ? condition.not : condition, words);
  return words.t(isDenied ? 'paper:condition.notIf' : 'paper:condition.onlyIf', { condition: text });
}

function phrase(condition: Condition, words: ConditionWords): string {
  const { index, t } = words;
  if ('all' in condition) return joined(condition.all, 'and', words);
  if ('any' in condition) return joined(condition.any, 'or', words);
  if ('not' in condition) return t('paper:condition.not', { condition: phrase(condition.not, words) });
  if ('fact' in condition) return t(factTextKey(index.register.kind, condition.fact), factParams(words));
  if ('rowsOf' in condition)
    return t('paper:condition.rows', { rows: t(entityTextKey(index.register.kind, condition.rowsOf), { count: 2 }) });
  const { no, type, list } = declared(condition.field, index);
  if ('known' in condition) return t('paper:condition.known', { field: no });
  if ('above' in condition) return t('paper:condition.above', { field: no, bound: condition.above });
  const numbers = condition.is.map((code) => numberOf(list ?? '', code, index));
  const answers = listed(numbers, t);
  return t(type === 'codes' ? 'paper:condition.contains' : 'paper:condition.is', { field: no, answers });
}

/** Alternatives within a list of conditions stand in brackets. */
function joined(parts: readonly Condition[], by: 'and' | 'or', words: ConditionWords): string {
  const texts = parts.map((part) =>
    'all' in part || 'any' in part ? `(${phrase(part, words)})` : phrase(part, words),
  );
  return texts.join(` ${words.t(`paper:condition.${by}`)} `);
}

function listed(texts: readonly string[], t: Translate): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${t('paper:condition.or')} ${last}`;
}

function declared(field: string, index: RegisterIndex) {
  const owner = index.ownerOf(field);
  if (owner === undefined) throw new Error(`not declared: ${field}`);
  return index.field(owner, field);
}

function numberOf(list: string, code: string, index: RegisterIndex): string {
  const choices = choicesOf(index.codeList(list) ?? { id: list, codes: [] });
  return String(choices.find((choice) => choice.declared.code === code)?.number ?? code);
}

/** What the text of a fact may name: every field by its id, every code as LIST_code, the own country. */
function factParams({ index, country }: ConditionWords): Readonly<Record<string, string>> {
  const { fields, codeLists } = index.register;
  const codes = codeLists.flatMap((list) =>
    choicesOf(list).map(({ declared: { code }, number }) => [`${list.id}_${code}`, String(number)] as const),
  );
  return Object.fromEntries([
    ...fields.map(({ id, no }) => [id, no] as const),
    ...codes,
    ['own', lettersOfCountry(country)],
  ]);
}
