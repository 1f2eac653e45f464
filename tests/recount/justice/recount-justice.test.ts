/** The recount tried on small cases, each about one thing, whose figures were worked out by hand. */
import { expect, test } from 'vitest';
import { aCase, type Row } from '../../justice/a-case.ts';
import type { ExportableCase } from './export-texts.ts';
import { figureOf, filledFigures, recountOf, stored } from './figure-of.ts';

/** A case reported on the second of January 2024 with these defendants. */
const reported = (defendant: readonly Row[], more: Row = {}): ExportableCase =>
  stored(aCase({ report_date: '2024-01-02', defendant, ...more }), Number(more['case_id'] ?? 1));

const man = (code: string, more: Row = {}): Row => ({
  person_code: code,
  person_type: 'natural_person',
  def_sex: 'male',
  def_age_at_offence: 30,
  def_citizenship: ['ALB'],
  ...more,
});
const charged = (offence: string, ...verdict: readonly Row[]): Row => ({
  charge_offence: offence,
  charge_form: 'begging',
  ...(verdict.length > 0 ? { verdict } : {}),
});
const judged = (day: string, verdict: string, more: Row = {}): Row => ({
  verdict_date: day,
  verdict,
  verdict_instance: 'first',
  ...more,
});
const convicted = (day: string, more: Row = {}) =>
  judged(day, 'convicted_tip', { convicted_offence: 'trafficking_base', ...more });

test('a person accused in two cases of one year is one person prosecuted, by the earlier indictment', () => {
  const accused = (day: string) =>
    reported([man('P-1', { indictment: [{ indictment_date: day }], charge: [charged('trafficking_base')] })]);
  const cases = [accused('2024-09-01'), accused('2024-03-01')];
  expect(figureOf(cases, '2024', 'T32 persons prosecuted total')).toBe(1);
  expect(figureOf(cases, '2024-H1', 'T32 persons prosecuted male')).toBe(1);
  expect(figureOf(cases, '2024-H2', 'T32 persons prosecuted total')).toBe(0);
  expect(figureOf(cases, '2024', 'T32 offences recorded total')).toBe(2);
});

test('a case joined to another is not counted, but its defendants are; a draft joins nothing', () => {
  const numbered = (number: number, joined?: number) =>
    reported([man(`P-${number}`, { custody: [{ arrest_date: '2024-02-01' }] })], {
      case_id: number,
      ...(joined ? { joined_to_case: joined } : {}),
    });
  const all = [numbered(1), numbered(2, 1), numbered(3, 2), numbered(4)];
  expect(figureOf(all, '2024', 'K14 balance new total')).toBe(2);
  expect(figureOf(all, '2024', 'T32 offences recorded total')).toBe(2);
  expect(figureOf(all, '2024', 'T32 persons suspected total')).toBe(4);
  const draft = { ...numbered(1), isCompleted: false };
  const cases = [draft, numbered(2, 1), numbered(3, 1)];
  expect(figureOf(cases, '2024', 'K14 balance new total')).toBe(2);
  expect(recountOf(cases, '2024')).toMatchObject({ completed: 2, drafts: 1 });
});

test('found guilty of another offence is not convicted of trafficking, and is shown apart', () => {
  const cases = [
    reported([
      man('P-1', { charge: [charged('trafficking_base', convicted('2024-05-01'))] }),
      man('P-2', { charge: [charged('trafficking_base', judged('2024-05-01', 'convicted_other_offence_only'))] }),
      man('P-3', { charge: [charged('trafficking_base', judged('2024-05-01', 'acquitted'))] }),
      man('P-4', { charge: [charged('kidnapping', judged('2024-05-01', 'convicted_other_offence_only'))] }),
    ]),
  ];
  const rate = (row: string) => figureOf(cases, '2024', `T35 rate ${row} total`);
  expect(['judged', 'convicted', 'reclassified'].map(rate)).toEqual([3, 1, 1]);
  expect(rate('conviction_rate_percent')).toBeCloseTo(100 / 3, 10);
  expect(figureOf(cases, '2024', 'T33 judgments total total')).toBe(3);
  expect(figureOf(cases, '2024', 'T33 judgments acquitted first')).toBe(1);
});

test('where punishment was waived the offence says whether it was trafficking', () => {
  const waived = (offence: string) =>
    reported([
      man('P-1', {
        charge: [
          charged(
            'trafficking_base',
            judged('2024-05-01', 'guilty_released_from_punishment', { convicted_offence: offence }),
          ),
        ],
      }),
    ]);
  expect(figureOf([waived('trafficking_of_child')], '2024', 'T32 persons convicted_first total')).toBe(1);
  expect(figureOf([waived('kidnapping')], '2024', 'T32 persons convicted_first total')).toBe(0);
});

