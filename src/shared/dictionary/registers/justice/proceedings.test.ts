import { describe, expect, test } from 'vitest';
import { aCase, type Row, rowOf } from '../../../../../tests/justice/a-case.ts';
import { isoDay } from '../../../records/partial-date.ts';
import { proceedingsAgainst } from './proceedings.ts';
import { stageOfCase } from './stages.ts';

const notApplicable = { missing: 'not_applicable' } as const;

function proceedings(defendant: Row, values: Row = {}) {
  const subject = aCase({ report_date: '2024-01-10', ...values, defendant: [defendant] });
  return proceedingsAgainst(subject, rowOf(subject, 'defendant 0'));
}
const stands = (...parts: Parameters<typeof proceedings>) => {
  const { stage, status } = proceedings(...parts);
  return [stage, status];
};
const endOf = (...parts: Parameters<typeof proceedings>) => {
  const { endedOn } = proceedings(...parts);
  return endedOn === undefined ? undefined : isoDay(endedOn);
};
const wayOf = (...parts: Parameters<typeof proceedings>) =>
  proceedings(...parts).way.map(({ stage, day }) => [stage, day === undefined ? undefined : isoDay(day)]);

const opened = { investigation_start: '2024-02-01' };
const closed = (investigation_outcome: string, more: Row = {}) => ({
  ...opened,
  investigation_end: '2024-06-01',
  investigation_outcome,
  ...more,
});
const indicted = { investigation: [closed('indictment')], indictment: [{ indictment_date: '2024-06-20' }] };
const tried = { ...indicted, trial: [{ trial_start: '2024-09-02', trial_instance: 'first' }] };
const firstVerdict = { verdict_date: '2024-12-12', verdict_instance: 'first', verdict: 'convicted_tip' };
const judged = (...verdict: Row[]) => ({ ...tried, charge: [{ verdict }] });
const appeal = (appeal_outcome: string, appeal_decision_date: string | null, appeal_kind = 'ordinary') => ({
  appeal_kind,
  appeal_date: '2025-01-05',
  appeal_outcome,
  appeal_decision_date,
});
const sentBack = appeal('sent_back_for_retrial', '2025-04-10');

describe('the stage is the newest of one course', () => {
  test('report, inquiry, investigation, indictment, trial, judgment, appeal, final', () => {
    expect(stands({})).toEqual(['report_received', 'suspect']);
    expect(stands({ custody: [{ arrest_date: '2024-01-20' }] })).toEqual(['preliminary_inquiry', 'suspect']);
    expect(stands({ investigation: [opened] })).toEqual(['investigation', 'suspect']);
    expect(stands(indicted)).toEqual(['indictment_filed', 'accused']);
    expect(stands(tried)).toEqual(['trial', 'accused']);
    expect(stands(judged(firstVerdict))).toEqual(['first_instance_judgment', 'convicted']);
    expect(stands({ ...judged(firstVerdict), appeal: [appeal('pending', null)] })).toEqual(['appeal', 'convicted']);
    const final = { ...firstVerdict, final_date: '2025-04-10', final_verdict: 'convicted_tip' };
    expect(stands({ ...judged(final), appeal: [appeal('upheld', '2025-04-10')] })).toEqual(['final', 'convicted']);
    expect(wayOf({ ...judged(final), appeal: [appeal('upheld', '2025-04-10')] })).toEqual([
      ['report_received', '2024-01-10'],
      ['investigation', '2024-02-01'],
      ['indictment_filed', '2024-06-20'],
      ['trial', '2024-09-02'],
      ['first_instance_judgment', '2024-12-12'],
      ['appeal', '2025-01-05'],
      ['final', '2025-04-10'],
    ]);
  });

  test('an inquiry shows in what was done in the case, not in a measure that was not taken', () => {
    expect(stands({}, { special_measures: ['interception'] })[0]).toBe('preliminary_inquiry');
    expect(stands({}, { lead_authority: 'police' })[0]).toBe('preliminary_inquiry');
    expect(stands({}, { financial_investigation: 'no', lead_authority: { missing: 'unknown' } })[0]).toBe(
      'report_received',
    );
    expect(stands({ custody: [{ custody_measure: ['none'], arrest_date: notApplicable }] })[0]).toBe('report_received');
  });

  test('rows in which nothing is entered yet move nothing, and neither does a step without its day', () => {
    const empty = { investigation: [{}], indictment: [{}], trial: [{}], charge: [{ verdict: [{}] }], appeal: [{}] };
    expect(stands(empty)).toEqual(['report_received', 'suspect']);
    expect(stands({ ...indicted, trial: [{ trial_start: null }] })).toEqual(['indictment_filed', 'accused']);
    // An investigation that came to an end was one, whenever it began.
    expect(stands({ investigation: [closed('indictment', { investigation_start: null })] })[0]).toBe('investigation');
  });

  test('a verdict without its day counts, a day without its verdict leaves the person accused', () => {
    expect(stands(judged({ verdict: 'acquitted' }))).toEqual(['first_instance_judgment', 'acquitted']);
    expect(stands(judged({ verdict_date: '2024-12-12' }))).toEqual(['first_instance_judgment', 'accused']);
  });

  test('a plea ends a case without a trial, and an indictment may come without an investigation', () => {
    const plea = { investigation: [{ investigation_start: notApplicable }], indictment: indicted.indictment };
    expect(stands(plea)).toEqual(['indictment_filed', 'accused']);
    expect(stands({ ...plea, trial: [{ trial_start: notApplicable }], charge: [{ verdict: [firstVerdict] }] })).toEqual(
      ['first_instance_judgment', 'convicted'],
    );
  });
});

