/** Finds other counts that a reader could not tell from the true ones: proposed by the optimiser, proved in whole numbers. */
import { type CellSystem, isPossible, type Move } from './cell-system.ts';
import { type Goal, reaches } from './goals.ts';
import { type Answer, Programme, unlimited } from './optimiser.ts';
import { relationRows } from './relation-rows.ts';

/** Nodes that the search for whole numbers may open where fractions came out. */
const mostNodes = 200;
/** Rounds in which several goals are tried with one and the same move. */
const mostRounds = 6;

/** Why a goal is out of reach: the dual of the programme that fell short of it. */
export interface Shortfall {
  readonly goal: Goal;
  /** What the relations alone contribute to the objective. */
  readonly constant: number;
  readonly reducedCosts: ReadonlyMap<number, number>;
}

/** Moves of hidden cells only. To be disposed of. */
export class MoveFinder {
  /** Programmes solved so far: the measure of work, the same on every machine. */
  solved = 0;
  readonly #system: CellSystem;
  readonly #pairs: readonly Pair[];
  readonly #open = new Set<number>();
  /** Over the cells that were open when it was built; few cells make a small programme. */
  #built: Built | null = null;

  constructor(system: CellSystem, hidden: Iterable<number>, goals: readonly Goal[]) {
    this.#system = system;
    this.#pairs = pairsOf(goals);
    for (const cell of hidden) this.open(cell);
  }

  /** The cell may change from now on. */
  open(cell: number): void {
    this.#open.add(cell);
    const column = this.#built?.columnOf.get(cell);
    if (column !== undefined) this.#built?.programme.bound(column, -this.#value(cell), unlimited);
    else this.#rebuild();
  }

  /** The cell stays as it is from now on. */
  shut(cell: number): void {
    this.#open.delete(cell);
    const column = this.#built?.columnOf.get(cell);
    if (column !== undefined) this.#built?.programme.bound(column, 0, 0);
  }

  /** From now on exactly these cells may change. */
  openOnly(isOpen: (cell: number) => boolean): void {
    for (const cell of this.#programme().columnOf.keys()) {
      if (isOpen(cell) === this.#open.has(cell)) continue;
      if (isOpen(cell)) this.open(cell);
      else this.shut(cell);
    }
  }

  /** Possible moves that reach as many of the goals as are found; few moves for many goals. */
  reachTogether(goals: readonly Goal[]): Move[] {
    const moves: Move[] = [];
    for (const isDown of [true, false]) {
      let open = goals.filter(({ by }) => by < 0 === isDown);
      for (let round = 0; round < mostRounds && open.length > 1; round++) {
        const move = this.#moveOf(this.#solve(open, false));
        const left = move ? open.filter((goal) => !reaches(goal, move)) : open;
        if (!move || left.length === open.length) break;
        moves.push(move);
        open = left;
      }
    }
    return moves;
  }

  /** A possible move that reaches the goal; null where none was found. */
  reach(goal: Goal): Move | null {
    const found = this.reachOrFallShort(goal);
    return found instanceof Map ? found : null;
  }

  /** A possible move that reaches the goal, or why there is none; null where only fractions would reach it. */
  reachOrFallShort(goal: Goal): Map<number, number> | Shortfall | null {
    const answer = this.#solve([goal], false);
    if (!answer) return null;
    const inFractions = this.#moveOf(answer);
    if (inFractions && reaches(goal, inFractions)) return inFractions;
    // The objective is what the goal is about, to be minimised: where fractions do not get there, whole numbers do not.
    if (answer.objective > -Math.abs(goal.by) + 1e-6) return this.#shortfallOf(goal, answer);
    const move = this.#moveOf(this.#solve([goal], true));
    return move && reaches(goal, move) ? move : null;
  }

  #shortfallOf(goal: Goal, { objective, values, reducedCosts }: Answer): Shortfall {
    let constant = objective;
    const byCell = new Map<number, number>();
    for (const [cell, column] of this.#programme().columnOf) {
      constant -= (reducedCosts[column] as number) * (values[column] as number);
      byCell.set(cell, reducedCosts[column] as number);
    }
    return { goal, constant, reducedCosts: byCell };
  }

