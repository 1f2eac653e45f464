/** The recount tried on one case from the report to finality; its figures were worked out by hand. */
import { expect, test } from 'vitest';
import { wholeCase } from '../../justice/whole-case.ts';
import { figureOf, filledFigures, stored } from './figure-of.ts';

const whole = [stored(wholeCase())];

test('a conviction is counted by the day of the verdict, and again by the day on which it became final', () => {
  expect(filledFigures(whole, '2024', 'K13')).toEqual({
    'aggregate mean_years first': 1826 / 365.25,
    'aggregate median_years first': 1826 / 365.25,
    'aggregate minimum_years first': 1826 / 365.25,
    'aggregate maximum_years first': 1826 / 365.25,
    'aggregate counted first': 1,
    'aggregate total first': 1,
    'offence mean_years first': 5,
    'offence median_years first': 5,
    'offence minimum_years first': 5,
    'offence maximum_years first': 5,
    'offence counted first': 1,
    'offence total first': 1,
  });
  expect(figureOf(whole, '2025', 'K13 aggregate mean_years final')).toBe(1826 / 365.25);
  expect(figureOf(whole, '2025', 'K13 aggregate counted first')).toBe(0);
  expect(filledFigures(whole, '2025', 'T36')).toEqual({
    'from_5 final': 1,
    'total final': 1,
    'suspended with_term final': 1,
    'aggravating_final from_5 child_victim': 1,
    'aggravating_final from_5 total': 1,
    'aggravating_final total child_victim': 1,
    'aggravating_final total total': 1,
  });
});

test('a case is handled where something happened in the period, and pending until its last day', () => {
  expect(filledFigures(whole, '2024', 'K14')).toEqual({
    'handled police total': 1,
    'handled prosecution total': 1,
    'handled court total': 1,
    'balance new total': 1,
    'balance pending_at_end total': 1,
  });
  expect(filledFigures(whole, '2025', 'K14')).toEqual({
    'balance pending_at_start total': 1,
    'balance closed total': 1,
  });
  expect(filledFigures(whole, '2025-H2', 'K14')).toEqual({});
});

test('each stage of the proceedings is as long as its days, and still runs where it had not ended', () => {
  const days = (period: string) =>
    Object.fromEntries(
      Object.entries(filledFigures(whole, period, 'T37')).filter(([name]) => /median|open/.test(name)),
    );
  expect(days('2024')).toEqual({
    'report_to_investigation median': 9,
    'investigation_to_indictment median': 95,
    'indictment_to_trial median': 78,
    'trial_to_verdict median': 61,
    'verdict_to_final open': 1,
    'report_to_final open': 1,
  });
  expect(days('2025')).toEqual({ 'report_to_final median': 394, 'verdict_to_final median': 151 });
});

test('appeals, assets and claims of the same case', () => {
  expect(filledFigures(whole, '2024', 'T39')).toEqual({
    'appealed judged total': 1,
    'appealed appealed total': 1,
    'appealed appealed_percent total': 100,
    'outcome upheld ordinary': 1,
    'outcome upheld total': 1,
    'outcome total ordinary': 1,
    'outcome total total': 1,
    'appellant upheld defence': 1,
    'appellant upheld total': 1,
    'appellant total defence': 1,
    'appellant total total': 1,
  });
  expect(filledFigures(whole, '2025', 'T39')).toEqual({});
  expect(filledFigures(whole, '2024', 'T40')).toEqual({
    'decisions frozen decisions': 1,
    'decisions frozen assets': 1,
    'decisions frozen value_eur': 5000,
    'financial_investigation yes total': 1,
    'financial_investigation total total': 1,
    'financial_investigation investigated_percent total': 100,
  });
  expect(figureOf(whole, '2024', 'T31 kind total recovered_percent')).toBe(100);
  expect(figureOf(whole, '2024', 'T31 paid_by defendant received_eur')).toBe(2000);
});