describe('what halts proceedings', () => {
  test('a dismissal ends them on its day, and a later investigation reopens them', () => {
    const dismissed = closed('discontinued', { discontinued_reason: 'insufficient_evidence' });
    expect(stands({ investigation: [dismissed] })).toEqual(['dismissed', 'case_discontinued']);
    expect(endOf({ investigation: [dismissed] })).toBe('2024-06-01');
    const reopened = { investigation: [dismissed, { investigation_start: '2025-02-02' }] };
    expect(stands(reopened)).toEqual(['investigation', 'suspect']);
    expect(endOf(reopened)).toBeUndefined();
    expect(wayOf(reopened).slice(-2)).toEqual([
      ['dismissed', '2024-06-01'],
      ['investigation', '2025-02-02'],
    ]);
    // Rows stand in any order.
    expect(stands({ investigation: reopened.investigation.toReversed() })[0]).toBe('investigation');
  });

  test('nothing is dismissed while another investigation goes on', () => {
    const dismissed = closed('discontinued');
    expect(stands({ investigation: [dismissed, { investigation_start: '2024-03-01' }] })[0]).toBe('investigation');
    const suspended = { ...closed('suspended'), investigation_end: '2024-05-01' };
    expect(stands({ investigation: [suspended, dismissed] })[0]).toBe('suspended');
  });

  test('an investigation of something else does not halt a trial', () => {
    const beside = { ...closed('discontinued'), investigation_end: '2024-10-01' };
    expect(stands({ ...tried, investigation: [...indicted.investigation, beside] })).toEqual(['trial', 'accused']);
  });

  test('a suspension lasts until the next step, a transfer ends the work of this office', () => {
    expect(stands({ investigation: [closed('suspended')] })).toEqual(['suspended', 'suspect']);
    expect(endOf({ investigation: [closed('suspended')] })).toBeUndefined();
    expect(stands({ investigation: [closed('suspended')], indictment: [{ indictment_date: '2024-07-01' }] })).toEqual([
      'indictment_filed',
      'accused',
    ]);
    expect(stands({ investigation: [closed('transferred')] })).toEqual(['transferred', 'suspect']);
    expect(endOf({ investigation: [closed('transferred')] })).toBe('2024-06-01');
  });

  test('an indictment that the court refused discontinues them until a new one, on a day that nobody enters', () => {
    const refused = { indictment_date: '2024-06-20', indictment_confirmed: 'no' };
    expect(stands({ ...indicted, indictment: [refused] })).toEqual(['dismissed', 'case_discontinued']);
    expect(endOf({ ...indicted, indictment: [refused] })).toBeUndefined();
    const anew = { ...indicted, indictment: [refused, { indictment_date: '2024-08-01' }] };
    expect(stands(anew)).toEqual(['indictment_filed', 'accused']);
  });

  test('death ends proceedings at every stage but the final one', () => {
    const death = {
      ...closed('discontinued'),
      investigation_end: '2025-02-01',
      discontinued_reason: 'death_of_suspect',
    };
    const dies = (defendant: Row) => ({ ...defendant, investigation: [...indicted.investigation, death] });
    expect(stands({ investigation: [death] })).toEqual(['dismissed', 'deceased']);
    expect(stands(dies(tried))).toEqual(['dismissed', 'deceased']);
    expect(stands(dies({ ...judged(firstVerdict), appeal: [appeal('pending', null)] }))).toEqual([
      'dismissed',
      'deceased',
    ]);
    expect(endOf(dies(tried))).toBe('2025-02-01');
    expect(stands(dies(judged({ ...firstVerdict, final_date: '2025-01-05' })))).toEqual(['final', 'convicted']);
  });

  test('tried in absence makes a fugitive until there is a judgment', () => {
    const absent = { ...tried, trial: [{ trial_start: '2024-09-02', tried_in_absentia: 'yes' }] };
    expect(stands(absent)).toEqual(['trial', 'fugitive']);
    expect(stands({ ...absent, charge: [{ verdict: [firstVerdict] }] })[1]).toBe('convicted');
  });
});