test('users of the services of a victim are counted apart, and are convicted of no trafficking', () => {
  const use = 'use_of_services_of_victim';
  const verdict = judged('2024-05-01', 'convicted_other_offence_only', { convicted_offence: use });
  const steps = { indictment: [{ indictment_date: '2024-03-01' }], charge: [charged(use, verdict)] };
  const user = man('P-1', { investigation: [{ investigation_start: '2024-02-01' }], ...steps });
  const cases = [reported([user, man('P-2', { custody: [{ arrest_date: '2024-02-03' }] })])];
  const users = (stage: string) => figureOf(cases, '2024', `T33 users total ${stage}`);
  expect(['suspected', 'prosecuted', 'convicted_first', 'convicted_final'].map(users)).toEqual([1, 1, 1, 0]);
  const persons = (stage: string) => figureOf(cases, '2024', `T33 sex total ${stage}`);
  expect(['suspected', 'prosecuted', 'convicted_first', 'convicted_final'].map(persons)).toEqual([2, 1, 0, 0]);
});

test('a final conviction stays counted in its year when an extraordinary remedy leads to an acquittal', () => {
  const acquittedAnew = man('P-1', {
    charge: [
      charged(
        'trafficking_base',
        convicted('2022-05-01', { final_date: '2022-09-01', final_verdict: 'convicted_tip' }),
        judged('2025-05-01', 'acquitted', { verdict_instance: 'final' }),
      ),
    ],
    appeal: [
      {
        appeal_kind: 'extraordinary',
        appeal_date: '2023-01-10',
        appeal_decision_date: '2024-02-01',
        appeal_outcome: 'sent_back_for_retrial',
      },
    ],
  });
  const final = (period: string) => figureOf([reported([acquittedAnew])], period, 'T32 persons convicted_final total');
  expect([final('2022'), final('2024'), final('2025')]).toEqual([1, 0, 0]);
});

test('of two judgments of one year the one that convicts counts for the rate', () => {
  const judgedOn = (day: string, verdict: Row) =>
    reported([man('P-1', { charge: [charged('trafficking_base', { ...verdict, verdict_date: day })] })]);
  const cases = [judgedOn('2024-02-01', judged('', 'acquitted')), judgedOn('2024-09-01', convicted(''))];
  const rate = (period: string, row: string) => figureOf(cases, period, `T35 rate ${row} total`);
  expect([rate('2024', 'judged'), rate('2024', 'convicted')]).toEqual([1, 1]);
  expect([rate('2024-H1', 'judged'), rate('2024-H2', 'judged')]).toEqual([0, 1]);
});

test('a dismissal on an unknown day stands apart from the balance', () => {
  const refused = man('P-1', { indictment: [{ indictment_date: '2024-03-01', indictment_confirmed: 'no' }] });
  expect(filledFigures([reported([refused])], '2024', 'K14')).toEqual({
    'handled police total': 1,
    'balance over_on_unknown_day total': 1,
  });
});

/** Convicted and final on one day, with this sentence of the whole judgment. */
const sentenced = (code: string, aggregate: Row): Row =>
  man(code, {
    charge: [
      charged(
        'trafficking_base',
        convicted('2024-05-01', { final_date: '2024-06-01', final_verdict: 'convicted_tip' }),
      ),
    ],
    judgment_sentence: [
      { judgment_date: '2024-05-01', judgment_instance: 'first', aggregate_final: 'yes', ...aggregate },
    ],
  });

