/** Finds the cheapest cells to hide besides, so that a goal can be reached. */
import { type CellSystem, isPossible, type Move } from './cell-system.ts';
import { type Goal, nameOf, pairsOf, reaches } from './goals.ts';
import { Programme, unlimited } from './optimiser.ts';
import { relationRows } from './relation-rows.ts';

/** What it costs to change a hidden cell: next to nothing, but detours are not free. */
const priceOfHidden = 0.01;
const mostNodes = 200;

/** Moves over all cells; a cell that is shown costs what hiding it costs. To be disposed of. */
export class ExtensionFinder {
  solved = 0;
  readonly #system: CellSystem;
  /** Column `cell` raises a cell, column `size + cell` lowers it. */
  readonly #programme: Programme;
  readonly #size: number;
  /** Row of the difference of two cells, by their name. */
  readonly #rowOf: ReadonlyMap<string, number>;

  constructor(system: CellSystem, hidden: Iterable<number>, goals: readonly Goal[]) {
    this.#system = system;
    this.#size = system.values.length;
    const relations = relationRows(system);
    const pairs = pairsOf(goals);
    this.#rowOf = new Map(pairs.map((pair, index) => [nameOf(pair), relations.length + index]));
    const differences = pairs.map(({ cell, less }) => ({
      terms: [[cell, 1] as const, [less, -1] as const],
      lower: -unlimited,
      upper: unlimited,
    }));
    this.#programme = new Programme(
      [
        ...system.costs.map((cost) => ({ lower: 0, upper: unlimited, cost })),
        ...system.values.map((value, cell) => ({ lower: 0, upper: value, cost: system.costs[cell] as number })),
      ],
      [...relations, ...differences].map(({ terms, ...limits }) => ({
        ...limits,
        terms: terms.flatMap(([cell, factor]): [number, number][] => [
          [cell, factor],
          [this.#size + cell, -factor],
        ]),
      })),
    );
    for (const cell of hidden) this.open(cell);
  }

  /** The cell is hidden by now. */
  open(cell: number): void {
    this.#programme.price(cell, priceOfHidden);
    this.#programme.price(this.#size + cell, priceOfHidden);
  }

  /** A possible move that reaches the goal and changes as little as possible of what is shown; null where none was found. */
  find(goal: Goal): Move | null {
    const restore = this.#demand(goal);
    this.solved += 1;
    const inFractions = this.#move(this.#programme.solve()?.values);
    let move = inFractions;
    if (!move || !reaches(goal, move)) {
      this.solved += 1;
      move = this.#move(this.#programme.solveInWholeNumbers({ nodes: mostNodes })?.values);
    }
    restore();
    return move && reaches(goal, move) ? move : null;
  }

  #demand({ cell, less, by }: Goal): () => void {
    if (less !== undefined) {
      const row = this.#rowOf.get(nameOf({ cell, less })) as number;
      this.#programme.limit(row, -unlimited, by);
      return () => this.#programme.limit(row, -unlimited, unlimited);
    }
    const [up, down] = [cell, this.#size + cell];
    const value = this.#system.values[cell] as number;
    this.#programme.bound(up, Math.max(by, 0), Math.max(by, 0));
    this.#programme.bound(down, Math.max(-by, 0), Math.max(-by, 0));
    return () => {
      this.#programme.bound(up, 0, unlimited);
      this.#programme.bound(down, 0, value);
    };
  }

  #move(values: Float64Array | undefined): Move | null {
    if (!values) return null;
    const move = new Map<number, number>();
    for (let cell = 0; cell < this.#size; cell++) {
      const by = Math.round((values[cell] as number) - (values[this.#size + cell] as number));
      if (by !== 0) move.set(cell, by);
    }
    return isPossible(this.#system, move) ? move : null;
  }

  dispose(): void {
    this.#programme.dispose();
  }
}
