import { expect, test } from 'vitest';
import { firstDay, lastDay, listInput, recallView, withFilter } from './list-view.ts';

test('a year or month as bound covers all of its days, leap years included', () => {
  expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
});

test('a second filter on a field replaces the first, so that a pill is never shown twice', () => {
  const filters = withFilter([{ field: 'sex', anyOf: ['female'] }], 'sex', { field: 'sex', anyOf: ['male'] });
  expect(filters).toEqual([{ field: 'sex', anyOf: ['male'] }]);
  expect(withFilter(filters, 'sex', null)).toEqual([]);
});

test('the bin is asked for as the bin and blank words search for nothing', () => {
  expect(listInput('victim', { ...recallView('none'), scope: 'bin', search: '  ' })).toMatchObject({
    binned: true,
    archived: null,
    search: null,
  });
});
