/** Finds other counts that a reader could not tell from the true ones: proposed by the optimiser, proved in whole numbers. */
import type { CellSystem, Move } from './cell-system.ts';
import { ConnectedMoves, type Connection } from './connected-moves.ts';
import { type Goal, nameOf, pairsOf, reaches } from './goals.ts';
import { type Answer, unlimited } from './optimiser.ts';

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
  readonly #connected: ConnectedMoves;

  constructor(system: CellSystem, hidden: Iterable<number>, goals: readonly Goal[]) {
    this.#connected = new ConnectedMoves(system, pairsOf(goals));
    for (const cell of hidden) this.open(cell);
  }

  /** The cell may change from now on. */
  open(cell: number): void {
    this.#connected.open(cell);
  }

  /** The cell stays as it is from now on. */
  shut(cell: number): void {
    this.#connected.shut(cell);
  }

  /** From now on exactly these cells may change. */
  openOnly(isOpen: (cell: number) => boolean): void {
    this.#connected.openOnly(isOpen);
  }

  /** Possible moves that reach as many of the goals as are found; few moves for many goals. */
  reachTogether(goals: readonly Goal[]): Move[] {
    const connections = Map.groupBy(goals, (goal) => this.#around(goal));
    return [...connections].flatMap(([connection, within]) =>
      connection ? this.#reachTogether(connection, within) : [],
    );
  }

  /** The programme of a goal; null where nothing that it is about may change. */
  #around({ cell, less }: Goal): Connection | null {
    const root = [cell, less].find((each) => each !== undefined && this.#connected.knows(each));
    return root === undefined ? null : this.#connected.around(root);
  }

  #reachTogether(connection: Connection, goals: readonly Goal[]): Move[] {
    const moves: Move[] = [];
    for (const isDown of [true, false]) {
      let open = goals.filter(({ by }) => by < 0 === isDown);
      for (let round = 0; round < mostRounds && open.length > 1; round++) {
        const move = connection.moveOf(this.#solve(connection, open, false));
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
    const connection = this.#around(goal);
    if (!connection) return null;
    const answer = this.#solve(connection, [goal], false);
    if (!answer) return null;
    const inFractions = connection.moveOf(answer);
    if (inFractions && reaches(goal, inFractions)) return inFractions;
    // The objective is what the goal is about, to be minimised: where fractions do not get there, whole numbers do not.
    if (answer.objective > -Math.abs(goal.by) + 1e-6) return shortfallOf(connection, goal, answer);
    const move = connection.moveOf(this.#solve(connection, [goal], true));
    return move && reaches(goal, move) ? move : null;
  }

  #solve(connection: Connection, goals: readonly Goal[], inWholeNumbers: boolean): Answer | null {
    const { programme, columnOf, rowOf } = connection;
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
      } else if (by > 0 && this.#connected.isOpen(cell)) {
        connection.raiseAtMost(cell, by);
        undo.push(() => connection.release(cell));
      }
    }
    this.solved += 1;
    const answer = inWholeNumbers ? programme.solveInWholeNumbers({ nodes: mostNodes }) : programme.solve();
    for (const each of undo) each();
    return answer;
  }

  dispose(): void {
    this.#connected.dispose();
  }
}

function shortfallOf({ columnOf }: Connection, goal: Goal, { objective, values, reducedCosts }: Answer): Shortfall {
  let constant = objective;
  const byCell = new Map<number, number>();
  for (const [cell, column] of columnOf) {
    constant -= (reducedCosts[column] as number) * (values[column] as number);
    byCell.set(cell, reducedCosts[column] as number);
  }
  return { goal, constant, reducedCosts: byCell };
}
