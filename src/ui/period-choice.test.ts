import { expect, test } from 'vitest';
import { createFormats } from '#shared/locale/formats.ts';
import { inDays, type PeriodChoice, periodText, usualPeriod } from './period-choice.ts';

const mk = createFormats('mk');
const choice: PeriodChoice = { kind: 'year', year: '2025', half: '2', from: '1.3.2025', to: '30.9.2025' };

test('each kind of period is asked for in the form of the contract', () => {
  expect(periodText(choice, mk)).toBe('2025');
  expect(periodText({ ...choice, kind: 'half' }, mk)).toBe('2025-H2');
  expect(periodText({ ...choice, kind: 'free' }, mk)).toBe('2025-03-01..2025-09-30');
});

test('days begin as the period that was chosen before, and days typed before stay', () => {
  const untouched = { ...choice, from: '', to: '' };
  expect(periodText(inDays(untouched, mk), mk)).toBe('2025-01-01..2025-12-31');
  expect(periodText(inDays({ ...untouched, kind: 'half' }, mk), mk)).toBe('2025-07-01..2025-12-31');
  expect(periodText(inDays(choice, mk), mk)).toBe('2025-03-01..2025-09-30');
});

test('half a date or an end before the beginning asks for nothing', () => {
  expect(periodText({ ...choice, kind: 'free', to: '9.2025' }, mk)).toBeNull();
  expect(periodText({ ...choice, kind: 'free', to: '1.2.2025' }, mk)).toBeNull();
  for (const year of ['20', '1899', '2100']) expect(periodText({ ...choice, year }, mk)).toBeNull();
});

test('the usual period is a year that is over', () => {
  expect(usualPeriod(new Date(2026, 10, 22)).year).toBe('2025');
});
