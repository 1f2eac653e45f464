import { expect, test, vi } from 'vitest';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { protectTables } from '#shared/statistics/disclosure/protect-tables.ts';
import { storeOf, takeIn } from './victims/counted-registrations.ts';

vi.mock(import('#shared/statistics/disclosure/protect-tables.ts'), async (original) => {
  const { protectTables: protect, ...rest } = await original();
  return { ...rest, protectTables: vi.fn(protect) };
});

const identified = (day: string, sex: string) => ({
  victim_code: `V-${day}-${sex}`,
  status_decision: [{ status: 'formally_identified', status_date: day }],
  sex,
  age_at_identification: 30,
});
const women = Array.from({ length: 9 }, (_, at) => identified(`2024-03-0${at + 1}`, 'female'));

test('a change protects anew only the periods in which it changes a count, and they are as if worked out afresh', () => {
  const store = storeOf([...women, identified('2024-05-01', 'male'), identified('2021-05-01', 'male')]);
  const tables = createTables('victims', store);
  const ask = (period: string, of = tables) => of({ id: 'T15', period, view: 'public', threshold: 5 });
  const protections = () => vi.mocked(protectTables).mock.calls.length;

  const before = [ask('2024'), ask('2021')];
  expect(protections()).toBe(2);
  expect([ask('2024'), ask('2021')]).toEqual(before);
  expect(protections()).toBe(2);

  // The man of 2021 was a woman; nothing of 2024 tells of him.
  takeIn(store, identified('2021-05-01', 'female'), 11);
  expect(ask('2024')).toEqual(before[0]);
  expect(protections()).toBe(2);
  expect(ask('2021')).toEqual(ask('2021', createTables('victims', store)));
  expect(ask('2024')).toEqual(ask('2024', createTables('victims', store)));
});
