/**
 * Units by their numbers in several columns, some thousand at a time: what is worked out of them on the way stays in the
 * nearest memory of the processor. Columns of bytes are read four rows at once and looked up in pairs, others one by one.
 */
import type { NumberArray } from '../store/growing-array.ts';
import {
  add,
  addBytes,
  addPairs,
  countCellNumbers,
  countNeighbours,
  countPairs,
  keepWanted,
} from '../store/word-loops.ts';
import {
  type Bytes,
  byteBlock,
  byteValues,
  isInBytes,
  lackingInWord,
  load,
  merged,
  unitsInBlock,
} from './byte-columns.ts';

/** One answer of each unit, and what it adds to the number of its cell. */
export interface Single {
  /** For each unit its row. */
  readonly rows: Int32Array;
  /** Each row is higher than the one before: they mostly stand side by side. */
  readonly isInOrder: boolean;
  readonly numbers: NumberArray;
  /** By number; 0 is one of them. */
  readonly offsetOf: Int32Array;
}

// One count at a time uses them: fresh room for each would take as long as counting.
const [blockA, blockB] = [byteBlock(), byteBlock()];
const cellsOfBlock = new Int32Array(unitsInBlock);
const [pairCounts, otherPairCounts] = [new Uint32Array(byteValues ** 2), new Uint32Array(byteValues ** 2)];

/** How many units stand in each cell. */
export function countSingles(units: number, singles: readonly Single[], cells: number): Uint32Array {
  const counts = new Uint32Array(cells);
  const [first, second, ...others] = singles.every(isInBytes) ? merged(singles) : [];
  if (singles.length === 0) counts[0] = units;
  else if (!first || others.length > 0) countMany(counts, units, singles);
  else if (second) countTwo(counts, units, first, second);
  else countOne(counts, units, first);
  return counts;
}

function countOne(counts: Uint32Array, units: number, single: Bytes): void {
  const { offsetOf } = single;
  clearPairs(offsetOf.length);
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const words = load(blockA, single, begin, Math.min(units, begin + unitsInBlock));
    countNeighbours(pairCounts, otherPairCounts, blockA.words, words);
  }
  forPairs(offsetOf.length, offsetOf.length, (one, other, many) => {
    add(counts, offsetOf[one] as number, many);
    add(counts, offsetOf[other] as number, many);
  });
  add(counts, offsetOf[0] as number, -lackingInWord(units));
}

function countTwo(counts: Uint32Array, units: number, a: Bytes, b: Bytes): void {
  const [offsetA, offsetB] = [a.offsetOf, b.offsetOf];
  clearPairs(offsetB.length);
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const end = Math.min(units, begin + unitsInBlock);
    load(blockA, a, begin, end);
    const words = load(blockB, b, begin, end);
    countPairs(pairCounts, otherPairCounts, blockA.words, blockB.words, words);
  }
  forPairs(offsetA.length, offsetB.length, (one, other, many) => {
    add(counts, (offsetA[one] as number) + (offsetB[other] as number), many);
  });
  add(counts, (offsetA[0] as number) + (offsetB[0] as number), -lackingInWord(units));
}

/** `higher`: how many numbers the second of a pair may have. */
function clearPairs(higher: number): void {
  pairCounts.fill(0, 0, higher * byteValues);
  otherPairCounts.fill(0, 0, higher * byteValues);
}

/** Every pair that has been counted, of numbers below the sizes. */
function forPairs(sizeA: number, sizeB: number, take: (one: number, other: number, many: number) => void): void {
  for (let other = 0; other < sizeB; other++) {
    for (let one = 0; one < sizeA; one++) {
      const pair = other * byteValues + one;
      const many = (pairCounts[pair] as number) + (otherPairCounts[pair] as number);
      if (many > 0) take(one, other, many);
    }
  }
}

/** More cells than this are counted in one array only: two would be too far apart. */
const fewCells = 65_536;

function countMany(counts: Uint32Array, units: number, singles: readonly Single[]): void {
  const others = counts.length <= fewCells ? new Uint32Array(counts.length) : counts;
  forBlocks(units, singles, (cells, _, many) => countCellNumbers(counts, others, cells, many));
  if (others === counts) return;
  for (let cell = 0; cell < counts.length; cell++) add(counts, cell, others[cell] as number);
}

/** The cells of the units, a block of them after the other; `cells` hold until the next block. */
export function forBlocks(
  units: number,
  singles: readonly Single[],
  take: (cells: Int32Array, begin: number, many: number) => void,
): void {
  const bytes = merged(singles.filter(isInBytes));
  const wide = singles.filter((single) => !isInBytes(single));
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    pairs.push(pairOf(bytes[at] as Bytes, bytes[at + 1] as Bytes));
  }
  const left = bytes.length % 2 === 1 ? bytes.at(-1) : undefined;
  const cells = cellsOfBlock;
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const end = Math.min(units, begin + unitsInBlock);
    cells.fill(0);
    for (const { a, b, offsetOf } of pairs) {
      load(blockA, a, begin, end);
      const words = load(blockB, b, begin, end);
      addPairs(cells, blockA.words, blockB.words, words, offsetOf);
    }
    if (left) {
      load(blockA, left, begin, end);
      addBytes(cells, blockA.bytes, end - begin, left.offsetOf);
    }
    for (const single of wide) addWide(cells, single, begin, end);
    take(cells, begin, end - begin);
  }
}

interface Pair {
  readonly a: Bytes;
  readonly b: Bytes;
  /** By both numbers as a pair. */
  readonly offsetOf: Int32Array;
}

function pairOf(a: Bytes, b: Bytes): Pair {
  const [sizeA, sizeB] = [a.offsetOf.length, b.offsetOf.length];
  const offsetOf = new Int32Array(sizeB * byteValues);
  for (let other = 0; other < sizeB; other++) {
    for (let one = 0; one < sizeA; one++) {
      offsetOf[other * byteValues + one] = (a.offsetOf[one] as number) + (b.offsetOf[other] as number);
    }
  }
  return { a, b, offsetOf };
}

function addWide(cells: Int32Array, { rows, numbers, offsetOf }: Single, begin: number, end: number): void {
  for (let unit = begin; unit < end; unit++) {
    const offset = offsetOf[numbers[rows[unit] as number] as number] as number;
    cells[unit - begin] = (cells[unit - begin] as number) + offset;
  }
}

/**
 * Brings those of the units together whose number has 1 in `offsetOf` and not 0; returns how many. `kept` may be the room
 * in which the units themselves stand.
 */
export function keepUnits(units: Int32Array, single: Single, kept: Int32Array): number {
  const wanted = isInBytes(single) ? Uint8Array.from(single.offsetOf) : zeroAndOne;
  let many = 0;
  for (let begin = 0; begin < units.length; begin += unitsInBlock) {
    const end = Math.min(units.length, begin + unitsInBlock);
    if (isInBytes(single)) load(blockA, single, begin, end);
    else {
      cellsOfBlock.fill(0);
      addWide(cellsOfBlock, single, begin, end);
      blockA.bytes.set(cellsOfBlock);
    }
    many += keepWanted(kept, many, units, begin, end, blockA.bytes, wanted);
  }
  return many;
}

const zeroAndOne = Uint8Array.of(0, 1);
