/** Tables as a reader of the public view sees them: cells, and what is known to add up. */

/** The sum of `parts` is `whole`, by cell index. */
export interface SumRelation {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** By definition no cell `smaller` can exceed its cell `larger`. */
export interface OrderRelation {
  readonly smaller: number;
  readonly larger: number;
}

export interface CellSystem {
  /** Counts: whole numbers, none negative. */
  readonly values: readonly number[];
  /** What it costs to hide a cell: the less a reader loses, the less it costs. */
  readonly costs: readonly number[];
  readonly sums: readonly SumRelation[];
  readonly orders: readonly OrderRelation[];
  /** Everybody of `whole` stands in at least one of `parts`: they cannot add up to less. */
  readonly covers?: readonly SumRelation[];
}

/** Another set of counts, written as the difference to the true ones; cells that stay are absent. */
export type Move = ReadonlyMap<number, number>;

/** Exact proof in whole numbers that the counts changed by `move` are a table that the reader cannot rule out. */
export function isPossible(system: CellSystem, move: Move): boolean {
  const change = (cell: number): number => move.get(cell) ?? 0;
  const after = (cell: number): number => (system.values[cell] as number) + change(cell);
  for (const [cell, by] of move) if (!Number.isInteger(by) || after(cell) < 0) return false;
  return (
    system.sums.every(({ whole, parts }) => parts.reduce((sum, part) => sum + change(part), 0) === change(whole)) &&
    system.orders.every(({ smaller, larger }) => after(smaller) <= after(larger)) &&
    (system.covers ?? []).every(({ whole, parts }) => parts.reduce((sum, part) => sum + after(part), 0) >= after(whole))
  );
}
