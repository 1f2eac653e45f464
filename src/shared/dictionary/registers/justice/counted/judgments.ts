/** Judgments: what one instance said about one defendant on one day, over all charges. */
import { rowsBelow } from '../../../../records/content.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { FieldValue, GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { traffickingResults } from '../../../code-lists/counted-proceedings.ts';
import type { CountedGroup } from '../../../vocabulary.ts';
import { dateOf, daysIn, personOf } from './course.ts';
import { convictsOfTrafficking, dayOf, isGuilty, isOfTrafficking } from './trafficking.ts';

type TraffickingResult = (typeof traffickingResults)[number];

/** Of several charges the result that stands first here is that of the judgment. */
const order = [
  'convicted_tip',
  'convicted_other_offence_only',
  'guilty_released_from_punishment',
  'not_criminally_liable_measure',
  'acquitted',
  'proceedings_terminated',
  'charge_rejected',
  'ne_bis_in_idem',
] as const;

interface Judged {
  readonly day: number;
  readonly instance: string;
  readonly verdict: string | undefined;
  /** The charge is of trafficking, or the verdict convicts of it. */
  readonly isOfTrafficking: boolean;
  /** Of a charge of trafficking; undefined of any other, and where the verdict does not say. */
  readonly onTrafficking: TraffickingResult | undefined;
}

function judgedOf(content: RecordContent, defendant: GroupRow): readonly Judged[] {
  return rowsBelow(content, 'charge', defendant).flatMap((charge) =>
    rowsBelow(content, 'verdict', charge).flatMap(({ values }) => {
      const day = dayOf(values, 'verdict_date');
      if (day === undefined) return [];
      const instance = textOf(values, 'verdict_instance') ?? 'first';
      const verdict = textOf(values, 'verdict');
      const isCharged = isOfTrafficking(charge);
      const onTrafficking = isCharged ? traffickingResult(verdict, values, charge) : undefined;
      const isOf = isCharged || convictsOfTrafficking(verdict, values, charge);
      return [{ day, instance, verdict, isOfTrafficking: isOf, onTrafficking }];
    }),
  );
}

function traffickingResult(verdict: string | undefined, values: Values, charge: GroupRow) {
  if (verdict === undefined) return undefined;
  if (convictsOfTrafficking(verdict, values, charge)) return 'convicted_tip';
  if (isGuilty(verdict)) return 'convicted_other';
  return verdict === 'acquitted' ? 'acquitted' : 'ended_otherwise';
}

const resultOf = (judged: readonly Judged[]): FieldValue =>
  order.find((code) => judged.some(({ verdict }) => verdict === code)) ?? null;

/** Of charges of trafficking alone: a conviction of it, else the verdict that stands first in the same order. */
function traffickingResultOf(judged: readonly Judged[]): FieldValue {
  const onTrafficking = judged.filter((each) => each.onTrafficking !== undefined);
  if (onTrafficking.some((each) => each.onTrafficking === 'convicted_tip')) return 'convicted_tip';
  const weightiest = order.find((code) => onTrafficking.some(({ verdict }) => verdict === code));
  return onTrafficking.find(({ verdict }) => verdict === weightiest)?.onTrafficking ?? null;
}

function judgmentsOn(content: RecordContent, defendant: GroupRow): readonly Values[] {
  const judged = judgedOf(content, defendant);
  const isOrdinary = ({ values }: GroupRow) => textOf(values, 'appeal_kind') !== 'extraordinary';
  const appeals = daysIn(content, 'appeal', 'appeal_date', defendant, isOrdinary);
  const judgments = Map.groupBy(judged, ({ day, instance }) => `${day} ${instance}`);
  // Whoever appeals after a retrial appeals against its judgment, not against the one before it.
  const laterThan = (day: number) => Math.min(...judged.filter((each) => each.day > day).map((each) => each.day));
  return [...judgments.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const isAppealed = appeals.some((day) => day >= first.day && day < laterThan(first.day));
    return [
      {
        judged_on: dateOf(first.day),
        judged_in: first.instance,
        judged_person: personOf(defendant),
        judged_result: resultOf(all),
        judged_of_trafficking: all.some((each) => each.isOfTrafficking) ? 'yes' : 'no',
        judged_trafficking: traffickingResultOf(all),
        judged_appealed: isAppealed ? 'yes' : 'no',
      },
    ];
  });
}

export const judgment: CountedGroup = {
  id: 'judgment',
  parent: 'defendant',
  fields: [
    { id: 'judged_on', type: 'date' },
    { id: 'judged_in', type: 'code', list: 'INSTANCE' },
    { id: 'judged_person', type: 'mark' },
    { id: 'judged_result', type: 'code', list: 'VERDICT' },
    { id: 'judged_of_trafficking', type: 'code', list: 'YN' },
    { id: 'judged_trafficking', type: 'code', codes: traffickingResults },
    { id: 'judged_appealed', type: 'code', list: 'YN' },
  ],
  rowsOf: (content, defendant) => (defendant ? judgmentsOn(content, defendant) : []),
};
