import { expect, test } from 'vitest';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import type { EntityDeclaration } from '#shared/dictionary/vocabulary.ts';
import { withinKey } from '#shared/records/content.ts';
import type { GroupRow } from '#shared/records/record.ts';
import { rowNames } from './row-names.ts';

const entities: readonly EntityDeclaration[] = [
  { id: 'file', parent: null, role: 'record' },
  { id: 'person', parent: 'file', role: 'group' },
  { id: 'charge', parent: 'person', role: 'group' },
];
const index = indexOf({ ...registerOf('victims'), entities, fields: [] });
const row = (id: string, within?: string): GroupRow => ({
  id,
  values: within === undefined ? {} : { [withinKey]: within },
});

test('rows within rows are named after what they stand within, and numbered only among each other', () => {
  const groups = { person: [row('p1'), row('p2')], charge: [row('c1', 'p2'), row('c2', 'p1'), row('c3', 'p2')] };
  const named = rowNames(index, { values: {}, groups }, 'charge', (entity) => entity);
  expect(named.map(({ row: { id }, name }) => [id, name])).toEqual([
    ['c2', 'person 1 · charge 1'],
    ['c1', 'person 2 · charge 1'],
    ['c3', 'person 2 · charge 2'],
  ]);
});