describe('judgments', () => {
  test('one conviction makes a convicted person, whatever became of the other charges', () => {
    const charges = (...results: string[]) => ({
      ...tried,
      charge: results.map((verdict) => ({ verdict: [{ ...firstVerdict, verdict }] })),
    });
    expect(stands(charges('acquitted', 'guilty_released_from_punishment'))[1]).toBe('convicted');
    expect(stands(charges('acquitted', 'proceedings_terminated'))[1]).toBe('acquitted');
    expect(stands(charges('charge_rejected'))[1]).toBe('acquitted');
    expect(stands(charges('not_criminally_liable_measure'))[1]).toBe('acquitted');
    expect(stands(charges('proceedings_terminated'))[1]).toBe('case_discontinued');
  });

  test('the court of appeal reverses, by its decision or by its verdict', () => {
    const reversed = appeal('verdict_reversed_to_acquittal', '2025-04-10');
    expect(stands({ ...judged(firstVerdict), appeal: [reversed] })).toEqual(['appeal', 'acquitted']);
    const second = { verdict_date: '2025-04-10', verdict_instance: 'second', verdict: 'acquitted' };
    expect(stands(judged(firstVerdict, second))).toEqual(['appeal', 'acquitted']);
    expect(stands(judged({ ...firstVerdict, final_date: '2025-04-10', final_verdict: 'acquitted' }))).toEqual([
      'final',
      'acquitted',
    ]);
  });

  test('final on the last day on which a charge became final, and not before every charge is', () => {
    const one = { verdict: [{ ...firstVerdict, final_date: '2025-01-01' }] };
    const two = { verdict: [{ ...firstVerdict, verdict: 'acquitted', final_date: '2025-03-03' }] };
    expect(stands({ ...tried, charge: [one, { verdict: [firstVerdict] }] })[0]).toBe('first_instance_judgment');
    expect(stands({ ...tried, charge: [one, {}] })[0]).toBe('first_instance_judgment');
    expect(stands({ ...tried, charge: [two, one] })).toEqual(['final', 'convicted']);
    expect(endOf({ ...tried, charge: [two, one] })).toBe('2025-03-03');
  });

  test('a judgment said to be final is so when its verdicts became final, after the appeal against them', () => {
    const upheld = { ...firstVerdict, final_date: '2025-04-10' };
    const aggregate = { judgment_date: '2024-12-12', judgment_instance: 'first', aggregate_final: 'yes' };
    const ended = { ...judged(upheld), appeal: [appeal('upheld', '2025-04-10')], judgment_sentence: [aggregate] };
    expect(wayOf(ended).slice(-3)).toEqual([
      ['first_instance_judgment', '2024-12-12'],
      ['appeal', '2025-01-05'],
      ['final', '2025-04-10'],
    ]);
  });

  test('a judgment said to be final is, though since when is known by the verdicts only', () => {
    const final = { judgment_date: '2024-12-12', judgment_instance: 'first', aggregate_final: 'yes' };
    expect(stands({ ...judged(firstVerdict), judgment_sentence: [final] })).toEqual(['final', 'convicted']);
    expect(endOf({ ...judged(firstVerdict), judgment_sentence: [final] })).toBeUndefined();
    const dated = judged({ ...firstVerdict, final_date: '2025-01-20' });
    expect(endOf({ ...dated, judgment_sentence: [final] })).toBe('2025-01-20');
    expect(stands({ ...judged(firstVerdict), judgment_sentence: [{ ...final, aggregate_final: 'no' }] })[0]).toBe(
      'first_instance_judgment',
    );
  });

  test('an appeal without any effect leaves a person convicted, and at appeal until the judgment is final', () => {
    for (const outcome of ['upheld', 'sentence_reduced', 'inadmissible', 'withdrawn'])
      expect(stands({ ...judged(firstVerdict), appeal: [appeal(outcome, '2025-04-10')] }), outcome).toEqual([
        'appeal',
        'convicted',
      ]);
  });
});

