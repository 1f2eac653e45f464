import { describe, expect, test } from 'vitest';
import { aCase, type Row } from '../../../../../tests/justice/a-case.ts';
import { wholeCase } from '../../../../../tests/justice/whole-case.ts';
import { insertRow, withinKey, writeField } from '../../../records/content.ts';
import type { CourseLine, Need } from '../../../records/course.ts';
import { dayNumber, isoDay } from '../../../records/partial-date.ts';
import type { FieldValue, RecordContent, RuleSubject } from '../../../records/record.ts';
import { courses } from './course.ts';
import { proceedingsAgainst } from './proceedings.ts';

const course = courses['case'] as NonNullable<(typeof courses)[string]>;
const today = dayNumber('2026-11-26') as number;

const lineOf = (subject: RuleSubject): CourseLine => course.lines(subject, today, {})[0] as CourseLine;
const line = (defendant: Row, more: Row = {}): CourseLine =>
  lineOf(aCase({ report_date: '2024-01-10', ...more, defendant: [defendant] }));
const stages = ({ stretches }: CourseLine) => stretches.map(({ stage, days }) => [stage, days?.most]);

const tried = {
  investigation: [
    { investigation_start: '2024-02-01', investigation_end: '2024-06-01', investigation_outcome: 'indictment' },
  ],
  indictment: [{ indictment_date: '2024-06-20', indictment_confirmed: 'yes' }],
  trial: [{ trial_start: '2024-09-02', trial_instance: 'first' }],
};
const first = { verdict_date: '2024-12-12', verdict_instance: 'first', verdict: 'convicted_tip' };
const sentBack = {
  appeal_kind: 'ordinary',
  appeal_date: '2025-01-05',
  appeal_decision_date: '2025-04-10',
  appeal_outcome: 'sent_back_for_retrial',
};

describe('a line of time', () => {
  test('goes from the report to the finality, each stage with its days', () => {
    expect(stages(lineOf(wholeCase()))).toEqual([
      ['report_received', 0],
      ['preliminary_inquiry', 9],
      ['investigation', 95],
      ['indictment_filed', 78],
      ['trial', 61],
      ['first_instance_judgment', 31],
      ['appeal', 120],
      ['final', undefined],
    ]);
  });

  test('a retrial is a chain of its own, and what went before stays on the line', () => {
    const { stretches } = line({ ...tried, charge: [{ verdict: [first] }], appeal: [sentBack] });
    expect(stretches.map(({ stage, chain }) => `${chain} ${stage}`).slice(-3)).toEqual([
      '0 first_instance_judgment',
      '0 appeal',
      '1 trial',
    ]);
  });

  test('what stands still for longer than R46 allows is marked, and what went on in time is not', () => {
    const { stretches } = line({ investigation: [{ investigation_start: '2024-02-01' }] });
    expect(stretches.map(({ stage, beyond, goesOn }) => [stage, beyond, goesOn])).toEqual([
      ['report_received', undefined, false],
      ['investigation', 24, true],
    ]);
  });

  test('two charges decided alike on one day are one event, and an unlike one stands beside them', () => {
    const charge = (verdict: string) => ({ verdict: [{ ...first, verdict }] });
    const { events } = line({ ...tried, charge: [charge('acquitted'), charge('convicted_tip'), charge('acquitted')] });
    const judged = events.filter(({ at }) => at.field === 'verdict_date');
    expect(judged.map(({ says, rows, days }) => [says?.value, rows, isoDay(days.earliest)])).toEqual([
      ['acquitted', 2, '2024-12-12'],
      ['convicted_tip', 1, '2024-12-12'],
    ]);
    expect(events.map(({ days }) => days.earliest)).toEqual(events.map(({ days }) => days.earliest).toSorted());
  });

  test('a day of decision on an appeal that is said to be pending is none', () => {
    const appeal = {
      ...sentBack,
      appeal_date: null,
      appeal_outcome: 'pending',
      appeal_decision_date: '2024-01-05',
    };
    const { stretches } = line({ ...tried, charge: [{ verdict: [first] }], appeal: [appeal] });
    expect(stretches.map(({ stage }) => stage).slice(-2)).toEqual(['first_instance_judgment', 'appeal']);
  });

  test('detention has a length once its days are counted, and other measures have none', () => {
    const custody = (more: Row) => line({ custody: [{ arrest_date: '2024-02-12', ...more }] }).periods;
    const [detained] = custody({ custody_measure: ['pre_trial_detention'], custody_days: 30 });
    expect(detained && isoDay(detained.to.latest)).toBe('2024-03-13');
    expect(custody({ custody_measure: ['pre_trial_detention'] })).toEqual([]);
    expect(custody({ custody_measure: ['bail'], custody_days: 30 })).toEqual([]);
  });

  test('a defendant sees the steps of the others in no line', () => {
    const subject = aCase({ report_date: '2024-01-10', defendant: [{}, { ...tried, charge: [{ verdict: [first] }] }] });
    const [one, two] = course.lines(subject, today, {});
    expect(one?.events).toHaveLength(1);
    expect(two?.events.length).toBeGreaterThan(4);
  });
});

