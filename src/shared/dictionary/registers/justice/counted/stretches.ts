/** How long it took a defendant from one stage to the next, and where it has not come to an end yet (T37). */
import type { FieldValue, GroupRow, RecordContent, Values } from '../../../../records/record.ts';
import { stretches } from '../../../code-lists/counted-proceedings.ts';
import type { CountedGroup } from '../../../vocabulary.ts';
import { verdictsOn } from '../of-defendant.ts';
import { isOpen } from '../stages.ts';
import { courseOf, dateOf, daysIn, firstOf, isFirstInstance } from './course.ts';
import { dayOf } from './trafficking.ts';

type StretchName = (typeof stretches)[number];

/** First day of each stage; that of the end only where nothing is open any more. */
function daysOfStages(content: RecordContent, defendant: GroupRow): readonly (number | undefined)[] {
  const { stage, endedOn } = courseOf(content, defendant);
  const judged = verdictsOn(content, defendant)
    .filter(isFirstInstance('verdict_instance'))
    .flatMap(({ values }) => dayOf(values, 'verdict_date') ?? []);
  return [
    dayOf(content.values, 'report_date'),
    firstOf(daysIn(content, 'investigation', 'investigation_start', defendant)),
    firstOf(daysIn(content, 'indictment', 'indictment_date', defendant)),
    firstOf(daysIn(content, 'trial', 'trial_start', defendant, isFirstInstance('trial_instance'))),
    firstOf(judged),
    stage === 'final' ? endedOn : undefined,
  ];
}

function stretchesOf(content: RecordContent, defendant: GroupRow): readonly Values[] {
  const { stage, endedOn } = courseOf(content, defendant);
  const days = daysOfStages(content, defendant);
  const row = (stretch: StretchName, from: number | undefined, to: number | undefined, later: boolean): Values[] => {
    if (from === undefined) return [];
    const begun = { stretch, stretch_from: dateOf(from) };
    if (to !== undefined) {
      return to < from ? [] : [{ ...begun, stretch_to: dateOf(to), stretch_left: null, stretch_days: to - from }];
    }
    // Where a later stage is known this one was left out; where all is over on an unknown day, nobody can say how long.
    if (later || stage === 'final') return [];
    const left: FieldValue | undefined = isOpen(stage) ? null : endedOn === undefined ? undefined : dateOf(endedOn);
    if (left === undefined) return [];
    return [{ ...begun, stretch_to: null, stretch_left: left, stretch_days: null }];
  };
  const steps = stretches.slice(0, -1).flatMap((stretch, at) => {
    const isLaterKnown = days.slice(at + 2).some((day) => day !== undefined);
    return row(stretch, days[at], days[at + 1], isLaterKnown);
  });
  return [...steps, ...row('whole', days[0], days.at(-1), false)];
}

export const stretch: CountedGroup = {
  id: 'stretch',
  parent: 'defendant',
  fields: [
    { id: 'stretch', type: 'code', codes: stretches },
    { id: 'stretch_from', type: 'date' },
    { id: 'stretch_to', type: 'date' },
    // The proceedings ended before they came to the next stage.
    { id: 'stretch_left', type: 'date' },
    { id: 'stretch_days', type: 'decimal' },
  ],
  rowsOf: (content, defendant) => (defendant ? stretchesOf(content, defendant) : []),
};
