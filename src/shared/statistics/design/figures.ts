/** What a quantity comes to in every cell of a cube, and how many different things stand in it. */
import { quantile, quantileAt } from '../measures.ts';
import { forBlocks } from './blocks.ts';
import { type Counter, countCells, entriesOf, singlesOf } from './cross-count.ts';
import { cellsOf, countedSizes, fullSizes, withTotals } from './cube.ts';
import type { QuantityCounter } from './whole-numbers.ts';

/** One figure for each cell, and what decides whether it may be published. */
export interface Figures {
  /** Arrays of the same length: one for a sum, a mean or a median, three for quartiles; NaN where there is nothing. */
  readonly values: readonly Float64Array[];
  /** How many units have the quantity. */
  readonly measured: Float64Array;
  /** The largest quantity of a single unit and the sum of all. */
  readonly largest: Float64Array;
  readonly sum: Float64Array;
}

export type FigureKind = 'sum' | 'mean' | 'median' | 'quartiles';

/** Figures of all cells, totals included. */
export function figuresOf(kind: FigureKind, counters: readonly Counter[], quantities: Float64Array): Figures {
  const sums = sumsOf(counters, quantities);
  return withValues(kind, sums, (shares) => quantilesOf(counters, quantities, shares));
}

type Sums = Omit<Figures, 'values'>;

function withValues(
  kind: FigureKind,
  sums: Sums,
  quantiles: (shares: readonly number[]) => readonly Float64Array[],
): Figures {
  const { sum, measured } = sums;
  if (kind === 'sum') return { ...sums, values: [sum.map((each, cell) => (measured[cell] === 0 ? Number.NaN : each))] };
  if (kind === 'mean') return { ...sums, values: [sum.map((each, cell) => each / (measured[cell] as number))] };
  return { ...sums, values: quantiles(kind === 'median' ? [0.5] : [0.25, 0.5, 0.75]) };
}

function sumsOf(counters: readonly Counter[], quantities: Float64Array): Sums {
  const units = quantities.length;
  const cells = cellsOf(countedSizes(counters));
  const sums: Sums = {
    sum: new Float64Array(cells),
    measured: new Float64Array(cells),
    largest: new Float64Array(cells),
  };
  if (counters.some(({ several }) => several)) {
    const { unit, cell } = entriesOf(units, counters, false);
    const ofEntries = Float64Array.from(unit, (at) => quantities[at] as number);
    addQuantities(sums, cell, ofEntries, 0, cell.length);
  } else {
    forBlocks(units, singlesOf(counters), (cell, begin, many) => addQuantities(sums, cell, quantities, begin, many));
  }
  return {
    sum: withTotals(sums.sum, counters),
    measured: withTotals(sums.measured, counters),
    largest: withTotals(sums.largest, counters, Math.max),
  };
}

/** Adds so many quantities from `begin` on to the cells that stand from 0 on. */
function addQuantities(
  { sum, measured, largest }: Sums,
  cells: Int32Array,
  quantities: Float64Array,
  begin: number,
  many: number,
): void {
  for (let at = 0; at < many; at++) {
    const value = quantities[begin + at] as number;
    if (Number.isNaN(value)) continue;
    const here = cells[at] as number;
    sum[here] = (sum[here] as number) + value;
    measured[here] = (measured[here] as number) + 1;
    if (value > (largest[here] as number)) largest[here] = value;
  }
}

/** More cells than this, one for each number in each cell of the table, take longer than adding up unit by unit. */
const mostCounted = 1_000_000;

