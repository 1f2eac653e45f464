/** The course of a case as a page shows it: a line of time for each defendant, and the outcomes of the charges. */
import { outwards, rowsBelow } from '../../../records/content.ts';
import { type CourseEvent, type CourseLine, type CoursePeriod, stretchesOf } from '../../../records/course.ts';
import { codesOf, daysOf, numberOf, rowsOf } from '../../../records/read-value.ts';
import { type FieldRef, type GroupRow, isKnown, type RuleSubject } from '../../../records/record.ts';
import type { CourseDeclaration, Limited } from '../../course-vocabulary.ts';
import { detentionMeasures } from './investigation.ts';
import { nextStageOf } from './next-stage.ts';
import { newestVerdict } from './of-defendant.ts';
import { proceedingsAgainst } from './proceedings.ts';
import { monthsAllowedAt } from './rules/limits.ts';
import { isOpen, openStages } from './stages.ts';

/** Dates that are shown as events, and the answers that say what came of them. */
const eventDates = [
  { entity: 'case', date: 'report_date' },
  { entity: 'investigation', date: 'investigation_start' },
  { entity: 'custody', date: 'arrest_date', says: 'custody_measure' },
  { entity: 'investigation', date: 'investigation_end', says: 'investigation_outcome' },
  { entity: 'indictment', date: 'indictment_date', says: 'indictment_confirmed' },
  { entity: 'trial', date: 'trial_start', says: 'trial_instance' },
  { entity: 'verdict', date: 'verdict_date', says: 'verdict' },
  { entity: 'appeal', date: 'appeal_date', says: 'appeal_kind' },
  { entity: 'appeal', date: 'appeal_decision_date', says: 'appeal_outcome' },
  { entity: 'verdict', date: 'final_date', says: 'final_verdict' },
] as const;

const isOf = (subject: RuleSubject, defendant: GroupRow, row: GroupRow): boolean =>
  [...outwards(subject, row)].some(({ id }) => id === defendant.id);

/** Where the dates of an entity stand that speak of one defendant. */
function placesOf(subject: RuleSubject, defendant: GroupRow, entity: string): readonly Partial<GroupRow>[] {
  if (entity === subject.entity) return [{ values: subject.values }];
  return rowsOf(subject, entity).filter((row) => isOf(subject, defendant, row));
}

/** What happened, in the order of time; rows that say the same of one day are one event. */
function eventsOf(subject: RuleSubject, defendant: GroupRow): readonly CourseEvent[] {
  const events = new Map<string, CourseEvent>();
  for (const { entity, date, ...more } of eventDates) {
    for (const { id, values = {} } of placesOf(subject, defendant, entity)) {
      const days = daysOf(values, date);
      if (!days) continue;
      const at: FieldRef = { entity, field: date, ...(id !== undefined && { row: id }) };
      const value = 'says' in more ? values[more.says] : undefined;
      const says = 'says' in more && isKnown(value) ? { says: { field: more.says, value } } : {};
      const key = JSON.stringify([date, days, says]);
      const known = events.get(key);
      events.set(key, known ? { ...known, rows: known.rows + 1 } : { at, days, ...says, rows: 1 });
    }
  }
  return [...events.values()].toSorted((a, b) => a.days.earliest - b.days.earliest);
}

/** Detention as long as its days are known; the days are counted by hand. */
function detentionOf(subject: RuleSubject, defendant: GroupRow): readonly CoursePeriod[] {
  return rowsBelow(subject, 'custody', defendant).flatMap(({ id, values }) => {
    const from = daysOf(values, 'arrest_date');
    const length = numberOf(values, 'custody_days');
    const measures = codesOf(values, 'custody_measure');
    if (!from || !length || !measures.some((code) => detentionMeasures.some((each) => each === code))) return [];
    return {
      at: { entity: 'custody', field: 'custody_days', row: id },
      from,
      to: { earliest: from.earliest + length, latest: from.latest + length },
      says: { field: 'custody_measure', value: measures },
    };
  });
}

function lineOf(subject: RuleSubject, defendant: GroupRow, today: number, context: Limited): CourseLine {
  const proceedings = proceedingsAgainst(subject, defendant);
  return {
    row: defendant,
    stretches: stretchesOf(proceedings.way, {
      today,
      goesOn: isOpen(proceedings.stage),
      monthsAllowed: (stage) => monthsAllowedAt(stage, context),
    }),
    events: eventsOf(subject, defendant),
    periods: detentionOf(subject, defendant),
    next: nextStageOf(subject, defendant, proceedings),
  };
}

export const courses: Readonly<Record<string, CourseDeclaration>> = {
  case: {
    group: 'defendant',
    status: 'def_status',
    stage: 'case_status',
    since: 'stage_since',
    begun: 'report_date',
    underWay: 'open_defendants',
    stages: openStages.map((code) => ({ code, months: (context) => monthsAllowedAt(code, context) })),
    rule: 'R46',
    lines: (subject, today, context) =>
      rowsOf(subject, 'defendant').map((defendant) => lineOf(subject, defendant, today, context)),
    outcomes: [
      { entity: 'charge', fields: ['charge_offence', 'completion', 'participation'] },
      { entity: 'verdict', fields: ['verdict_date', 'verdict', 'convicted_offence'], shown: newestVerdict },
      {
        entity: 'sentence',
        fields: ['sentence_type', 'sentence_months'],
        shown: (content, verdict) => rowsBelow(content, 'sentence', verdict)[0],
      },
    ],
  },
};
