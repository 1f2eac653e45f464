/** Linear and integer optimisation by HiGHS: one programme is built once and asked many times. */
import loadHighs from 'highs';

// Loading compiles 3.5 MB of WebAssembly and takes some 80 ms: only threads that protect tables import this.
const highs = await loadHighs();

export const unlimited = highs.infinity;

/** `lower` <= sum of factor times column <= `upper`. */
export interface Row {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly lower: number;
  readonly upper: number;
}

export interface Column {
  readonly lower: number;
  readonly upper: number;
  readonly cost: number;
}

export interface Answer {
  readonly values: Float64Array;
  /** How much the objective would fall or rise with each column: of a linear programme only. */
  readonly reducedCosts: Float64Array;
  readonly objective: number;
  /** False where a limit ended the search before the best was proved. */
  readonly isBest: boolean;
}

/** Limits that end a search at the same step on every machine. */
export interface SearchLimit {
  readonly nodes: number;
}

/** Steps of one linear programme; the systems met need a hundredth of it. */
const mostSteps = 20_000;
/** Only a guard against a hang, far beyond what the limits in steps and nodes allow. */
const mostSeconds = 120;

/**
 * What mostly changes between two questions. Under other prices the last values are still possible, and the primal simplex
 * goes on from them; under other limits the dual one does.
 */
export type Changes = 'limits' | 'prices';
const simplexFor = { limits: 1, prices: 4 } as const satisfies Record<Changes, number>;

/** A programme to be minimised; to be disposed of, since the memory of the solver is its own. */
export class Programme {
  readonly #model;
  #isIntegral = false;

  constructor(columns: readonly Column[], rows: readonly Row[], changes: Changes = 'limits') {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { terms } of rows) {
      for (const [column, factor] of terms) {
        indices.push(column);
        values.push(factor);
      }
      starts.push(indices.length);
    }
    this.#model = highs.createModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
    });
    this.#model.options.set({
      output_flag: false,
      time_limit: mostSeconds,
      simplex_iteration_limit: mostSteps,
      random_seed: 0,
      simplex_strategy: simplexFor[changes],
      // Most programmes have a few hundred columns and start from the last answer.
      presolve: 'off',
      // For programmes of this size the search itself is quicker than these.
      mip_heuristic_run_feasibility_jump: false,
      mip_detect_symmetry: false,
      mip_allow_restart: false,
    });
  }

  bound(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  price(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  limit(row: number, lower: number, upper: number): void {
    this.#model.changeRowBounds(row, lower, upper);
  }

  add({ terms, lower, upper }: Row): void {
    const entries = { indices: terms.map(([column]) => column), values: terms.map(([, factor]) => factor) };
    this.#model.addRow(lower, upper, entries);
  }

  /** The cheapest values, in fractions; null where there are none. */
  solve(): Answer | null {
    if (this.#isIntegral) {
      this.#model.clearIntegrality();
      this.#model.options.set('presolve', 'off');
      this.#isIntegral = false;
    }
    this.#model.zeroAllClocks();
    this.#model.run();
    if (this.#model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return this.#answer(true);
  }

  /** The cheapest whole numbers found within the limit; null where none were. */
  solveInWholeNumbers(limit: SearchLimit): Answer | null {
    this.#search(limit);
    const isBest = this.#model.getModelStatus() === highs.constants.modelStatus.optimal;
    return this.#isFound() ? this.#answer(isBest) : null;
  }

  /** Any whole numbers; null where the limit ended the search before it was known whether there are some. */
  findWholeNumbers(limit: SearchLimit): Answer | 'impossible' | null {
    this.#search(limit);
    if (this.#isFound()) return this.#answer(false);
    return this.#model.getModelStatus() === highs.constants.modelStatus.infeasible ? 'impossible' : null;
  }

  #isFound(): boolean {
    return this.#model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  }

  #search({ nodes }: SearchLimit): void {
    const { numCols } = this.#model.getDimensions();
    const { integer } = highs.constants.variableType;
    if (!this.#isIntegral) {
      const every = { kind: 'range', from: 0, to: numCols - 1 } as const;
      this.#model.changeColsIntegrality(every, new Int32Array(numCols).fill(integer));
      this.#isIntegral = true;
    }
    this.#model.options.set({ mip_max_nodes: nodes, presolve: 'choose' });
    this.#model.zeroAllClocks();
    this.#model.run();
  }

  #answer(isBest: boolean): Answer {
    const { colValue, colDual } = this.#model.getSolution();
    const objective = this.#model.getObjectiveValue();
    return { values: colValue, reducedCosts: colDual, objective, isBest };
  }

  dispose(): void {
    this.#model.dispose();
  }
}
