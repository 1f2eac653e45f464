import { expect, test } from 'vitest';
import type { Axis, Line } from '../catalogue/standard-statistic.ts';
import type { Measure } from '../measures.ts';
import { hideMeasures } from './hide-measures.ts';

const label = { text: 'tables:lines.total' };
const value = (key: string): Line => ({ key, label, kind: 'value' });
const axisOf = (lines: readonly Line[]): Axis => ({
  dimension: 'any',
  lines,
  classify: () => {
    throw new Error('measured already');
  },
});
const rows = axisOf([
  value('young'),
  value('old'),
  { key: 'child', label, kind: 'subtotal', of: ['young', 'old'] },
  value('unknown'),
  { key: 'total', label, kind: 'total', of: ['child', 'unknown'] },
]);
const columns = axisOf([value('claims')]);
const paid: Measure = {
  key: 'paid',
  label,
  figure: 'euro',
  of: 'sum',
  basis: 'claims',
  quantity: () => () => 0,
  isAmount: true,
};

const units = (...of: readonly number[]) => of.map((each) => [{ value: each * 10, units: each, isDominated: false }]);

test('an amount hidden in a line is hidden in the sum of it and in the sum of that', () => {
  const reasons = hideMeasures({ rows, columns, measures: [paid] }, units(2, 20, 22, 9, 31), [], 5);
  expect(reasons.flat()).toEqual(['threshold', null, 'complementary', null, 'complementary']);
});

test('an amount of which one makes more than half is hidden however many there are', () => {
  const measured = units(9, 20, 29, 9, 38).map((row, r) => row.map((each) => ({ ...each, isDominated: r === 3 })));
  const reasons = hideMeasures({ rows, columns, measures: [paid] }, measured, [], 5);
  expect(reasons.flat()).toEqual([null, null, null, 'dominance', 'complementary']);
});
