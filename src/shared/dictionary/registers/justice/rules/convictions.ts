/** R32, R33: a sentence, and a confiscation that rests on one, only after a conviction. */
import { outerRowIn } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import { isAnswered, rowsOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { verdictsOn } from '../of-defendant.ts';
import {
  aggregatesOf,
  answersOf,
  defendantsOf,
  endedWithoutConviction,
  isConviction,
  isMeasureWithoutGuilt,
  numberOfDefendant,
  numbersOfCharge,
  sentencedOf,
} from './proceedings.ts';

function sentencedAfterConviction(subject: RuleSubject): readonly Finding[] {
  return sentencedOf(subject).flatMap((sentenced) => {
    const { verdict, sentence } = sentenced;
    if (isConviction(verdict) || isMeasureWithoutGuilt(verdict, textOf(sentence.values, 'sentence_type'))) return [];
    const params = { ...numbersOfCharge(sentenced), ...answersOf(sentence, 'sentence_type') };
    const [at, verdictAt] = [rowRef('sentence', sentence, 'sentence_type'), rowRef('verdict', verdict, 'verdict')];
    if (textOf(verdict.values, 'verdict') !== undefined) {
      const named = { ...params, ...answersOf(verdict, 'verdict') };
      return [finding('R32', 'hard', 'not_convicted', [at, verdictAt], named)];
    }
    const part = isAnswered(verdict.values['verdict']) ? 'verdict_contradicted' : 'verdict_needed';
    return [finding('R32', 'hard', part, [verdictAt, at], params)];
  });
}

function aggregateAfterConviction(subject: RuleSubject): readonly Finding[] {
  return aggregatesOf(subject).flatMap(({ defendant, judgment }) => {
    const type = textOf(judgment.values, 'aggregate_type');
    if (!endedWithoutConviction(subject, defendant)) return [];
    if (verdictsOn(subject, defendant).some((verdict) => isMeasureWithoutGuilt(verdict, type))) return [];
    const params = { ...numberOfDefendant(defendant), ...answersOf(judgment, 'aggregate_type') };
    return [finding('R33', 'hard', 'sentence', [rowRef('judgment_sentence', judgment, 'aggregate_type')], params)];
  });
}

// Some laws confiscate without a conviction, and no field tells the two apart: the officer confirms it.
function confiscatedAfterConviction(subject: RuleSubject): readonly Finding[] {
  const defendants = defendantsOf(subject);
  if (defendants.length === 0 || !defendants.every((each) => endedWithoutConviction(subject, each))) return [];
  return rowsOf(subject, 'asset_decision').flatMap((decision) => {
    const asset = outerRowIn(subject, decision);
    if (!asset || textOf(decision.values, 'asset_stage') !== 'confiscated_final') return [];
    const params = { ...answersOf(asset, 'asset_no'), ...answersOf(decision, 'asset_date') };
    return [finding('R33', 'soft', 'confiscation', [rowRef('asset_decision', decision, 'asset_stage')], params)];
  });
}

export const convictionRules: readonly RuleDeclaration[] = [
  { id: 'R32', entity: 'case', level: 'hard', waits: ['verdict_needed'], check: sentencedAfterConviction },
  {
    id: 'R33',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...aggregateAfterConviction(subject), ...confiscatedAfterConviction(subject)],
  },
];