test('the mean leaves out what is suspended in whole and life; what is suspended in part counts in full', () => {
  const term = (days: number, suspended: number) => ({
    aggregate_type: 'imprisonment',
    aggregate_days: days,
    aggregate_suspended_days: suspended,
  });
  const cases = [
    reported([
      sentenced('P-1', term(1461, 0)),
      sentenced('P-2', term(1096, 400)),
      sentenced('P-3', term(365, 365)),
      sentenced('P-4', { ...term(300, 300), aggregate_type: 'suspended_imprisonment' }),
      sentenced('P-5', { aggregate_type: 'life_imprisonment' }),
      sentenced('P-6', { aggregate_type: 'fine' }),
    ]),
  ];
  const k13 = (row: string) => figureOf(cases, '2024', `K13 aggregate ${row} final`);
  expect(['counted', 'fully_suspended', 'life', 'other_sanction', 'unknown', 'total'].map(k13)).toEqual([
    2, 2, 1, 1, 0, 6,
  ]);
  expect(k13('mean_years')).toBeCloseTo((1461 + 1096) / 2 / 365.25, 10);
  const t36 = (row: string) => figureOf(cases, '2024', `T36 ${row} final`);
  const rows = ['under_1', 'from_1', 'from_3', 'from_5', 'fully_suspended', 'life', 'other_sanction', 'total'];
  expect(rows.map(t36)).toEqual([0, 0, 2, 0, 2, 1, 1, 6]);
  expect(t36('suspended fully_suspended_percent')).toBe(50);
});

test('an acquittal annulled and a retrial that convicts: one person judged twice, and final once', () => {
  const retrial = man('P-1', {
    indictment: [{ indictment_date: '2024-02-01', indictment_confirmed: 'yes' }],
    trial: [
      { trial_start: '2024-03-01', trial_instance: 'first' },
      { trial_start: '2025-02-01', trial_instance: 'first' },
    ],
    charge: [
      charged(
        'trafficking_base',
        judged('2024-05-01', 'acquitted'),
        convicted('2025-04-01', { final_date: '2025-06-01', final_verdict: 'convicted_tip' }),
      ),
    ],
    appeal: [
      {
        appeal_kind: 'ordinary',
        appeal_date: '2024-06-01',
        appeal_decision_date: '2024-12-01',
        appeal_outcome: 'sent_back_for_retrial',
      },
    ],
  });
  const cases = [reported([retrial])];
  const persons = (period: string, stage: string) => figureOf(cases, period, `T32 persons ${stage} total`);
  expect([persons('2024', 'convicted_first'), persons('2025', 'convicted_first')]).toEqual([0, 1]);
  expect([persons('2024', 'convicted_final'), persons('2025', 'convicted_final')]).toEqual([0, 1]);
  expect(figureOf(cases, '2024', 'T39 outcome sent_back_for_retrial ordinary')).toBe(1);
  expect(figureOf(cases, '2024', 'T37 indictment_to_trial median')).toBe(29);
  expect(figureOf(cases, '2025', 'K14 balance closed total')).toBe(1);
});

test('a company is no person of a sex, and gets no years', () => {
  const verdict = convicted('2024-05-01', { final_date: '2024-06-01', final_verdict: 'convicted_tip' });
  const company = { person_code: 'P-9', person_type: 'legal_person', def_citizenship: ['XKX'] };
  const cases = [reported([{ ...company, charge: [charged('trafficking_base', verdict)] }])];
  expect(filledFigures(cases, '2024', 'T32')).toMatchObject({
    'persons convicted_final legal_person': 1,
    'persons convicted_final total': 1,
  });
  expect(filledFigures(cases, '2024', 'K13')).toEqual({});
});

test('the funnel narrows step by step, and a plea without a hearing did not stop before the trial', () => {
  const cases = [
    reported([man('P-1')]),
    reported([man('P-2', { investigation: [{ investigation_start: '2024-02-01' }] })]),
    reported([man('P-3', { charge: [charged('trafficking_base', convicted('2025-05-01'))] })]),
  ];
  const t34 = (row: string) => figureOf(cases, '2024', `T34 ${row} cases`);
  expect(['reported', 'investigated', 'indicted', 'tried', 'convicted', 'final'].map(t34)).toEqual([3, 2, 1, 1, 1, 0]);
  expect(figureOf(cases, '2024', 'T34 indicted percent_of_previous')).toBe(50);
});

test('requests abroad by type and country, with the median of the days until the answer', () => {
  const asked = (coop_country: string, coop_answered?: string): Row => ({
    coop_type: 'mla_request',
    coop_country,
    coop_requested: '2024-03-01',
    ...(coop_answered ? { coop_answered } : {}),
  });
  const cooperation = [asked('ALB', '2024-03-11'), asked('ALB', '2024-03-31'), asked('ITA')];
  const cases = [reported([man('P-1')], { cooperation })];
  const t41 = (address: string) => figureOf(cases, '2024', `T41 ${address}`);
  expect([t41('country ALB requests'), t41('country ITA answered'), t41('type mla_request requests')]).toEqual([
    2, 0, 3,
  ]);
  expect(t41('type total median_days')).toBe(20);
  expect(t41('country ITA median_days')).toBeNull();
});
