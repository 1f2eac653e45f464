import { expect, test } from 'vitest';
import { type Axis, type Line, text } from '../catalogue/standard-statistic.ts';
import { protectBeside } from './protect-beside.ts';

const line = (key: string, of?: readonly string[]): Line =>
  of ? { key, label: text(key), kind: 'total', of } : { key, label: text(key), kind: 'value' };
const axis = (lines: readonly Line[]): Axis => ({
  dimension: 'any',
  lines,
  classify: () => ({ several: false, size: 1, categoryOf: () => 0 }),
});
const part = {
  rows: axis([line('a'), line('b'), line('c'), line('all', ['a', 'b', 'c'])]),
  columns: axis([line('n')]),
};
const column = (...counts: number[]) => counts.map((count) => [count]);
const year = { fromDay: 1, toDay: 365 };
const half = { fromDay: 1, toDay: 181 };

function hiddenBeside(own: number[][], before: number[][], shown: (number | null)[][], days = half, then = year) {
  const tables = [{ name: 'it', part, counts: own }];
  const beside = [{ name: 'it', days: then, counts: before, shown }];
  const nothing = new Map([['it', own.map((row) => row.map(() => null))]]);
  return protectBeside(tables, nothing, { sums: [], orders: [] }, days, beside, 5)
    .get('it')
    ?.flat()
    .map((reason) => reason !== null);
}

test('of a half-year is hidden what would show few in the other half, and as much as keeps that open', () => {
  const [own, all] = [column(20, 30, 40, 90), column(22, 50, 60, 132)];
  const hidden = hiddenBeside(own, all, all);
  expect(hidden?.[0]).toBe(true);
  // With the sum and the two others shown, the first would follow.
  expect(hidden?.slice(1)).toContain(true);
});

test('the same holds of a year after its half, and where many count in the rest nothing is hidden', () => {
  const [own, all] = [column(20, 30, 40, 90), column(22, 50, 60, 132)];
  expect(hiddenBeside(all, own, own, year, half)?.[0]).toBe(true);
  const many = column(40, 50, 60, 150);
  expect(hiddenBeside(own, many, many)).toEqual([false, false, false, false]);
});

test('what was hidden then need not be hidden once more', () => {
  const [own, all] = [column(20, 30, 40, 90), column(22, 50, 60, 132)];
  const shown = [[null], [null], [60], [132]];
  expect(hiddenBeside(own, all, shown)).toEqual([false, false, false, false]);
});
