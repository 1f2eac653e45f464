/** The loops of cross-tabulation: whole columns in typed arrays, nothing called for a single unit. */
import type { NumberArray } from '../store/growing-array.ts';
import { type CubeDimension, cellsOf, countedSizes, fullSizes, stridesOf } from './cube.ts';
import type { Lists } from './reach.ts';
import { Scratch } from './scratch.ts';

/** One dimension over the rows that its answers stand in. */
export interface Counter extends CubeDimension {
  /** For each unit its row. */
  readonly rows: Int32Array;
  /** Key number of each row, or lists of them. */
  readonly numbers: NumberArray | Lists;
  /** Line of each key number; the one after the last is that of a unit without any row. */
  readonly lineOf: Int32Array;
  /** The first so many lines are answers; who gave one does not count as unknown besides. */
  readonly answers: number;
}

const isLists = (numbers: NumberArray | Lists): numbers is Lists => 'offsets' in numbers;

/** How many units stand in each cell; see `countedSizes`. */
export function countCells(units: number, counters: readonly Counter[]): Float64Array {
  const sizes = countedSizes(counters);
  const strides = stridesOf(sizes);
  const cells = cellsOf(sizes);
  const singles: Single[] = [];
  const lists: { readonly counter: Counter; readonly numbers: Lists; readonly stride: number }[] = [];
  counters.forEach((counter, at) => {
    const { numbers } = counter;
    const stride = strides[at] as number;
    if (isLists(numbers)) lists.push({ counter, numbers, stride });
    else singles.push(singleOf(counter, numbers, stride));
  });
  const [first, ...others] = lists;
  if (!first) return Float64Array.from(countSingles(units, cells, singles));
  if (others.length === 0) {
    const counts = new Uint32Array(cells);
    countLists(counts, offsetsOf(units, singles), first.counter, first.numbers, first.stride);
    return Float64Array.from(counts);
  }
  const { cell } = entriesOf(units, counters, false);
  const counts = new Uint32Array(cells);
  for (let at = 0; at < cell.length; at++) bump(counts, cell[at] as number);
  return Float64Array.from(counts);
}

/** The cell of each unit over dimensions of single answers; null where one of them allows several. Holds until the next count. */
export function cellsOfUnits(units: number, counters: readonly Counter[]): Int32Array | null {
  const strides = stridesOf(countedSizes(counters));
  const singles: Single[] = [];
  for (const [at, counter] of counters.entries()) {
    if (isLists(counter.numbers)) return null;
    singles.push(singleOf(counter, counter.numbers, strides[at] as number));
  }
  return offsetsOf(units, singles);
}

interface Single {
  readonly rows: Int32Array;
  readonly numbers: NumberArray;
  /** Line times stride by key number. */
  readonly offsetOf: Int32Array;
}

const singleOf = ({ rows, lineOf }: Counter, numbers: NumberArray, stride: number): Single => ({
  rows,
  numbers,
  offsetOf: lineOf.map((line) => line * stride),
});

function bump(counts: Uint32Array, cell: number): void {
  counts[cell] = (counts[cell] as number) + 1;
}

/** Two dimensions are counted in one loop; more of them collect their offsets first. */
function countSingles(units: number, cells: number, singles: readonly Single[]): Uint32Array {
  const counts = new Uint32Array(cells);
  const [first, second, ...others] = singles;
  if (!first) counts[0] = units;
  else if (!second) countOne(counts, units, first);
  else if (others.length === 0) countTwo(counts, units, first, second);
  else {
    const [last, ...before] = [...singles].reverse() as [Single, ...Single[]];
    countAt(counts, offsetsOf(units, before), last);
  }
  return counts;
}

const scratch = new Scratch();

/** Sum of the offsets of each unit; holds until the next such sum. */
function offsetsOf(units: number, singles: readonly Single[]): Int32Array {
  const offsets = scratch.take(units);
  const [first, second, ...others] = singles;
  if (first && second) addTwo(offsets, first, second);
  else offsets.fill(0);
  if (first && !second) addOne(offsets, first);
  for (const each of others) addOne(offsets, each);
  return offsets;
}

function countOne(counts: Uint32Array, units: number, { rows, numbers, offsetOf }: Single): void {
  for (let unit = 0; unit < units; unit++) bump(counts, offsetOf[numbers[rows[unit] as number] as number] as number);
}

function countTwo(counts: Uint32Array, units: number, a: Single, b: Single): void {
  const { rows: rowsA, numbers: numbersA, offsetOf: offsetA } = a;
  const { rows: rowsB, numbers: numbersB, offsetOf: offsetB } = b;
  for (let unit = 0; unit < units; unit++) {
    const one = offsetA[numbersA[rowsA[unit] as number] as number] as number;
    bump(counts, one + (offsetB[numbersB[rowsB[unit] as number] as number] as number));
  }
}

function addTwo(offsets: Int32Array, a: Single, b: Single): void {
  const { rows: rowsA, numbers: numbersA, offsetOf: offsetA } = a;
  const { rows: rowsB, numbers: numbersB, offsetOf: offsetB } = b;
  for (let unit = 0; unit < offsets.length; unit++) {
    const one = offsetA[numbersA[rowsA[unit] as number] as number] as number;
    offsets[unit] = one + (offsetB[numbersB[rowsB[unit] as number] as number] as number);
  }
}

