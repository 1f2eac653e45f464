import { expect, test } from 'vitest';
import { decidingDays, isInUse } from './in-use.ts';

test('the first and the last day count, the days beside them do not', () => {
  const entry = { activeFrom: '2020-01-01', activeTo: '2026-06-30' };
  expect(['2019-12-31', '2020-01-01', '2026-06-30', '2026-07-01'].map((day) => isInUse(entry, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isInUse({ activeFrom: null, activeTo: null }, '1900-01-01')).toBe(true);
});

test('the registration decides, else today, and the date beside the answer as well', () => {
  const values = { referral_date: '2019-05-01' };
  expect(decidingDays({}, values, undefined, '2026-11-26')).toEqual(['2026-11-26']);
  expect(decidingDays({ datedBy: 'referral_date' }, values, '2026-01-02', '2026-11-26')).toEqual([
    '2026-01-02',
    '2019-05-01',
  ]);
  expect(decidingDays({ datedBy: 'referral_date' }, {}, '2026-01-02', '2026-11-26')).toEqual(['2026-01-02']);
});

test('of a date known in part both ends decide', () => {
  expect(decidingDays({ datedBy: 'offence_start' }, { offence_start: '2019-05' }, '2026-01-02', '2026-11-26')).toEqual([
    '2026-01-02',
    '2019-05-01',
    '2019-05-31',
  ]);
});
