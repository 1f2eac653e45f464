import { expect, test } from 'vitest';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import { exportHeader } from './export-columns.ts';
import { exportedLines } from './export-lines.ts';

const index = indexOf(justice);
const root = index.entity('case');
const meta = { id: 'c1', revision: 2, completedRevision: 1, dictionaryVersion: '1.0' };

test('a row within a row names that row, so that a verdict is found under its charge again', () => {
  const content = {
    values: {},
    groups: {
      defendant: [{ id: 'd1', values: {} }],
      charge: [
        { id: 'h1', values: { within: 'd1' } },
        { id: 'h2', values: { within: 'd1' } },
      ],
      verdict: [{ id: 'v1', values: { within: 'h2', verdict: 'acquitted' } }],
      claim: [{ id: 'k1', values: {} }],
    },
  };
  const form = { index, label: null, pseudonymKey: null };
  const keys = [...exportedLines(form, root, { meta, content })].map(({ entity, cells }) => [
    entity,
    ...cells.slice(0, entity === 'case' ? 1 : 3),
  ]);
  expect(keys).toEqual([
    ['case', 'c1'],
    ['defendant', 'd1', 'c1', '1'],
    ['charge', 'h1', 'd1', '1'],
    ['charge', 'h2', 'd1', '2'],
    ['verdict', 'v1', 'h2', '1'],
    ['claim', 'k1', 'c1', '1'],
  ]);
  expect(exportHeader(form, index.entity('verdict')).slice(0, 3)).toEqual(['id', 'charge_id', 'position']);
});

test('a pseudonymised export joins by the pseudonyms, outer rows included', () => {
  const content = {
    values: {},
    groups: {
      defendant: [{ id: 'd1', values: {} }],
      charge: [{ id: 'h1', values: { within: 'd1' } }],
    },
  };
  const form = { index, label: null, pseudonymKey: Buffer.alloc(32, 7) };
  const lines = [...exportedLines(form, root, { meta, content })];
  const [, defendant, charge] = lines.map(({ cells }) => cells);
  expect(charge?.[1]).toBe(defendant?.[0]);
  expect(charge?.[1]).not.toBe('d1');
});
