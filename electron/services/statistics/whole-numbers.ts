/** Solves integer programmes with HiGHS, in WebAssembly. */
import loadHighs, { type Highs } from 'highs';
import type { OpenPossibilities } from '#shared/statistics/disclosure/differencing/solver.ts';

let loading: Promise<Highs> | null = null;

/** Loads the solver once for the thread. */
export async function loadSolver(): Promise<OpenPossibilities> {
  loading ??= loadHighs();
  return openWith(await loading);
}

/** More than any group can hold; a solver works faster within bounds. */
const most = 1_000_000;
const integer = 1;

const openWith =
  (highs: Highs): OpenPossibilities =>
  ({ size, sums, values, isEmpty }) => {
    const starts = new Int32Array(sums.length + 1);
    sums.forEach(({ groups }, row) => {
      starts[row + 1] = (starts[row] as number) + groups.length;
    });
    const upper = Float64Array.from(isEmpty, (empty) => (empty ? 0 : most));
    const model = highs.createModel();
    model.options.set({ output_flag: false, random_seed: 1 });
    model.passModel({
      numCols: size,
      numRows: sums.length,
      colCost: new Float64Array(size),
      colLower: new Float64Array(size),
      colUpper: upper,
      rowLower: values,
      rowUpper: values,
      matrix: {
        format: 'csr',
        numRows: sums.length,
        numCols: size,
        starts,
        indices: Int32Array.from(sums.flatMap(({ groups }) => [...groups])),
        values: Float64Array.from(sums.flatMap(({ weights }) => [...weights])),
      },
      integrality: new Int32Array(size).fill(integer),
    });
    const { optimal, infeasible } = highs.constants.modelStatus;

    const solve = (seconds: number): Float64Array | null | 'undecided' => {
      model.clearSolver();
      model.zeroAllClocks();
      model.options.set('time_limit', Math.max(seconds, 0.001));
      const { modelStatus } = model.run();
      if (modelStatus === optimal) return model.getSolution().colValue.map(Math.round);
      return modelStatus === infeasible ? null : 'undecided';
    };

    return {
      close: () => model.dispose(),
      find({ groups, atLeast }, seconds) {
        const some = { kind: 'set', indices: groups } as const;
        if (atLeast === 'none') {
          const nobody = new Float64Array(groups.length);
          model.changeColsBounds(some, nobody, nobody);
          const found = solve(seconds);
          model.changeColsBounds(
            some,
            nobody,
            Float64Array.from(groups, (group) => upper[group] as number),
          );
          return found;
        }
        model.addRow(atLeast, highs.infinity, { indices: groups, values: new Float64Array(groups.length).fill(1) });
        const found = solve(seconds);
        model.deleteRows({ kind: 'range', from: sums.length, to: sums.length });
        return found;
      },
    };
  };
