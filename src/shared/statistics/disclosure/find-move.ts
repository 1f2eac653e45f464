/** Finds other counts that a reader could not tell from the true ones. */
import { type CellSystem, isPossible, type Move, type OrderRelation } from './cell-system.ts';
import { maximise } from './simplex.ts';

export interface MoveWish {
  readonly cell: number;
  readonly direction: 1 | -1;
  /** How far the cell should move. */
  readonly by: number;
}

/** Cells that may change, each with the price of changing it by one; the others stay as they are. */
export type Prices = ReadonlyMap<number, number>;

/** Outweighs every price: the wish comes first, what it costs second. */
const wishWeight = 1e7;

/** The cheapest possible move that takes the cell as far as wished, or as far as it can; null where it cannot move. */
export function findMove(system: CellSystem, prices: Prices, wish: MoveWish): Move | null {
  if (!prices.has(wish.cell)) return null;
  const cells = [...prices.keys()];
  const orders: OrderRelation[] = [];
  // Few of the orders ever matter: each is added once a move breaks it.
  for (;;) {
    const move = solve(system, cells, prices, wish, orders);
    if (!move.has(wish.cell)) return null;
    const broken = system.orders.filter((order) => !orders.includes(order) && breaks(system, order, move));
    if (broken.length === 0) return isPossible(system, move) ? move : null;
    orders.push(...broken);
  }
}

function breaks({ values }: CellSystem, { smaller, larger }: OrderRelation, move: Move): boolean {
  const after = (cell: number): number => (values[cell] as number) + (move.get(cell) ?? 0);
  return after(smaller) > after(larger);
}

function solve(
  system: CellSystem,
  cells: readonly number[],
  prices: Prices,
  wish: MoveWish,
  orders: readonly OrderRelation[],
): Move {
  const size = cells.length;
  const position = new Map(cells.map((cell, index) => [cell, index]));
  // Variable i raises cell i, variable size + i lowers it.
  const objective = new Float64Array(2 * size);
  const upper = new Float64Array(2 * size).fill(Number.POSITIVE_INFINITY);
  cells.forEach((cell, index) => {
    objective[index] = objective[size + index] = -(prices.get(cell) as number);
    upper[size + index] = system.values[cell] as number;
  });
  const wished = position.get(wish.cell) as number;
  const [towards, away] = wish.direction === 1 ? [wished, size + wished] : [size + wished, wished];
  objective[towards] = wishWeight;
  upper[towards] = Math.min(upper[towards] as number, wish.by);
  upper[away] = 0;

  const rows: Float64Array[] = [];
  const limits: number[] = [];
  const exact: boolean[] = [];
  const addRow = (
    terms: readonly (readonly [cell: number, factor: number])[],
    limit: number,
    isExact: boolean,
  ): void => {
    const row = new Float64Array(2 * size);
    let used = false;
    for (const [cell, factor] of terms) {
      const index = position.get(cell);
      if (index === undefined) continue;
      row[index] = (row[index] as number) + factor;
      row[size + index] = (row[size + index] as number) - factor;
      used = true;
    }
    if (!used) return;
    rows.push(row);
    limits.push(limit);
    exact.push(isExact);
  };
  for (const { whole, parts } of system.sums) {
    addRow([[whole, -1], ...parts.map((part) => [part, 1] as const)], 0, true);
  }
  for (const { smaller, larger } of orders) {
    const gap = (system.values[larger] as number) - (system.values[smaller] as number);
    addRow(
      [
        [smaller, 1],
        [larger, -1],
      ],
      gap,
      false,
    );
  }

  const found = maximise({ objective, upper, rows, limits, exact });
  const move = new Map<number, number>();
  cells.forEach((cell, index) => {
    const by = Math.round((found[index] as number) - (found[size + index] as number));
    if (by !== 0) move.set(cell, by);
  });
  return move;
}