/** The same as `figuresOf` from how often each number stands in each cell; null where that would be too many cells. */
export function figuresOfWhole(kind: FigureKind, counters: readonly Counter[], whole: QuantityCounter): Figures | null {
  const dimensions = [...counters, whole];
  if (cellsOf(fullSizes(dimensions)) > mostCounted) return null;
  const counts = withTotals(countCells(whole.rows.length, dimensions), dimensions);
  const { quantityOf } = whole;
  const lines = [...quantityOf.keys()].filter((line) => !Number.isNaN(quantityOf[line]));
  const cells = cellsOf(fullSizes(counters));
  const sums: Sums = {
    sum: new Float64Array(cells),
    measured: new Float64Array(cells),
    largest: new Float64Array(cells),
  };
  for (let cell = 0; cell < cells; cell++) {
    for (const line of lines) {
      const many = counts[cell * quantityOf.length + line] as number;
      if (many === 0) continue;
      const value = quantityOf[line] as number;
      sums.sum[cell] = (sums.sum[cell] as number) + many * value;
      sums.measured[cell] = (sums.measured[cell] as number) + many;
      if (value > (sums.largest[cell] as number)) sums.largest[cell] = value;
    }
  }
  return withValues(kind, sums, (shares) => {
    // What is said of sorted numbers, of numbers told by their place among them.
    const nth = (cell: number, place: number): number => {
      let before = 0;
      const line = lines.find((each) => {
        before += counts[cell * quantityOf.length + each] as number;
        return before > place;
      });
      return line === undefined ? Number.NaN : (quantityOf[line] as number);
    };
    return shares.map((share) =>
      sums.measured.map((many, cell) => quantileAt(many, share, (place) => nth(cell, place))),
    );
  });
}

/** Values sorted into their cells, each cell ordered by itself. */
function quantilesOf(
  counters: readonly Counter[],
  quantities: Float64Array,
  shares: readonly number[],
): Float64Array[] {
  const { unit, cell } = entriesOf(quantities.length, counters, true);
  const cells = cellsOf(fullSizes(counters));
  const starts = new Uint32Array(cells + 1);
  for (let at = 0; at < cell.length; at++) {
    const value = quantities[unit[at] as number] as number;
    if (!Number.isNaN(value)) starts[(cell[at] as number) + 1] = (starts[(cell[at] as number) + 1] as number) + 1;
  }
  for (let at = 0; at < cells; at++) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  const sorted = new Float64Array(starts[cells] as number);
  const next = starts.slice();
  for (let at = 0; at < cell.length; at++) {
    const value = quantities[unit[at] as number] as number;
    if (Number.isNaN(value)) continue;
    const here = cell[at] as number;
    const place = next[here] as number;
    sorted[place] = value;
    next[here] = place + 1;
  }
  const found = shares.map(() => new Float64Array(cells).fill(Number.NaN));
  for (let at = 0; at < cells; at++) {
    const values = sorted.subarray(starts[at] as number, starts[at + 1] as number).sort();
    if (values.length === 0) continue;
    shares.forEach((share, which) => {
      (found[which] as Float64Array)[at] = quantile(values, share);
    });
  }
  return found;
}

/** How many different marks stand in each cell, totals included; a negative mark is different from every other. */
export function distinctOf(counters: readonly Counter[], marks: Int32Array): Float64Array {
  const cells = cellsOf(fullSizes(counters));
  const counts = new Float64Array(cells);
  const lastMark = new Int32Array(cells).fill(-1);
  // With the units of one mark side by side it is enough to remember the last mark of each cell.
  const order = inOrder(marks);
  const arranged = counters.map((counter) => ({
    ...counter,
    rows: order.map((at) => counter.rows[at] as number),
    isInOrder: false,
  }));
  const { unit, cell } = entriesOf(marks.length, arranged, true);
  for (let at = 0; at < cell.length; at++) {
    const mark = marks[order[unit[at] as number] as number] as number;
    const here = cell[at] as number;
    if (mark >= 0) {
      if (lastMark[here] === mark) continue;
      lastMark[here] = mark;
    }
    counts[here] = (counts[here] as number) + 1;
  }
  return counts;
}

/** The places of the marks from the lowest to the highest; negative ones first. */
function inOrder(marks: Int32Array): Int32Array {
  let highest = -1;
  for (let at = 0; at < marks.length; at++) highest = Math.max(highest, marks[at] as number);
  const next = new Uint32Array(highest + 3);
  const slot = (mark: number): number => (mark < 0 ? 0 : mark + 1);
  for (let at = 0; at < marks.length; at++) {
    const after = slot(marks[at] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let at = 1; at < next.length; at++) next[at] = (next[at] as number) + (next[at - 1] as number);
  const order = new Int32Array(marks.length);
  for (let at = 0; at < marks.length; at++) {
    const mark = slot(marks[at] as number);
    const place = next[mark] as number;
    order[place] = at;
    next[mark] = place + 1;
  }
  return order;
}
