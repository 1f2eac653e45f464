/** A reader who knows every rule of the tables tries to work out what is hidden; shares no code with the protection. */
import type { CellSystem } from '#shared/statistics/disclosure/cell-system.ts';

/** Exact fraction. */
interface Fraction {
  readonly up: bigint;
  readonly down: bigint;
}

const zero: Fraction = { up: 0n, down: 1n };
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function fraction(up: bigint, down: bigint): Fraction {
  const common = gcd(up, down) || 1n;
  const sign = down < 0n ? -1n : 1n;
  return { up: (sign * up) / common, down: (sign * down) / common };
}

/** Hidden cells whose count follows from the shown ones by adding and subtracting, however often. */
export function solvableCells(system: CellSystem, hidden: ReadonlySet<number>): number[] {
  const unknowns = [...hidden];
  const column = new Map(unknowns.map((cell, index) => [cell, index]));
  const rows: Fraction[][] = [];
  for (const { whole, parts } of system.sums) {
    const row = unknowns.map(() => zero);
    for (const [cell, factor] of [[whole, -1n] as const, ...parts.map((part) => [part, 1n] as const)]) {
      const index = column.get(cell);
      if (index === undefined) continue;
      row[index] = fraction((row[index] as Fraction).up + factor, 1n);
    }
    if (row.some(({ up }) => up !== 0n)) rows.push(row);
  }
  eliminate(rows, unknowns.length);
  // In reduced form a cell is solved exactly where a row holds it alone.
  return rows.flatMap((row) => {
    const held = row.flatMap(({ up }, index) => (up === 0n ? [] : [index]));
    return held.length === 1 ? [unknowns[held[0] as number] as number] : [];
  });
}

/** Gauss and Jordan over the rationals. */
function eliminate(rows: Fraction[][], width: number): void {
  let done = 0;
  for (let column = 0; column < width && done < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= done && (row[column] as Fraction).up !== 0n);
    if (found < 0) continue;
    [rows[done], rows[found]] = [rows[found] as Fraction[], rows[done] as Fraction[]];
    const pivotRow = rows[done] as Fraction[];
    const pivot = pivotRow[column] as Fraction;
    for (let j = 0; j < width; j++) {
      const { up, down } = pivotRow[j] as Fraction;
      if (up !== 0n) pivotRow[j] = fraction(up * pivot.down, down * pivot.up);
    }
    rows.forEach((row, index) => {
      const times = row[column] as Fraction;
      if (index === done || times.up === 0n) return;
      for (let j = 0; j < width; j++) {
        const own = pivotRow[j] as Fraction;
        if (own.up === 0n) continue;
        const { up, down } = row[j] as Fraction;
        row[j] = fraction(up * times.down * own.down - times.up * own.up * down, down * times.down * own.down);
      }
    });
    done++;
  }
}

/** Every value that each hidden cell takes in some table of whole numbers that fits what is shown; tries them all. */
export function possibleValues(
  system: CellSystem,
  hidden: ReadonlySet<number>,
  highest: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const cells = [...hidden];
  const values = [...system.values];
  const found = new Map(cells.map((cell) => [cell, new Set<number>()]));
  const known = new Set(values.keys());
  for (const cell of cells) known.delete(cell);
  const fits = (): boolean =>
    system.sums.every(({ whole, parts }) => {
      const sum = parts.reduce((total, part) => total + (known.has(part) ? (values[part] as number) : 0), 0);
      const isOpen = parts.some((part) => !known.has(part));
      if (!known.has(whole)) return true;
      return isOpen ? sum <= (values[whole] as number) : sum === values[whole];
    });
  const tryFrom = (index: number): void => {
    const cell = cells[index];
    if (cell === undefined) {
      for (const each of cells) found.get(each)?.add(values[each] as number);
      return;
    }
    known.add(cell);
    for (let value = 0; value <= highest; value++) {
      values[cell] = value;
      if (fits()) tryFrom(index + 1);
    }
    known.delete(cell);
  };
  tryFrom(0);
  return found;
}
