/** Cross-tabulation: whole columns in typed arrays, nothing called for a single unit. */
import type { NumberArray } from '../store/growing-array.ts';
import { countSingles, type Single } from './blocks.ts';
import { type CubeDimension, cellsOf, countedSizes, fullSizes, stridesOf } from './cube.ts';
import type { Lists } from './reach.ts';

/** One dimension over the rows that its answers stand in. */
export interface Counter extends CubeDimension {
  /** For each unit its row. */
  readonly rows: Int32Array;
  /** Each row is higher than the one before. */
  readonly isInOrder: boolean;
  /** Key number of each row, or lists of them. */
  readonly numbers: NumberArray | Lists;
  /** Line of each key number; the one after the last is that of a unit without any row. */
  readonly lineOf: Int32Array;
  /** The first so many lines are answers; who gave one does not count as unknown besides. */
  readonly answers: number;
  /** `linesInBytes` of lists, where they are not too many lines for it. */
  readonly inBytes?: () => readonly Uint8Array[];
}

const isLists = (numbers: NumberArray | Lists): numbers is Lists => 'offsets' in numbers;

/** How many units stand in each cell; see `countedSizes`. */
export function countCells(units: number, counters: readonly Counter[]): Float64Array {
  const lists = counters.filter(({ numbers }) => isLists(numbers));
  const [list] = lists;
  if (!list) return new Float64Array(countSingles(units, singlesOf(counters), cellsOf(countedSizes(counters))));
  const others = counters.filter((counter) => counter !== list);
  if (lists.length === 1 && list.inBytes && cellsOf(countedSizes(others)) <= mostBesideList) {
    return countList(units, counters, list, list.inBytes());
  }
  const counts = new Float64Array(cellsOf(countedSizes(counters)));
  const { cell } = entriesOf(units, counters, false);
  for (let at = 0; at < cell.length; at++) counts[cell[at] as number] = (counts[cell[at] as number] as number) + 1;
  return counts;
}

/** Dimensions of single answers over the cells as they are counted. */
export function singlesOf(counters: readonly Counter[]): readonly Single[] {
  const strides = stridesOf(countedSizes(counters));
  return counters.map(({ rows, isInOrder, numbers, lineOf }, at) => {
    if (isLists(numbers)) throw new Error('a dimension of several answers has no single one');
    // Each of them has a row: the last line, of those without, is none of theirs.
    const offsetOf = lineOf.subarray(0, -1).map((line) => line * (strides[at] as number));
    return { rows, isInOrder, numbers, offsetOf };
  });
}

const byteValues = 256;
/** Of more cells of the other dimensions each would be counted by too many bytes. */
const mostBesideList = 4_096;
const everyByte = Int32Array.from({ length: byteValues }, (_, byte) => byte);

/** The bytes in which the lines of a list stand are counted as if each were a single answer, and then taken apart. */
function countList(
  units: number,
  counters: readonly Counter[],
  list: Counter,
  inBytes: readonly Uint8Array[],
): Float64Array {
  const { rows, isInOrder, size } = list;
  const others = counters.filter((counter) => counter !== list);
  const singles = singlesOf(others).map((each) => ({ ...each, offsetOf: each.offsetOf.map((o) => o * byteValues) }));
  const cells = cellsOf(countedSizes(others));
  const stride = stridesOf(countedSizes(counters))[counters.indexOf(list)] as number;
  const counts = new Float64Array(cells * (size + 1));
  inBytes.forEach((numbers, at) => {
    const byBytes = countSingles(
      units,
      [...singles, { rows, isInOrder, numbers, offsetOf: everyByte }],
      cells * byteValues,
    );
    for (let cell = 0; cell < cells; cell++) {
      // The lines of the list run before the dimensions that follow it.
      const first = Math.floor(cell / stride) * stride * (size + 1) + (cell % stride);
      for (let byte = 0; byte < byteValues; byte++) {
        const many = byBytes[cell * byteValues + byte] as number;
        if (many === 0) continue;
        for (let bits = byte, line = at * 8; bits > 0; bits >>= 1, line++) {
          if ((bits & 1) === 1) counts[first + line * stride] = (counts[first + line * stride] as number) + many;
        }
        // Every unit has one byte, whatever stands in it.
        if (at === 0) counts[first + size * stride] = (counts[first + size * stride] as number) + many;
      }
    }
  });
  return counts;
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
