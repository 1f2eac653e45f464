import { expect, test } from 'vitest';
import type { ListView, RecordFilter } from '#shared/contract/list-query.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { keepState, keepViewed, keptState } from './last-list.ts';
import { firstDay, freshView, lastDay, queryOf, usableView, withFilter } from './list-view.ts';

const index = indexOfKind('victims');
const female: RecordFilter = { kind: 'codes', field: 'sex', anyOf: ['female'] };

test('a year or month as bound covers all of its days, leap years included', () => {
  expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
});

test('a second filter on a field replaces the first in its place, however it narrows, so that a pill is never shown twice', () => {
  const archived: RecordFilter = { kind: 'archived', is: true };
  const refused: RecordFilter = { kind: 'answer', field: 'sex', anyOf: ['refused'] };
  const filters = withFilter([female, archived], 'field sex', refused);
  expect(filters).toEqual([refused, archived]);
  expect(withFilter(filters, 'field sex', null)).toEqual([archived]);
  expect(withFilter(filters, 'archived', null)).toEqual([refused]);
});

test('the bin is asked for as the bin, the archive as a filter, and blank words search for nothing', () => {
  const state = { view: { ...freshView, scope: 'bin' as const }, search: '  ', current: null };
  expect(queryOf('victim', state, 'sq')).toMatchObject({ binned: true, filters: [], search: null, language: 'sq' });
  const current = { ...state, view: { ...freshView, scope: 'current' as const } };
  expect(queryOf('victim', current, 'sq')).toMatchObject({ binned: false, filters: [{ kind: 'archived', is: false }] });
});

test('a kept view loses what the dictionary no longer has and what the account may not see', () => {
  const kept: ListView = {
    scope: 'bin',
    filters: [female, { kind: 'answer', field: 'former_field', anyOf: ['answered'] }, { kind: 'archived', is: true }],
    order: { by: 'field', field: 'former_field', descending: false },
    columns: ['sex', 'former_field'],
  };
  expect(usableView(index, 'victim', kept, false)).toEqual({
    scope: 'all',
    filters: [female, { kind: 'archived', is: true }],
    order: freshView.order,
    columns: ['sex'],
  });
  expect(usableView(index, 'victim', kept, true).scope).toBe('bin');
});

test('going on to another record moves the place that is come back to, in that list alone', () => {
  const current = { at: 2, id: 'a', offset: 96 };
  keepState('victims', { view: freshView, search: 'x', current });
  keepState('cases', { view: freshView, search: '', current });
  keepViewed('victims', 'b', 3);
  expect(keptState('victims')).toMatchObject({ search: 'x', current: { at: 3, id: 'b', offset: 96 } });
  expect(keptState('cases')?.current).toEqual(current);
});