  #solve(goals: readonly Goal[], inWholeNumbers: boolean): Answer | null {
    const { programme, columnOf, rowOf } = this.#programme();
    const undo: (() => void)[] = [];
    const price = (cell: number, cost: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      programme.price(column, cost);
      undo.push(() => programme.price(column, 0));
    };
    for (const { cell, less, by } of goals) {
      price(cell, by < 0 ? 1 : -1);
      // Going further than asked would take other cells along for nothing.
      if (less !== undefined) {
        price(less, -1);
        const row = rowOf.get(nameOf({ cell, less })) as number;
        programme.limit(row, by, unlimited);
        undo.push(() => programme.limit(row, -unlimited, unlimited));
      } else if (by > 0) {
        const [column, lower] = [columnOf.get(cell) as number, -this.#value(cell)];
        programme.bound(column, lower, by);
        undo.push(() => programme.bound(column, lower, unlimited));
      }
    }
    this.solved += 1;
    const answer = inWholeNumbers ? programme.solveInWholeNumbers({ nodes: mostNodes }) : programme.solve();
    for (const each of undo) each();
    return answer;
  }

  #moveOf(answer: Answer | null): Map<number, number> | null {
    if (!answer) return null;
    const move = new Map<number, number>();
    for (const [cell, column] of this.#programme().columnOf) {
      const by = Math.round(answer.values[column] as number);
      if (by !== 0) move.set(cell, by);
    }
    return isPossible(this.#system, move) ? move : null;
  }

  #programme(): Built {
    this.#built ??= buildProgramme(this.#system, [...this.#open], this.#pairs);
    return this.#built;
  }

  #rebuild(): void {
    this.#built?.programme.dispose();
    this.#built = null;
  }

  #value(cell: number): number {
    return this.#system.values[cell] as number;
  }

  dispose(): void {
    this.#rebuild();
  }
}

interface Built {
  readonly programme: Programme;
  readonly columnOf: ReadonlyMap<number, number>;
  /** Row of the difference of two cells, by their name. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Two cells whose difference a goal is about. */
export interface Pair {
  readonly cell: number;
  readonly less: number;
}

export const nameOf = ({ cell, less }: Pair): string => `${cell} ${less}`;

export const pairsOf = (goals: readonly Goal[]): readonly Pair[] => [
  ...new Map(
    goals.flatMap(({ cell, less }) => (less === undefined ? [] : [[nameOf({ cell, less }), { cell, less }] as const])),
  ).values(),
];

function buildProgramme(system: CellSystem, cells: readonly number[], pairs: readonly Pair[]): Built {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const relations = relationRows(system).flatMap(({ terms, ...limits }) => {
    const open = terms.flatMap(([cell, factor]): [number, number][] => {
      const column = columnOf.get(cell);
      return column === undefined ? [] : [[column, factor]];
    });
    return open.length === 0 ? [] : [{ ...limits, terms: open }];
  });
  const differences = pairs.map(({ cell, less }) => {
    const [from, to] = [columnOf.get(cell) as number, columnOf.get(less)];
    const terms: [number, number][] =
      to === undefined
        ? [[from, 1]]
        : [
            [from, 1],
            [to, -1],
          ];
    return { terms, lower: -unlimited, upper: unlimited };
  });
  return {
    programme: new Programme(
      cells.map((cell) => ({ lower: -(system.values[cell] as number), upper: unlimited, cost: 0 })),
      [...relations, ...differences],
    ),
    columnOf,
    rowOf: new Map(pairs.map((pair, index) => [nameOf(pair), relations.length + index])),
  };
}
