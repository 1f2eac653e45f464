/** R50: an aggregate sentence rests on convictions of its judgment, and lies between the longest of them and their sum. */

import { rowsBelow } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import { daysOf, numberOf, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { imprisonments } from '../imprisonment.ts';
import { verdictsOn } from '../of-defendant.ts';
import {
  type Aggregated,
  aggregatesOf,
  answersOf,
  defendantsOf,
  endedWithoutConviction,
  isConviction,
  isMeasureWithoutGuilt,
  numberOfDefendant,
} from './proceedings.ts';

const terms: readonly string[] = imprisonments;
const daysPerMonth = 365.25 / 12;

/** Verdicts of the judgment that imposed the aggregate sentence: of the same day and instance. */
function verdictsOfJudgment(subject: RuleSubject, { defendant, judgment }: Aggregated): readonly GroupRow[] {
  const day = textOf(judgment.values, 'judgment_date');
  const instance = textOf(judgment.values, 'judgment_instance');
  return verdictsOn(subject, defendant).filter(
    ({ values }) => textOf(values, 'verdict_date') === day && textOf(values, 'verdict_instance') === instance,
  );
}

function isConvictedThen(subject: RuleSubject, aggregated: Aggregated): boolean {
  const type = textOf(aggregated.judgment.values, 'aggregate_type');
  const supports = (verdict: GroupRow) => isConviction(verdict) || isMeasureWithoutGuilt(verdict, type);
  const own = verdictsOfJudgment(subject, aggregated);
  if (own.length > 0) return own.some(supports);
  // A higher court may change the penalty alone: its judgment then rests on a verdict given before.
  const day = daysOf(aggregated.judgment.values, 'judgment_date');
  return verdictsOn(subject, aggregated.defendant).some((verdict) => {
    const given = daysOf(verdict.values, 'verdict_date');
    return supports(verdict) && !(day && given && given.earliest > day.latest);
  });
}

function restsOnConviction(subject: RuleSubject): readonly Finding[] {
  return aggregatesOf(subject).flatMap((aggregated) => {
    const { defendant, judgment } = aggregated;
    // R33 speaks where no judgment at all convicts.
    if (endedWithoutConviction(subject, defendant) || isConvictedThen(subject, aggregated)) return [];
    const params = { ...numberOfDefendant(defendant), ...answersOf(judgment, 'judgment_date', 'aggregate_type') };
    return [finding('R50', 'hard', 'not_convicted', [rowRef('judgment_sentence', judgment, 'aggregate_type')], params)];
  });
}

/** Fewest and most days that so many months may be counted as, by the calendar or by months of 30 days. */
const fewestDays = (months: number) => Math.floor(months / 12) * 365 + (months % 12) * 30;
const mostDays = (months: number) => Math.floor(months / 12) * 366 + (months % 12) * 31;

function betweenLongestAndSum(subject: RuleSubject): readonly Finding[] {
  return aggregatesOf(subject).flatMap((aggregated) => {
    const { defendant, judgment } = aggregated;
    const days = numberOf(judgment.values, 'aggregate_days');
    if (days === undefined || !terms.includes(textOf(judgment.values, 'aggregate_type') ?? '')) return [];
    const lengths = verdictsOfJudgment(subject, aggregated)
      .flatMap((verdict) => rowsBelow(subject, 'sentence', verdict))
      .filter(({ values }) => [...terms, 'life_imprisonment'].includes(textOf(values, 'sentence_type') ?? ''))
      .map(({ values }) => numberOf(values, 'sentence_months'));
    const known = lengths.filter((months) => months !== undefined);
    if (known.length === 0) return [];
    const longest = Math.max(...known);
    const sum = known.reduce((total, months) => total + months, 0);
    const tell = (part: string, months: number): readonly Finding[] => [
      finding('R50', 'hard', part, [rowRef('judgment_sentence', judgment, 'aggregate_days')], {
        ...numberOfDefendant(defendant),
        ...answersOf(judgment, 'judgment_date', 'aggregate_days'),
        other_aggregate_days: Math.round(months * daysPerMonth),
      }),
    ];
    if (days < fewestDays(longest)) return tell('below_longest', longest);
    // A sentence whose length is open could still make the sum longer.
    return known.length === lengths.length && days > mostDays(sum) ? tell('above_sum', sum) : [];
  });
}

function oneIsFinal(subject: RuleSubject): readonly Finding[] {
  return defendantsOf(subject).flatMap((defendant) => {
    const [first, ...others] = rowsBelow(subject, 'judgment_sentence', defendant).filter(
      ({ values }) => textOf(values, 'aggregate_final') === 'yes',
    );
    return others.map((other) =>
      finding(
        'R50',
        'hard',
        'two_final',
        [
          rowRef('judgment_sentence', other, 'aggregate_final'),
          ...(first ? [rowRef('judgment_sentence', first, 'aggregate_final')] : []),
        ],
        {
          ...numberOfDefendant(defendant),
          judgment_date: first?.values['judgment_date'] ?? null,
          other_judgment_date: other.values['judgment_date'] ?? null,
        },
      ),
    );
  });
}

export const aggregateRules: readonly RuleDeclaration[] = [
  {
    id: 'R50',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...restsOnConviction(subject), ...betweenLongestAndSum(subject), ...oneIsFinal(subject)],
  },
];
