import { expect, test } from 'vitest';
import { type Cell, hiddenCell, noFigure } from './derived-statistic.ts';
import { trendCells } from './trend.ts';

const counts = (...cells: (number | Cell)[]) =>
  cells.map((cell) => (typeof cell === 'number' ? { count: cell } : cell));
const figures = (cells: readonly Cell[]) => trendCells(cells).map((row) => row.map(({ count }) => count));

test('change, percent and mean follow from the years shown', () => {
  expect(figures(counts(10, 15, 12))).toEqual([
    [10, null, null, null],
    [15, 5, 50, null],
    [12, -3, -20, 12.3],
  ]);
});

test('no percentage of a year with fewer than ten, and none of zero', () => {
  const [, second, third] = trendCells(counts(9, 18, 0));
  expect(second?.[2]).toEqual(noFigure);
  expect(third?.[2]).toEqual({ count: -100 });
  expect(trendCells(counts(0, 4))[1]).toEqual([{ count: 4 }, { count: 4 }, noFigure, noFigure]);
});

test('a hidden year hides every change and mean that it enters, so that none of them gives it back', () => {
  const rows = trendCells(counts(20, hiddenCell, 22, 23, 24));
  expect(rows[1]?.slice(0, 3)).toEqual([hiddenCell, hiddenCell, hiddenCell]);
  expect(rows[2]).toEqual([{ count: 22 }, hiddenCell, hiddenCell, hiddenCell]);
  expect(rows[3]?.[1]).toEqual({ count: 1 });
  expect(rows[3]?.[3]).toEqual(hiddenCell);
  expect(rows[4]?.[3]).toEqual({ count: 23 });
});

test('beside a year without a figure there is no change, and the internal view tells what the public one would hide', () => {
  const reason = { hiddenInPublic: 'threshold' } as const;
  const rows = trendCells(counts(noFigure, { count: 3, ...reason }, 12, 14));
  expect(rows[1]).toEqual([{ count: 3, ...reason }, noFigure, noFigure, noFigure]);
  expect(rows[2]?.[1]).toEqual({ count: 9, ...reason });
  expect(rows[3]?.[3]).toEqual({ count: 9.7, ...reason });
});
