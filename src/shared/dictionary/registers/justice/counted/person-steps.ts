/** What has happened to a defendant, each on its day: the stages at which persons are counted. */
import { rowsBelow } from '../../../../records/content.ts';
import { textOf } from '../../../../records/read-value.ts';
import type { GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { personOutcomes, personSteps } from '../../../code-lists/counted-proceedings.ts';
import type { CountedGroup } from '../../../vocabulary.ts';
import { courseOf, dateOf, daysIn, firstOf, isFirstInstance, personOf, traffickingAmong } from './course.ts';
import { type Conviction, convictsOfTrafficking, convictsOfUse, dayOf, isOfUse } from './trafficking.ts';

type PersonStep = (typeof personSteps)[number];

type PersonOutcome = (typeof personOutcomes)[number];

function outcomeOf(content: RecordContent, defendant: GroupRow): PersonOutcome {
  const { stage, status, convictedOf } = courseOf(content, defendant);
  if (status === 'convicted') {
    return traffickingAmong(content, defendant, convictedOf).length > 0 ? 'convicted_tip' : 'convicted_other';
  }
  const isOver = stage === 'dismissed' || stage === 'transferred' || stage === 'final';
  return isOver || status === 'acquitted' || status === 'case_discontinued' ? 'not_convicted' : 'open';
}

/** Days on which a court of first instance convicted of it. */
function convictionDays(content: RecordContent, defendant: GroupRow, isOf: Conviction): readonly number[] {
  return rowsBelow(content, 'charge', defendant).flatMap((charge) =>
    rowsBelow(content, 'verdict', charge).flatMap((row) => {
      const convicts = isOf(textOf(row.values, 'verdict'), row.values, charge);
      return convicts && isFirstInstance('verdict_instance')(row) ? (dayOf(row.values, 'verdict_date') ?? []) : [];
    }),
  );
}

function finalConvictionDays(content: RecordContent, defendant: GroupRow, isOf: Conviction): readonly number[] {
  return courseOf(content, defendant).finalities.flatMap(({ day, status, convictedOf }) => {
    if (day === undefined || status !== 'convicted') return [];
    return traffickingAmong(content, defendant, convictedOf, day, isOf).length > 0 ? [day] : [];
  });
}

function stepsOf(content: RecordContent, defendant: GroupRow): readonly Values[] {
  const arrests = daysIn(content, 'custody', 'arrest_date', defendant);
  const suspected = firstOf([...daysIn(content, 'investigation', 'investigation_start', defendant), ...arrests]);
  const days: Readonly<Record<PersonStep, readonly number[]>> = {
    suspected: suspected === undefined ? [] : [suspected],
    arrested: arrests,
    prosecuted: daysIn(content, 'indictment', 'indictment_date', defendant),
    convicted_first: convictionDays(content, defendant, convictsOfTrafficking),
    convicted_final: finalConvictionDays(content, defendant, convictsOfTrafficking),
    use_convicted_first: convictionDays(content, defendant, convictsOfUse),
    use_convicted_final: finalConvictionDays(content, defendant, convictsOfUse),
  };
  const all = {
    step_person: personOf(defendant),
    step_outcome: outcomeOf(content, defendant),
    step_of_use: rowsBelow(content, 'charge', defendant).some(isOfUse) ? 'yes' : 'no',
  };
  return personSteps.flatMap((step) =>
    [...new Set(days[step])].map((day) => ({ step, step_day: dateOf(day), ...all })),
  );
}

export const personStep: CountedGroup = {
  id: 'person_step',
  parent: 'defendant',
  fields: [
    { id: 'step', type: 'code', codes: personSteps },
    { id: 'step_day', type: 'date' },
    { id: 'step_person', type: 'mark' },
    { id: 'step_outcome', type: 'code', codes: personOutcomes },
    // Charged with using the services of a victim.
    { id: 'step_of_use', type: 'code', list: 'YN' },
  ],
  rowsOf: (content, defendant) => (defendant ? stepsOf(content, defendant) : []),
};
