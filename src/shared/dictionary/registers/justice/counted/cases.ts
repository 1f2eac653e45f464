/** How far a case has come, and the days on which the authorities dealt with it. */
import { textOf } from '../../../../records/read-value.ts';
import type { RecordContent, Values } from '../../../../records/record.ts';
import { authorities, caseStates, funnelSteps } from '../../../code-lists/counted-proceedings.ts';
import type { CountedGroup } from '../../../vocabulary.ts';
import { verdictsOn } from '../of-defendant.ts';
import { stageOfReport } from '../proceedings.ts';
import { isOpen, type Stage, stageOfCase } from '../stages.ts';
import { courseOf, dateOf, daysIn, defendantsOf, traffickingAmong } from './course.ts';
import { furthestStep } from './funnel.ts';
import { dayOf } from './trafficking.ts';

type Authority = (typeof authorities)[number];

function casesBefore(content: RecordContent): readonly Values[] {
  const reported = dayOf(content.values, 'report_date');
  const defendants = defendantsOf(content);
  const isInquired =
    stageOfReport(content) === 'preliminary_inquiry' ||
    defendants.some((each) => courseOf(content, each).way.some(({ stage }) => stage === 'preliminary_inquiry'));
  const found: Record<Authority, (number | undefined)[]> = {
    police: [reported],
    // An inquiry has no day of its own: it begins with the report.
    prosecution: [
      isInquired ? reported : undefined,
      ...defendants.flatMap((each) => daysIn(content, 'investigation', 'investigation_start', each)),
    ],
    court: defendants.flatMap((each) => [
      ...daysIn(content, 'trial', 'trial_start', each),
      ...verdictsOn(content, each).flatMap(({ values }) => dayOf(values, 'verdict_date') ?? []),
    ]),
  };
  return authorities.flatMap((authority) =>
    [...new Set(found[authority])].flatMap((day) =>
      day === undefined ? [] : [{ authority, authority_day: dateOf(day) }],
    ),
  );
}

/** The day on which the last proceedings ended, as the record has it; a case that is over without one has no day. */
function caseCourse(content: RecordContent): Values {
  const stages = defendantsOf(content).map((each): Stage => courseOf(content, each).stage);
  const isOver = !isOpen(stageOfCase(stages, stageOfReport(content)));
  const closed = textOf(content.values, 'case_closed_on');
  const state = isOver ? (closed === undefined ? 'closed_undated' : 'closed') : 'open';
  const furthest = furthestStep(content, (each) => {
    const { stage, status, convictedOf } = courseOf(content, each);
    const isConvicted = stage === 'final' && status === 'convicted';
    return isConvicted && traffickingAmong(content, each, convictedOf).length > 0;
  });
  return { course_state: state, course_closed: isOver ? (closed ?? null) : null, course_furthest: furthest };
}

export const caseDealtWith: CountedGroup = {
  id: 'case_dealt_with',
  parent: 'case',
  fields: [
    { id: 'authority', type: 'code', codes: authorities },
    { id: 'authority_day', type: 'date' },
  ],
  rowsOf: casesBefore,
};

export const course: CountedGroup = {
  id: 'case_course',
  parent: 'case',
  fields: [
    { id: 'course_state', type: 'code', codes: caseStates },
    { id: 'course_closed', type: 'date' },
    { id: 'course_furthest', type: 'code', codes: funnelSteps },
  ],
  rowsOf: (content) => [caseCourse(content)],
};
