import { expect, test } from 'vitest';
import type { CellSystem } from './cell-system.ts';
import { protectCells, usualEffort } from './protect.ts';

/** Rows by columns with totals, row by row; the sums follow from the counts inside. */
function table(inside: readonly (readonly number[])[]): CellSystem {
  const width = (inside[0]?.length ?? 0) + 1;
  const rows = inside.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const all = [
    ...rows,
    Array.from({ length: width }, (_, c) => rows.reduce((sum, row) => sum + (row[c] as number), 0)),
  ];
  const at = (r: number, c: number): number => r * width + c;
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
  return {
    values: all.flat(),
    costs: all.flatMap((row, r) =>
      row.map((count, c) => (8 + count) * (r === all.length - 1 || c === width - 1 ? 7 : 1)),
    ),
    sums: [
      ...upTo(all.length).map((r) => ({ whole: at(r, width - 1), parts: upTo(width - 1).map((c) => at(r, c)) })),
      ...upTo(width).map((c) => ({ whole: at(all.length - 1, c), parts: upTo(all.length - 1).map((r) => at(r, c)) })),
    ],
    orders: [],
  };
}

const costOf = ({ costs }: CellSystem, hidden: ReadonlyMap<number, string>): number =>
  [...hidden.keys()].reduce((sum, cell) => sum + (costs[cell] as number), 0);

test('two small counts on a diagonal share the two cells that close the square', () => {
  const system = table([
    [2, 30, 40],
    [31, 50, 60],
    [41, 70, 2],
  ]);
  const small = [0, 10].map((cell) => ({ cell, reason: 'threshold' as const }));
  const hidden = protectCells(system, small, 5);
  expect([...hidden.keys()].toSorted((a, b) => a - b)).toEqual([0, 2, 8, 10]);
});

test('the integer programme never makes it dearer', () => {
  for (let run = 0; run < 12; run++) {
    const draw = (r: number, c: number): number => ((run * 7 + r * 5 + c * 11 + r * c * run) % 13) ** 2 % 29;
    const system = table([0, 1, 2, 3].map((r) => [0, 1, 2, 3].map((c) => draw(r, c))));
    const small = system.values.flatMap((count, cell) =>
      count > 0 && count < 5 ? [{ cell, reason: 'threshold' as const }] : [],
    );
    const without = { ...usualEffort, leastLoss: { ...usualEffort.leastLoss, goals: 0 } };
    expect(costOf(system, protectCells(system, small, 5))).toBeLessThanOrEqual(
      costOf(system, protectCells(system, small, 5, without)),
    );
  }
});
