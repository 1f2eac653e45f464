/**
 * Linear optimisation over bounded variables, by the simplex method on a dense tableau.
 * Its answers are never trusted as they are: whoever asks rounds them and proves them in whole numbers.
 */
export interface LinearProgramme {
  /** Objective to be maximised, one number per variable. */
  readonly objective: Float64Array;
  /** Greatest value of each variable; the smallest is 0. */
  readonly upper: Float64Array;
  /** Rows of coefficients; row i times the variables is at most, or exactly, `limits[i]` (never negative). */
  readonly rows: readonly Float64Array[];
  readonly limits: readonly number[];
  /** Rows that hold exactly must have the limit 0; the others may fall short of their limit. */
  readonly exact: readonly boolean[];
}

const tolerance = 1e-7;
/** After so many steps without gain the rule that cannot run in circles takes over. */
const patience = 60;
const mostSteps = 20_000;

/** Values of the variables at an optimum; the start, all zero, is always allowed. */
export function maximise({ objective, upper, rows, limits, exact }: LinearProgramme): Float64Array {
  const [m, n] = [rows.length, objective.length];
  const width = n + m;
  // Each row gets one more variable: what is left to the limit, or one that must stay 0.
  const table = rows.map((row, i) => {
    const line = new Float64Array(width);
    line.set(row);
    line[n + i] = 1;
    return line;
  });
  const bound = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  bound.set(upper);
  for (let i = 0; i < m; i++) if (exact[i]) bound[n + i] = 0;
  const reduced = new Float64Array(width);
  reduced.set(objective);
  const basis = rows.map((_, i) => n + i);
  const inBasis = new Uint8Array(width);
  for (const variable of basis) inBasis[variable] = 1;
  const value = Float64Array.from(limits);
  const atUpper = new Uint8Array(width);

  let idle = 0;
  for (let step = 0; step < mostSteps; step++) {
    const entering = enteringVariable(reduced, bound, inBasis, atUpper, idle > patience);
    if (entering < 0) break;
    const sign = atUpper[entering] === 1 ? -1 : 1;
    let [leaving, distance, toUpper] = [-1, bound[entering] as number, false];
    for (let i = 0; i < m; i++) {
      const slope = sign * ((table[i] as Float64Array)[entering] as number);
      if (Math.abs(slope) < tolerance) continue;
      const room = slope > 0 ? (value[i] as number) : (bound[basis[i] as number] as number) - (value[i] as number);
      const reach = Math.max(0, room) / Math.abs(slope);
      const tie = leaving >= 0 && Math.abs(reach - distance) < tolerance;
      if (tie ? (basis[i] as number) < (basis[leaving] as number) : reach < distance) {
        [leaving, distance, toUpper] = [i, reach, slope < 0];
      }
    }
    if (distance === Number.POSITIVE_INFINITY) throw new Error('the programme has no optimum');
    idle = distance < tolerance ? idle + 1 : 0;
    for (let i = 0; i < m; i++) {
      value[i] = (value[i] as number) - sign * distance * ((table[i] as Float64Array)[entering] as number);
    }
    if (leaving < 0) {
      atUpper[entering] = atUpper[entering] === 1 ? 0 : 1;
      continue;
    }
    const left = basis[leaving] as number;
    value[leaving] = atUpper[entering] === 1 ? (bound[entering] as number) - distance : distance;
    pivot(table, reduced, leaving, entering);
    basis[leaving] = entering;
    [inBasis[left], inBasis[entering]] = [0, 1];
    atUpper[left] = toUpper ? 1 : 0;
    atUpper[entering] = 0;
  }

  const result = new Float64Array(n);
  for (let j = 0; j < n; j++) if (atUpper[j] === 1) result[j] = bound[j] as number;
  basis.forEach((variable, i) => {
    if (variable < n) result[variable] = value[i] as number;
  });
  return result;
}

/** The variable that gains most, or, careful, the first that gains at all. */
function enteringVariable(
  reduced: Float64Array,
  bound: Float64Array,
  inBasis: Uint8Array,
  atUpper: Uint8Array,
  careful: boolean,
): number {
  let [best, most] = [-1, tolerance];
  for (let j = 0; j < reduced.length; j++) {
    if (inBasis[j] === 1 || bound[j] === 0) continue;
    const gain = atUpper[j] === 1 ? -(reduced[j] as number) : (reduced[j] as number);
    if (gain <= most) continue;
    if (careful) return j;
    [best, most] = [j, gain];
  }
  return best;
}

function pivot(table: readonly Float64Array[], reduced: Float64Array, row: number, column: number): void {
  const line = table[row] as Float64Array;
  const factor = line[column] as number;
  const filled: number[] = [];
  for (let j = 0; j < line.length; j++) {
    if (line[j] === 0) continue;
    line[j] = (line[j] as number) / factor;
    filled.push(j);
  }
  const clear = (other: Float64Array): void => {
    const times = other[column] as number;
    if (times === 0) return;
    for (const j of filled) other[j] = (other[j] as number) - times * (line[j] as number);
    other[column] = 0;
  };
  table.forEach((other, i) => {
    if (i !== row) clear(other);
  });
  clear(reduced);
}