describe('a retrial opens a new chain, and the newest decides', () => {
  const back = { ...judged(firstVerdict), appeal: [sentBack] };
  const again = { verdict_date: '2025-11-11', verdict_instance: 'first', verdict: 'acquitted' };

  test('sent back, the person is accused again, until the new judgment', () => {
    expect(stands(back)).toEqual(['trial', 'accused']);
    const retried = { ...back, trial: [...tried.trial, { trial_start: '2025-06-01' }] };
    expect(stands(retried)).toEqual(['trial', 'accused']);
    expect(stands({ ...retried, charge: [{ verdict: [firstVerdict, again] }] })).toEqual([
      'first_instance_judgment',
      'acquitted',
    ]);
    const final = { ...again, final_date: '2026-01-01' };
    expect(stands({ ...retried, charge: [{ verdict: [firstVerdict, final] }] })).toEqual(['final', 'acquitted']);
    expect(endOf({ ...retried, charge: [{ verdict: [firstVerdict, final] }] })).toBe('2026-01-01');
  });

  test('an order without a day follows its appeal, and an appeal without one the first verdict', () => {
    const undated = { appeal_outcome: 'sent_back_for_retrial' };
    expect(stands({ ...back, appeal: [{ ...sentBack, appeal_decision_date: null }] })[0]).toBe('trial');
    expect(stands({ ...back, appeal: [undated] })[0]).toBe('trial');
    expect(stands({ ...judged(firstVerdict, again), appeal: [undated] })).toEqual([
      'first_instance_judgment',
      'acquitted',
    ]);
    expect(stands({ ...judged({ verdict: 'convicted_tip' }), appeal: [undated] })).toEqual(['trial', 'accused']);
  });

  test('a charge that was final before part of the judgment was annulled need not be judged again', () => {
    const upheld = { verdict: [{ ...firstVerdict, final_date: '2025-04-10' }] };
    const annulled = (...more: Row[]) => ({ ...back, charge: [upheld, { verdict: [firstVerdict, ...more] }] });
    expect(stands(annulled())).toEqual(['trial', 'accused']);
    expect(stands(annulled({ ...again, final_date: '2026-01-01' }))).toEqual(['final', 'convicted']);
  });

  test('an extraordinary remedy leaves a judgment final unless it succeeds', () => {
    const final = judged({ ...firstVerdict, final_date: '2024-12-30' });
    const remedy = (outcome: string, on: string | null) => ({ appeal: [appeal(outcome, on, 'extraordinary')] });
    for (const outcome of ['pending', 'upheld', 'inadmissible', 'sentence_reduced'])
      expect(stands({ ...final, ...remedy(outcome, '2025-04-10') }), outcome).toEqual(['final', 'convicted']);
    expect(stands({ ...final, ...remedy('verdict_reversed_to_acquittal', '2025-04-10') })).toEqual([
      'final',
      'acquitted',
    ]);
    const reopened = { ...final, ...remedy('sent_back_for_retrial', '2025-04-10') };
    expect(stands(reopened)).toEqual(['trial', 'accused']);
    expect(endOf(reopened)).toBeUndefined();
    expect(
      stands({ ...reopened, appeal: [{ appeal_kind: 'extraordinary', appeal_outcome: 'sent_back_for_retrial' }] }),
    ).toEqual(['trial', 'accused']);
    // The date of finality is entered once for each charge; the new judgment is known to be final by its instance.
    const ended = { verdict_date: '2025-12-01', verdict_instance: 'final', verdict: 'acquitted' };
    const retried = { ...reopened, charge: [{ verdict: [{ ...firstVerdict, final_date: '2024-12-30' }, ended] }] };
    expect(stands(retried)).toEqual(['final', 'acquitted']);
    expect(endOf(retried)).toBe('2025-12-01');
  });
});

test('the case shows its least advanced open defendant, and is final only when nobody is open', () => {
  expect(stageOfCase(['final', 'trial', 'investigation'], 'report_received')).toBe('investigation');
  expect(stageOfCase(['suspended', 'investigation'], 'report_received')).toBe('investigation');
  expect(stageOfCase(['suspended', 'trial'], 'report_received')).toBe('suspended');
  expect(stageOfCase(['dismissed', 'appeal'], 'report_received')).toBe('appeal');
  expect(stageOfCase(['dismissed', 'final'], 'report_received')).toBe('final');
  expect(stageOfCase(['dismissed', 'dismissed'], 'report_received')).toBe('dismissed');
  expect(stageOfCase(['final', 'transferred'], 'report_received')).toBe('transferred');
  expect(stageOfCase([], 'preliminary_inquiry')).toBe('preliminary_inquiry');
});
