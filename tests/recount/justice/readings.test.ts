/** Where a table may be read in two ways, the one taken: counted by hand, by the catalogue and by the recount alike. */
import { expect, test } from 'vitest';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { aCase, type Row } from '../../justice/a-case.ts';
import { figuresOf, storeOf, tablesOf } from '../../statistics/justice/counted-cases.ts';
import { compareJustice, recountedJusticeTables } from './compare-justice.ts';
import { recountOf, stored } from './figure-of.ts';

const period = '2025';

/** Figures of one table of the catalogue, after every table was held against the recount. */
function figures(cases: readonly ReturnType<typeof aCase>[], id: string, part = '') {
  const store = storeOf(cases);
  const tables = createTables('justice', store);
  const all = recountedJusticeTables.flatMap((each) =>
    tables({ id: each, period, view: 'internal', threshold: 5 }).map((table) => ({ ...table, id: each })),
  );
  const again = cases.map((each, place) => stored(each, place + 1));
  expect(compareJustice(all, recountOf(again, period)).differences).toEqual([]);
  return figuresOf(tablesOf(store, id, period).get(part));
}

const reported = (...defendant: readonly Row[]) => aCase({ report_date: '2025-01-10', defendant });

const man = (code: string, more: Row): Row => ({
  person_code: code,
  person_type: 'natural_person',
  def_sex: 'male',
  def_age_at_offence: 30,
  def_citizenship: ['XKX'],
  ...more,
});

const charged = (charge_offence: string, ...verdict: readonly Row[]): Row => ({ charge_offence, verdict });

const judged = (verdict_date: string, verdict: string, more: Row = {}): Row => ({
  verdict_date,
  verdict,
  verdict_instance: 'first',
  ...more,
});

test('T33 counts judgments against natural persons on trafficking, whatever else they decided', () => {
  const cases = [
    reported(
      man('P-1', { charge: [charged('trafficking_base', judged('2025-06-01', 'acquitted'))] }),
      man('P-2', { charge: [charged('money_laundering', judged('2025-06-01', 'convicted_other_offence_only'))] }),
      man('P-3', { charge: [charged('kidnapping', judged('2025-06-01', 'convicted_tip'))] }),
      man('P-4', {
        charge: [
          charged('trafficking_base', judged('2025-06-01', 'acquitted')),
          charged('kidnapping', judged('2025-06-01', 'convicted_other_offence_only')),
        ],
      }),
      {
        person_code: 'P-5',
        person_type: 'legal_person',
        charge: [charged('trafficking_base', judged('2025-06-01', 'convicted_tip'))],
      },
    ),
  ];
  expect(figures(cases, 'T33', 'judgments')).toEqual({
    'convicted_tip/first': 1,
    'convicted_tip/total': 1,
    'convicted_other_offence_only/first': 1,
    'convicted_other_offence_only/total': 1,
    'acquitted/first': 1,
    'acquitted/total': 1,
    'total/first': 3,
    'total/total': 3,
  });
});

test('T35: of several charges of trafficking a measure weighs more than an acquittal, and waived is guilty', () => {
  const two = (one: string, other: string) => [
    charged('trafficking_base', judged('2025-06-01', one, { convicted_offence: 'kidnapping' })),
    charged('trafficking_of_child', judged('2025-06-01', other)),
  ];
  const cases = [
    reported(
      man('P-1', { charge: two('acquitted', 'not_criminally_liable_measure') }),
      man('P-2', { charge: two('guilty_released_from_punishment', 'not_criminally_liable_measure') }),
      man('P-3', { charge: two('acquitted', 'charge_rejected') }),
    ),
  ];
  expect(figures(cases, 'T35', 'verdicts')).toEqual({
    'convicted_other/persons': 1,
    'acquitted/persons': 1,
    'ended_otherwise/persons': 1,
    'total/persons': 3,
  });
});

test('T34: a final conviction that was annulled is no longer final, but was one; it stays counted in T32', () => {
  const annulled = man('P-1', {
    charge: [
      charged(
        'trafficking_base',
        judged('2025-03-01', 'convicted_tip', { final_date: '2025-05-01', final_verdict: 'convicted_tip' }),
        judged('2025-10-01', 'acquitted'),
      ),
    ],
    appeal: [
      {
        appeal_kind: 'extraordinary',
        appeal_by: 'defence',
        appeal_date: '2025-06-01',
        appeal_decision_date: '2025-07-01',
        appeal_outcome: 'sent_back_for_retrial',
      },
    ],
  });
  expect(figures([reported(annulled)], 'T34')).toMatchObject({ 'convicted/reached': 1, 'convicted/wentNoFurther': 1 });
  expect(figures([reported(annulled)], 'T34')).not.toHaveProperty('final/reached');
  expect(figures([reported(annulled)], 'T32', 'persons')).toMatchObject({ 'male/convicted_final': 1 });
});

test('T34: a judgment tells that there was a trial, and a closed investigation that one had begun', () => {
  const cases = [
    reported(man('P-1', { charge: [charged('trafficking_base', judged('2025-06-01', 'acquitted'))] })),
    reported(
      man('P-2', { investigation: [{ investigation_end: '2025-06-01', investigation_outcome: 'discontinued' }] }),
    ),
    reported(man('P-3', {})),
  ];
  expect(figures(cases, 'T34')).toMatchObject({
    'reported/wentNoFurther': 1,
    'investigated/wentNoFurther': 1,
    'tried/wentNoFurther': 1,
  });
});

test('K13 and T36: an appeal without a penalty of its own leaves the one of first instance standing', () => {
  const sentence = {
    sentence_type: 'imprisonment',
    sentence_months: 72,
    final_sentence_months: 60,
    aggravating: ['child_victim'],
  };
  const upheld = man('P-1', {
    charge: [
      charged(
        'trafficking_base',
        judged('2025-03-01', 'convicted_tip', { sentence: [sentence] }),
        judged('2025-06-01', 'convicted_tip', {
          verdict_instance: 'second',
          final_date: '2025-06-20',
          final_verdict: 'convicted_tip',
        }),
      ),
    ],
  });
  expect(figures([reported(upheld)], 'K13')).toMatchObject({ 'final_tip/term': 1, 'final_tip/mean': 5 });
  expect(figures([reported(upheld)], 'T36', 'aggravating')).toMatchObject({ 'child_victim/total': 1 });
});

test('K14: the year of the inquiry stays counted when the investigation began in the next one', () => {
  const inquired = aCase({
    report_date: '2025-11-10',
    lead_authority: 'special_prosecution',
    defendant: [man('P-1', { investigation: [{ investigation_start: '2026-02-01' }] })],
  });
  expect(figures([inquired], 'K14', 'authorities')).toEqual({ 'police/cases': 1, 'prosecution/cases': 1 });
});

test('T37: an indictment older than the investigation is no stretch, and an appeal no first hearing', () => {
  const turned = man('P-1', {
    investigation: [{ investigation_start: '2025-05-01' }],
    indictment: [{ indictment_date: '2025-02-01', indictment_confirmed: 'yes' }],
    trial: [{ trial_start: '2025-09-01', trial_instance: 'second' }],
  });
  const found = figures([reported(turned)], 'T37');
  expect(found).not.toHaveProperty('to_indictment/finished');
  expect(found).not.toHaveProperty('to_trial/finished');
  expect(found).toMatchObject({ 'to_investigation/median': 111, 'to_trial/stillOpen': 1 });
});