function addOne(offsets: Int32Array, { rows, numbers, offsetOf }: Single): void {
  for (let unit = 0; unit < offsets.length; unit++) {
    offsets[unit] = (offsets[unit] as number) + (offsetOf[numbers[rows[unit] as number] as number] as number);
  }
}

function countAt(counts: Uint32Array, offsets: Int32Array, { rows, numbers, offsetOf }: Single): void {
  for (let unit = 0; unit < offsets.length; unit++) {
    bump(counts, (offsets[unit] as number) + (offsetOf[numbers[rows[unit] as number] as number] as number));
  }
}

/** As `spreadLists` places them, without keeping where. */
function countLists(
  counts: Uint32Array,
  cells: Int32Array,
  { rows, lineOf, answers, size }: Counter,
  { offsets, values }: Lists,
  stride: number,
): void {
  const seen = new Int32Array(size + 1).fill(-1);
  const none = lineOf[lineOf.length - 1] as number;
  for (let unit = 0; unit < cells.length; unit++) {
    const cell = cells[unit] as number;
    const row = rows[unit] as number;
    const end = offsets[row + 1] as number;
    let reason = none;
    let isAnswered = false;
    for (let at = offsets[row] as number; at < end; at++) {
      const line = lineOf[values[at] as number] as number;
      if (line >= answers) {
        if (reason === none || line > reason) reason = line;
      } else if (seen[line] !== unit) {
        seen[line] = unit;
        isAnswered = true;
        bump(counts, cell + line * stride);
      }
    }
    if (!isAnswered) bump(counts, cell + reason * stride);
    bump(counts, cell + size * stride);
  }
}

/** Every cell that each unit stands in: unit by unit, once for each combination of its lines. */
export interface Entries {
  readonly unit: Int32Array;
  readonly cell: Int32Array;
}

/**
 * Entries over the cells as they are counted, or, `withAllTotals`, over those of the whole cube: each unit then stands in
 * every total as well.
 */
export function entriesOf(units: number, counters: readonly Counter[], withAllTotals: boolean): Entries {
  const strides = stridesOf(withAllTotals ? fullSizes(counters) : countedSizes(counters));
  let entries: Entries = { unit: ascending(units), cell: new Int32Array(units) };
  counters.forEach((counter, at) => {
    const { size, rows, numbers, lineOf } = counter;
    const stride = strides[at] as number;
    if (isLists(numbers)) entries = spreadLists(entries, counter, numbers, stride);
    else {
      const offsetOf = lineOf.map((line) => line * stride);
      entries = spreadSingles(entries, rows, numbers, offsetOf, withAllTotals ? size * stride : null);
    }
  });
  return entries;
}

function ascending(length: number): Int32Array {
  const found = new Int32Array(length);
  for (let at = 0; at < length; at++) found[at] = at;
  return found;
}

function spreadSingles(
  { unit, cell }: Entries,
  rows: Int32Array,
  numbers: NumberArray,
  offsetOf: Int32Array,
  total: number | null,
): Entries {
  if (total === null) {
    for (let at = 0; at < cell.length; at++) {
      const row = rows[unit[at] as number] as number;
      cell[at] = (cell[at] as number) + (offsetOf[numbers[row] as number] as number);
    }
    return { unit, cell };
  }
  const found = { unit: new Int32Array(unit.length * 2), cell: new Int32Array(unit.length * 2) };
  for (let at = 0; at < cell.length; at++) {
    const [one, before] = [unit[at] as number, cell[at] as number];
    found.unit[2 * at] = one;
    found.unit[2 * at + 1] = one;
    found.cell[2 * at] = before + (offsetOf[numbers[rows[one] as number] as number] as number);
    found.cell[2 * at + 1] = before + total;
  }
  return found;
}

/** A line that several answers share is stood in once; what says that nothing is known only where there is no answer. */
function spreadLists(
  { unit, cell }: Entries,
  { rows, lineOf, answers, size }: Counter,
  { offsets, values }: Lists,
  stride: number,
): Entries {
  let room = 0;
  for (let at = 0; at < unit.length; at++) {
    const row = rows[unit[at] as number] as number;
    room += (offsets[row + 1] as number) - (offsets[row] as number) + 2;
  }
  const found = { unit: new Int32Array(room), cell: new Int32Array(room) };
  const seen = new Int32Array(size + 1).fill(-1);
  const none = lineOf[lineOf.length - 1] as number;
  let many = 0;
  for (let at = 0; at < unit.length; at++) {
    const [one, before, begun] = [unit[at] as number, cell[at] as number, many];
    const row = rows[one] as number;
    const end = offsets[row + 1] as number;
    let reason = none;
    for (let place = offsets[row] as number; place < end; place++) {
      const line = lineOf[values[place] as number] as number;
      if (line >= answers) {
        if (reason === none || line > reason) reason = line;
      } else if (seen[line] !== at) {
        seen[line] = at;
        found.unit[many] = one;
        found.cell[many++] = before + line * stride;
      }
    }
    if (many === begun) {
      found.unit[many] = one;
      found.cell[many++] = before + reason * stride;
    }
    found.unit[many] = one;
    found.cell[many++] = before + size * stride;
  }
  return { unit: found.unit.subarray(0, many), cell: found.cell.subarray(0, many) };
}
