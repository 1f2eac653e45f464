/** R36, R37: what is final was decided before, and as the last appeal decided it. */

import { rowsBelow } from '../../../../records/content.ts';
import { finding, rowRef } from '../../../../records/finding.ts';
import { type DayInterval, isAtOrBefore, isBefore } from '../../../../records/partial-date.ts';
import { daysOf, isAnswered, textOf } from '../../../../records/read-value.ts';
import type { Finding, GroupRow, RuleSubject } from '../../../../records/record.ts';
import type { RuleDeclaration } from '../../../vocabulary.ts';
import { verdictsOn } from '../of-defendant.ts';
import { guiltyVerdicts } from '../verdict.ts';
import { answersOf, type Judged, judgedOf, numbersOfCharge } from './proceedings.ts';

const guilty: readonly string[] = guiltyVerdicts;

const kindOf = ({ values }: GroupRow) => textOf(values, 'appeal_kind');
const decisionOf = ({ values }: GroupRow) => daysOf(values, 'appeal_decision_date');
const filingOf = ({ values }: GroupRow) => daysOf(values, 'appeal_date');

/**
 * Ordinary appeals on the way to what became final on a day. An extraordinary remedy after that day opens a new chain:
 * appeals filed from then on belong to it.
 */
function appealsOnTheWay(subject: RuleSubject, defendant: GroupRow, final: DayInterval): readonly GroupRow[] {
  const appeals = rowsBelow(subject, 'appeal', defendant);
  const reopenings = appeals
    .filter((appeal) => kindOf(appeal) === 'extraordinary')
    .flatMap((appeal) => filingOf(appeal) ?? decisionOf(appeal) ?? [])
    .filter((day) => isAtOrBefore(final, day) === true);
  return appeals.filter((appeal) => {
    if (kindOf(appeal) !== 'ordinary') return false;
    const filed = filingOf(appeal) ?? decisionOf(appeal);
    return !(filed && reopenings.some((day) => isAtOrBefore(day, filed) === true));
  });
}

interface Final extends Judged {
  readonly final: DayInterval;
  readonly appeals: readonly GroupRow[];
}

const finalsOf = (subject: RuleSubject): readonly Final[] =>
  judgedOf(subject).flatMap((judged) => {
    const final = daysOf(judged.verdict.values, 'final_date');
    return final ? [{ ...judged, final, appeals: appealsOnTheWay(subject, judged.defendant, final) }] : [];
  });

/** Nobody has decided yet: told so, or neither result nor date is entered. */
function isPending({ values }: GroupRow): boolean {
  if (textOf(values, 'appeal_outcome') === 'pending') return true;
  return !isAnswered(values['appeal_outcome']) && !isAnswered(values['appeal_decision_date']);
}

function finalAfterAppeals(subject: RuleSubject): readonly Finding[] {
  return finalsOf(subject).flatMap((judged) => {
    const { verdict, final, appeals } = judged;
    const params = { ...numbersOfCharge(judged), ...answersOf(verdict, 'final_date') };
    const at = rowRef('verdict', verdict, 'final_date');
    return appeals.flatMap((appeal) => {
      if (isPending(appeal)) {
        const named = { ...params, ...answersOf(appeal, 'appeal_date') };
        return [finding('R36', 'hard', 'pending', [at, rowRef('appeal', appeal, 'appeal_outcome')], named)];
      }
      const decided = decisionOf(appeal);
      if (!decided || isBefore(final, decided) !== true) return [];
      const named = { ...params, ...answersOf(appeal, 'appeal_decision_date') };
      return [finding('R36', 'hard', 'before_decision', [at, rowRef('appeal', appeal, 'appeal_decision_date')], named)];
    });
  });
}

/** Whether a final verdict is what an appeal that reversed made of it; undefined where the appeal reversed nothing. */
function isAsReversed(outcome: string | undefined, verdict: string): boolean | undefined {
  if (outcome === 'verdict_reversed_to_acquittal') return !guilty.includes(verdict);
  if (outcome === 'verdict_reversed_to_conviction') return guilty.includes(verdict);
  return undefined;
}

function finalAsReversed(subject: RuleSubject): readonly Finding[] {
  return finalsOf(subject).flatMap((judged) => {
    const { defendant, verdict, final, appeals } = judged;
    const ended = textOf(verdict.values, 'final_verdict');
    const decided = appeals
      .filter((appeal) => decisionOf(appeal) && isAtOrBefore(decisionOf(appeal) ?? final, final) !== false)
      .toSorted((a, b) => (decisionOf(a)?.earliest ?? 0) - (decisionOf(b)?.earliest ?? 0));
    const last = decided.at(-1);
    if (!last || ended === undefined) return [];
    const outcome = textOf(last.values, 'appeal_outcome');
    if (isAsReversed(outcome, ended) !== false) return [];
    // An appeal may concern one charge among several: it is enough that one of them ended as it says.
    const others = verdictsOn(subject, defendant).flatMap(({ values }) => textOf(values, 'final_verdict') ?? []);
    if (others.some((other) => isAsReversed(outcome, other))) return [];
    return [
      finding(
        'R37',
        'hard',
        'reversed',
        [rowRef('verdict', verdict, 'final_verdict'), rowRef('appeal', last, 'appeal_outcome')],
        {
          ...numbersOfCharge(judged),
          ...answersOf(last, 'appeal_outcome', 'appeal_decision_date'),
          ...answersOf(verdict, 'final_verdict'),
        },
      ),
    ];
  });
}

function triedAgain(subject: RuleSubject): readonly Finding[] {
  return finalsOf(subject).flatMap((judged) => {
    const { defendant, verdict, final, appeals } = judged;
    const starts = rowsBelow(subject, 'trial', defendant).map(({ values }) => daysOf(values, 'trial_start'));
    // A trial without a known first day may be the one.
    if (starts.includes(undefined)) return [];
    return appeals.flatMap((appeal) => {
      const sentBack = decisionOf(appeal);
      if (textOf(appeal.values, 'appeal_outcome') !== 'sent_back_for_retrial' || !sentBack) return [];
      if (isBefore(final, sentBack) === true) return [];
      if (starts.some((start) => start && isAtOrBefore(start, sentBack) !== true)) return [];
      const fields = [rowRef('verdict', verdict, 'final_date'), rowRef('appeal', appeal, 'appeal_outcome')];
      const params = {
        ...numbersOfCharge(judged),
        ...answersOf(appeal, 'appeal_decision_date'),
        ...answersOf(verdict, 'final_date'),
      };
      return [finding('R37', 'hard', 'no_retrial', fields, params)];
    });
  });
}

export const appealRules: readonly RuleDeclaration[] = [
  { id: 'R36', entity: 'case', level: 'hard', check: finalAfterAppeals },
  {
    id: 'R37',
    entity: 'case',
    level: 'hard',
    check: (subject) => [...finalAsReversed(subject), ...triedAgain(subject)],
  },
];
