import { expect, test } from 'vitest';
import type { RecordMeta } from '#shared/contract/record.ts';
import { type Found, groupsOf, hasMore } from './hits.ts';

const meta = (id: string) => ({ id }) as RecordMeta;
const nothing: Found = {
  codes: [],
  texts: { hits: [], hasMore: false },
  names: { index: { state: 'ready' }, hits: [], hasMore: false },
};

test('codes stand first, then texts, then names, and groups without a hit are left out', () => {
  const name = { meta: meta('c'), fit: 'same', birthYear: null, name: null } as const;
  const found: Found = { ...nothing, codes: [meta('a')], names: { ...nothing.names, hits: [name] } };
  expect(groupsOf(found).map(({ id, hits }) => [id, hits.map((hit) => hit.meta.id)])).toEqual([
    ['codes', ['a']],
    ['names', ['c']],
  ]);
  expect(groupsOf(nothing)).toEqual([]);
});

test('there is more where texts or names say so', () => {
  expect(hasMore(nothing)).toBe(false);
  expect(hasMore({ ...nothing, texts: { hits: [], hasMore: true } })).toBe(true);
});
