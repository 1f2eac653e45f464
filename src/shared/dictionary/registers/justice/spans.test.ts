import { expect, test } from 'vitest';
import { aCase, type Row } from '../../../../../tests/justice/a-case.ts';
import { spans } from './spans.ts';

const shown = (tree: Row) =>
  spans(aCase(tree)).map(({ at, unit, least, most }) => [at.row ?? at.entity, at.field, least, most, unit]);

test('every stage has its length, from the report to the finality', () => {
  const found = shown({
    report_date: '2024-01-10',
    defendant: [
      {
        investigation: [{ investigation_start: '2024-02-01', investigation_end: '2024-06-15' }],
        indictment: [{ indictment_date: '2024-06-20' }],
        trial: [{ trial_start: '2024-09-02' }],
        charge: [{ verdict: [{ verdict_date: '2024-12-12', final_date: '2025-01-11' }] }],
        appeal: [{ appeal_date: '2024-12-20', appeal_decision_date: '2025-01-11' }],
      },
    ],
    cooperation: [{ coop_requested: '2024-03-01', coop_answered: '2024-03-31' }],
  });
  expect(found).toEqual([
    ['defendant 0 investigation 0', 'investigation_end', 4, 4, 'months'],
    ['defendant 0 appeal 0', 'appeal_decision_date', 22, 22, 'days'],
    ['cooperation 0', 'coop_answered', 30, 30, 'days'],
    ['defendant 0 investigation 0', 'investigation_start', 22, 22, 'days'],
    ['defendant 0 trial 0', 'trial_start', 74, 74, 'days'],
    ['defendant 0 charge 0 verdict 0', 'verdict_date', 3, 3, 'months'],
    ['defendant 0 charge 0 verdict 0', 'final_date', 30, 30, 'days'],
  ]);
});

test('an offence known in part lasted from one length to another', () => {
  expect(shown({ offence_start: '2024', offence_end: '2025-03' })).toEqual([['case', 'offence_end', 2, 14, 'months']]);
});

test('a retrial is reckoned from its own beginning, and a finality from the verdict of the first instance', () => {
  const found = shown({
    defendant: [
      {
        trial: [{ trial_start: '2024-01-01' }, { trial_start: '2025-01-01' }],
        charge: [
          {
            verdict: [
              { verdict_date: '2024-06-01', verdict_instance: 'first' },
              { verdict_date: '2025-03-01', verdict_instance: 'first' },
              { verdict_date: '2025-05-01', verdict_instance: 'second', final_date: '2025-05-01' },
            ],
          },
        ],
      },
    ],
  });
  expect(found.map(([row, field, least]) => [row, field, least])).toEqual([
    ['defendant 0 charge 0 verdict 0', 'verdict_date', 5],
    ['defendant 0 charge 0 verdict 1', 'verdict_date', 2],
    ['defendant 0 charge 0 verdict 2', 'verdict_date', 4],
    ['defendant 0 charge 0 verdict 2', 'final_date', 61],
  ]);
});

test('detention ends with the first verdict after the arrest; days without a measure of detention are none', () => {
  const detained = (custody_measure: string[]) =>
    shown({
      defendant: [
        {
          custody: [{ arrest_date: '2024-05-01', custody_measure }],
          charge: [{ verdict: [{ verdict_date: '2024-06-30' }, { verdict_date: '2024-05-31' }] }],
        },
      ],
    });
  expect(detained(['pre_trial_detention'])).toEqual([['defendant 0 custody 0', 'custody_days', 0, 30, 'days']]);
  expect(detained(['bail'])).toEqual([]);
});

test('nothing is reckoned across defendants, nor where it would end before it begins', () => {
  expect(
    shown({
      report_date: '2024-05-01',
      defendant: [
        { trial: [{ trial_start: '2024-01-01' }], investigation: [{ investigation_start: '2024-04-01' }] },
        { charge: [{ verdict: [{ verdict_date: '2024-06-01' }] }] },
      ],
    }),
  ).toEqual([]);
});

test('ages are shown as a range only where more than one is possible', () => {
  const of = (values: Row) => shown({ offence_start: '2025-06-15', defendant: [values] });
  expect(of({ def_birth_year: 2007 })).toEqual([['defendant 0', 'def_age_at_offence', 17, 18, 'years']]);
  expect(of({ def_birth_year: 2007, def_age_at_offence: 18 })).toEqual([]);
});
