/** R34, R35: a term of imprisonment has a length, within the law. */
import { finding, rowRef } from '../../../../records/finding.ts';
import { isAnswered, numberOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { imprisonments } from '../imprisonment.ts';
import {
  aggregatesOf,
  answersOf,
  isLegalPerson,
  numberOfDefendant,
  numbersOfCharge,
  sentencedOf,
} from './proceedings.ts';

const terms: readonly string[] = imprisonments;

/** `imprisonment`: for a term. `life`: without one. undefined: another penalty, or a company (R38 speaks of that). */
function kindOf(type: string | undefined, defendant: GroupRow): 'imprisonment' | 'life' | undefined {
  if (isLegalPerson(defendant)) return undefined;
  if (type === 'life_imprisonment') return 'life';
  return terms.includes(type ?? '') ? 'imprisonment' : undefined;
}

/** A sentence for one offence and an aggregate one, told by the same words. */
interface Term {
  readonly entity: string;
  readonly row: GroupRow;
  readonly defendant: GroupRow;
  /** Before the parts of an aggregate sentence. */
  readonly prefix: string;
  readonly type: string;
  readonly length: string;
  readonly suspended: string;
  readonly params: Finding['params'];
  /** By what the message names the judgment. */
  readonly dated: readonly string[];
}

function termsOf(subject: RuleSubject): readonly Term[] {
  const single = sentencedOf(subject).map((sentenced) => ({
    entity: 'sentence',
    row: sentenced.sentence,
    defendant: sentenced.defendant,
    prefix: '',
    type: 'sentence_type',
    length: 'sentence_months',
    suspended: 'suspended_months',
    params: numbersOfCharge(sentenced),
    dated: [],
  }));
  const aggregate = aggregatesOf(subject).map(({ defendant, judgment }) => ({
    entity: 'judgment_sentence',
    row: judgment,
    defendant,
    prefix: 'aggregate_',
    type: 'aggregate_type',
    length: 'aggregate_days',
    suspended: 'aggregate_suspended_days',
    params: numberOfDefendant(defendant),
    dated: ['judgment_date'],
  }));
  return [...single, ...aggregate];
}

function lengthFits({ entity, row, defendant, prefix, type, length, suspended, params, dated }: Term): Finding[] {
  const kind = kindOf(textOf(row.values, type), defendant);
  const stated = numberOf(row.values, length);
  const [typeAt, lengthAt] = [rowRef(entity, row, type), rowRef(entity, row, length)];
  if (kind === 'life' && stated !== undefined) {
    const named = { ...params, ...answersOf(row, type, length, ...dated) };
    return [finding('R34', 'hard', `${prefix}life_length`, [lengthAt, typeAt], named)];
  }
  if (kind !== 'imprisonment') return [];
  if (stated === undefined || stated <= 0) {
    const part = isAnswered(row.values[length]) ? 'length_contradicted' : 'length_needed';
    return [
      finding('R34', 'hard', prefix + part, [lengthAt, typeAt], { ...params, ...answersOf(row, type, ...dated) }),
    ];
  }
  const part = numberOf(row.values, suspended);
  if (part === undefined || part <= stated) return [];
  const named = { ...params, ...answersOf(row, suspended, length, ...dated) };
  return [finding('R34', 'hard', `${prefix}suspended_longer`, [rowRef(entity, row, suspended), lengthAt], named)];
}

function probationIsSet(subject: RuleSubject): readonly Finding[] {
  return aggregatesOf(subject).flatMap(({ defendant, judgment }) => {
    const { values } = judgment;
    const isSuspended =
      textOf(values, 'aggregate_type') === 'suspended_imprisonment' ||
      (numberOf(values, 'aggregate_suspended_days') ?? 0) > 0;
    if (!isSuspended || isLegalPerson(defendant) || (numberOf(values, 'probation_months') ?? 0) > 0) return [];
    const part = isAnswered(values['probation_months']) ? 'probation_contradicted' : 'probation_needed';
    const fields = [
      rowRef('judgment_sentence', judgment, 'probation_months'),
      rowRef('judgment_sentence', judgment, 'aggregate_type'),
    ];
    const params = { ...numberOfDefendant(defendant), ...answersOf(judgment, 'judgment_date') };
    return [finding('R34', 'hard', part, fields, params)];
  });
}

function withinStatute(subject: RuleSubject): readonly Finding[] {
  return sentencedOf(subject).flatMap((sentenced) => {
    const { defendant, charge, verdict, sentence } = sentenced;
    const kind = kindOf(textOf(sentence.values, 'sentence_type'), defendant);
    const convicted = textOf(verdict.values, 'convicted_offence');
    // The range stands with the article of the charge; of another offence it says nothing.
    if (kind === undefined || (convicted !== undefined && convicted !== textOf(charge.values, 'charge_offence'))) {
      return [];
    }
    const least = numberOf(charge.values, 'charge_min_months');
    const most = numberOf(charge.values, 'charge_max_months');
    const months = numberOf(sentence.values, 'sentence_months');
    const tell = (part: string, field: string, bound: string): readonly Finding[] => [
      finding('R35', 'soft', part, [rowRef('sentence', sentence, field), rowRef('charge', charge, 'legal_article')], {
        ...numbersOfCharge(sentenced),
        ...answersOf(sentence, field),
        ...answersOf(charge, 'legal_article', bound),
      }),
    ];
    if (kind === 'life') return most === undefined ? [] : tell('life', 'sentence_type', 'charge_max_months');
    if (months === undefined) return [];
    if (least !== undefined && months < least) return tell('below', 'sentence_months', 'charge_min_months');
    return most !== undefined && months > most ? tell('above', 'sentence_months', 'charge_max_months') : [];
  });
}

export const termRules: readonly RuleDeclaration[] = [
  {
    id: 'R34',
    entity: 'case',
    level: 'hard',
    waits: ['length_needed', 'aggregate_length_needed', 'probation_needed'],
    check: (subject) => [...termsOf(subject).flatMap(lengthFits), ...probationIsSet(subject)],
  },
  { id: 'R35', entity: 'case', level: 'soft', check: withinStatute },
];
