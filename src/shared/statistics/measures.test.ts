import { expect, test } from 'vitest';
import { hideMeasures } from './disclosure/hide-measures.ts';
import { type Measure, summarise } from './measures.ts';

test('quartiles lie between values in proportion, as in spreadsheets', () => {
  const days = [10, 20, 30, 50];
  expect(summarise(days, 'lowerQuartile', 'days').value).toBe(17.5);
  expect(summarise(days, 'median', 'days').value).toBe(25);
  expect(summarise(days, 'upperQuartile', 'days').value).toBe(35);
  expect(summarise([], 'mean', 'days')).toEqual({ value: null, units: 0, isDominated: false });
});

test('one unit dominates an amount only with more than half of it', () => {
  expect(summarise([50, 25, 25], 'sum', 'euro').isDominated).toBe(false);
  expect(summarise([51, 25, 24], 'sum', 'euro').isDominated).toBe(true);
  expect(summarise([0, 0], 'sum', 'euro').isDominated).toBe(false);
});

const label = { text: '' };
const axis = (...keys: string[]) => ({
  dimension: '',
  lines: keys.map((key) => ({
    key,
    label,
    kind: key === 'total' ? ('total' as const) : ('value' as const),
    ...(key === 'total' ? { of: keys.filter((each) => each !== 'total') } : {}),
  })),
  classify: () => ({ several: false as const, size: 1, categoryOf: () => 0 }),
});
const sum: Measure = {
  key: 'sum',
  label,
  figure: 'euro',
  of: 'sum',
  basis: 'units',
  quantity: () => () => 0,
  isAmount: true,
};

function hidden(rows: readonly (readonly [quantities: number[], isBasisHidden: boolean])[]) {
  const keys = ['a', 'b', 'c'].slice(0, rows.length - 1);
  return hideMeasures(
    { rows: axis(...keys, 'total'), columns: axis('units'), measures: [sum] },
    rows.map(([quantities]) => [summarise(quantities, 'sum', 'euro')]),
    rows.map(([, isBasisHidden]) => [isBasisHidden ? 'complementary' : null]),
    3,
  ).map(([reason]) => reason);
}

test('a figure is hidden with few units, with a dominant one, and where the number of its units is', () => {
  expect(
    hidden([
      [[1, 2], false],
      [[9, 1, 1, 1], false],
      [[2, 2, 2], true],
      [[1, 2, 9, 1, 1, 1, 2, 2, 2], false],
    ]),
  ).toEqual(['threshold', 'dominance', 'complementary', 'complementary']);
});

test('the figure of a total is shown where that of every line is, or has nothing in it', () => {
  const line = [2, 2, 2];
  expect(
    hidden([
      [line, false],
      [[], false],
      [line, false],
    ]),
  ).toEqual([null, null, null]);
});

test('a share rests on the fewer of those that are and those that are not', () => {
  const share = (ones: number, zeros: number) =>
    summarise([...Array<number>(ones).fill(1), ...Array<number>(zeros).fill(0)], 'share', 'percent');
  expect(share(1, 29)).toEqual({ value: 3.3, units: 1, isDominated: false });
  expect(share(12, 18)).toEqual({ value: 40, units: 12, isDominated: false });
  expect(share(0, 7)).toEqual({ value: 0, units: 7, isDominated: false });
  expect(share(0, 0).value).toBeNull();
});
