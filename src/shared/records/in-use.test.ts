import { expect, test } from 'vitest';
import { withinKey } from './content.ts';
import { datedValues, decidingDays, isInUse } from './in-use.ts';
import type { RecordContent } from './record.ts';

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

test('where the date of the field decides alone, the registration decides only as long as it is not known', () => {
  const field = { datedBy: 'offence_start', datedUntil: 'offence_end', datedOnly: true };
  expect(decidingDays(field, { offence_start: '2018-03-01' }, '2026-01-02', '2026-11-26')).toEqual(['2018-03-01']);
  expect(decidingDays(field, { offence_start: { missing: 'unknown' } }, '2026-01-02', '2026-11-26')).toEqual([
    '2026-01-02',
  ]);
});

test('what lasted over a change is right by what was in use on its first day or on its last', () => {
  const field = { datedBy: 'offence_start', datedUntil: 'offence_end', datedOnly: true };
  const lasting = { offence_start: '2018-03-01', offence_end: '2019-06-30' };
  expect(decidingDays(field, lasting, '2026-01-02', '2026-11-26')).toEqual(['2018-03-01', '2019-06-30']);
});

test('the date is looked for in the row, then in the rows around it, then in the record', () => {
  const charge = { id: 'c', values: { [withinKey]: 'd', charge_no: 1 } };
  const content = (defendant: RecordContent['values']): RecordContent => ({
    values: { offence_start: '2018' },
    groups: { defendant: [{ id: 'd', values: defendant }], charge: [charge] },
  });
  const field = { datedBy: 'offence_start' };
  expect(datedValues(field, content({}), charge)).toEqual({ offence_start: '2018' });
  expect(datedValues(field, content({ offence_start: '2020' }), charge)).toEqual({ offence_start: '2020' });
  expect(datedValues(field, content({ offence_start: '2020' }), undefined)).toEqual({ offence_start: '2018' });
});