/** Something to answer each need with, so late that it follows everything before. */
const answers: Readonly<Record<string, FieldValue>> = {
  lead_authority: 'police',
  investigation_start: '2026-01-02',
  investigation_end: '2026-02-02',
  investigation_outcome: 'indictment',
  indictment_date: '2026-03-02',
  indictment_confirmed: 'yes',
  charge_offence: 'trafficking_of_child',
  trial_start: '2026-04-02',
  verdict_date: '2026-05-02',
  verdict: 'convicted_tip',
  appeal_decision_date: '2026-06-02',
  appeal_outcome: 'upheld',
  final_date: '2026-06-02',
  final_verdict: 'convicted_tip',
};

function answered(content: RecordContent, needs: readonly Need[]): RecordContent {
  let next = content;
  const added = new Map<string, string>();
  for (const { entity, field, row, within } of needs) {
    let id = row;
    if (id === undefined && within !== undefined) {
      id = added.get(`${entity} ${within}`) ?? `new ${entity} ${within}`;
      if (!added.has(`${entity} ${within}`)) {
        next = insertRow(next, entity, { id, values: { [withinKey]: within } }, next.groups[entity]?.length ?? 0);
      }
      added.set(`${entity} ${within}`, id);
    }
    next = writeField(next, { entity, field, ...(id !== undefined && { row: id }) }, answers[field] ?? null);
  }
  return next;
}

describe('what is missing for the next stage', () => {
  const pending = { appeal_kind: 'ordinary', appeal_date: '2025-01-05', appeal_outcome: 'pending' };
  const { trial: _, ...indicted } = tried;
  test.each([
    ['a report', {}, 'preliminary_inquiry'],
    ['an inquiry', { custody: [{ arrest_date: '2024-01-20' }] }, 'investigation'],
    [
      'proceedings without an investigation',
      { investigation: [{ investigation_start: { missing: 'not_applicable' } }] },
      'indictment_filed',
    ],
    ['an investigation', { investigation: [{ investigation_start: '2024-02-01' }] }, 'indictment_filed'],
    ['a begun row of an indictment', { investigation: tried.investigation, indictment: [{}] }, 'indictment_filed'],
    ['an indictment', indicted, 'trial'],
    ['a trial', { ...tried, charge: [{}, { verdict: [{}] }] }, 'first_instance_judgment'],
    ['a retrial', { ...tried, charge: [{ verdict: [first] }], appeal: [sentBack] }, 'first_instance_judgment'],
    ['a judgment on one of two charges', { ...tried, charge: [{ verdict: [first] }, {}] }, 'first_instance_judgment'],
    ['a judgment', { ...tried, charge: [{ verdict: [first] }] }, 'final'],
    ['an appeal', { ...tried, charge: [{ verdict: [first] }], appeal: [pending] }, 'final'],
    [
      'a suspension',
      {
        investigation: [
          { investigation_start: '2024-02-01', investigation_end: '2024-06-01', investigation_outcome: 'suspended' },
        ],
      },
      'investigation',
    ],
  ] satisfies [string, Row, string][])('of %s leads there once it is answered', (_name, defendant, expected) => {
    let subject = aCase({ report_date: '2024-01-10', defendant: [defendant] });
    const stageNow = () => {
      const row = subject.groups['defendant']?.[0];
      return row && proceedingsAgainst(subject, row).stage;
    };
    // Charges come before their verdicts, so it may take a second step.
    for (let step = 0; step < 3 && stageNow() !== expected; step += 1) {
      const needs = lineOf(subject).next?.needs ?? [];
      expect(needs.length).toBeGreaterThan(0);
      subject = { ...subject, ...answered(subject, needs) };
    }
    expect(stageNow()).toBe(expected);
  });

  test('names the usual next stage, and nothing where proceedings have ended', () => {
    expect(line({ ...tried, charge: [{ verdict: [first] }] }).next?.stage).toBe('final');
    expect(lineOf(wholeCase()).next).toBeUndefined();
  });

  test('asks for no second verdict on a charge that was decided in this chain', () => {
    const { next } = line({ ...tried, charge: [{ verdict: [first] }, {}] });
    const verdicts = next?.needs.filter(({ field }) => field === 'verdict_date');
    expect(verdicts?.map(({ within }) => within)).toEqual(['defendant 0 charge 1']);
  });
});

test('the newest verdict of a charge stands in the table, one that is just begun before an older one', () => {
  const shown = (...verdict: Row[]) => {
    const subject = aCase({ defendant: [{ charge: [{ verdict }] }] });
    const [charge] = subject.groups['charge'] ?? [];
    return charge && course.outcomes[1]?.shown?.(subject, charge)?.id.at(-1);
  };
  expect(shown(first, { ...first, verdict_date: '2025-06-01' })).toBe('1');
  expect(shown({ ...first, verdict_date: '2025-06-01' }, first)).toBe('0');
  expect(shown(first, {})).toBe('1');
  expect(shown()).toBeUndefined();
});
