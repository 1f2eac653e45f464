/** The relations of a system as rows of a programme over the changes of its cells. */
import type { CellSystem } from './cell-system.ts';
import { type Row, unlimited } from './optimiser.ts';

/** One row for each sum, order and cover, in this order; columns are cells. */
export function relationRows({ values, sums, orders, covers = [] }: CellSystem): Row[] {
  const value = (cell: number): number => values[cell] as number;
  return [
    ...sums.map(({ whole, parts }) => ({ terms: termsOf(whole, parts), lower: 0, upper: 0 })),
    ...orders.map(({ smaller, larger }) => ({
      terms: termsOf(larger, [smaller]),
      lower: -unlimited,
      upper: value(larger) - value(smaller),
    })),
    ...covers.map(({ whole, parts }) => ({
      terms: termsOf(whole, parts),
      lower: value(whole) - parts.reduce((sum, part) => sum + value(part), 0),
      upper: unlimited,
    })),
  ];
}

/** Parts less their whole; a cell that stands on both sides, or twice, is one term. */
export function termsOf(whole: number, parts: readonly number[]): (readonly [number, number])[] {
  const factors = new Map<number, number>([[whole, -1]]);
  for (const part of parts) factors.set(part, (factors.get(part) ?? 0) + 1);
  return [...factors].filter(([, factor]) => factor !== 0);
}
