/**
 * Units by their numbers in several columns, some thousand at a time: what is worked out of them on the way stays in the
 * nearest memory of the processor. Columns of bytes are read four rows at once, as one word of 32 bits, and two of them
 * are looked up together; the others are read one by one.
 *
 * A word of four rows holds the first of them in its lowest bits, as every processor does that Electron runs on.
 */
import type { NumberArray } from '../store/growing-array.ts';

/** One answer of each unit, and what it adds to the number of its cell. */
export interface Single {
  /** For each unit its row. */
  readonly rows: Int32Array;
  /** Each row is higher than the one before: they mostly stand side by side. */
  readonly isInOrder: boolean;
  readonly numbers: NumberArray;
  /** By number, from 0 on. */
  readonly offsetOf: Int32Array;
}

interface ByteColumn extends Single {
  readonly numbers: Uint8Array;
}

const isInBytes = (single: Single): single is ByteColumn => single.numbers instanceof Uint8Array;

/** Bytes of some units; `words` are the same ones, four in each. */
interface ByteBlock {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

const unitsInBlock = 8_192;
const byteValues = 256;
const twoBytes = byteValues * byteValues;

function byteBlock(): ByteBlock {
  const words = new Uint32Array(unitsInBlock / 4);
  return { bytes: new Uint8Array(words.buffer), words };
}

// One count at a time uses them: fresh room for each would take as long as counting.
const [blockA, blockB] = [byteBlock(), byteBlock()];
const cellsOfBlock = new Int32Array(unitsInBlock);
/** Counts by two numbers of a byte each, the second one in the higher bits; two of them, which take turns. */
const [pairsA, pairsB] = [new Uint32Array(twoBytes), new Uint32Array(twoBytes)];

/** How many units of the last word are none: it is filled up with rows of number 0. */
const missingInWord = (units: number): number => -units & 3;

/** Takes in the bytes of some units; returns how many words they are. */
function load({ bytes }: ByteBlock, { rows, isInOrder, numbers }: ByteColumn, begin: number, end: number): number {
  const many = end - begin;
  const first = rows[begin] as number;
  if (isInOrder && (rows[end - 1] as number) - first === many - 1) bytes.set(numbers.subarray(first, first + many));
  else for (let at = 0; at < many; at++) bytes[at] = numbers[rows[begin + at] as number] as number;
  const whole = many + missingInWord(many);
  bytes.fill(0, many, whole);
  return whole / 4;
}

/** How many units stand in each cell. */
export function countSingles(units: number, singles: readonly Single[], cells: number): Uint32Array {
  const counts = new Uint32Array(cells);
  const [first, second, ...others] = singles;
  if (!first) counts[0] = units;
  else if (others.length === 0 && isInBytes(first) && !second) countOne(counts, units, first);
  else if (others.length === 0 && isInBytes(first) && second && isInBytes(second))
    countTwo(counts, units, first, second);
  else countMany(counts, units, singles);
  return counts;
}

/** Two rows after each other are counted as one pair. */
function countOne(counts: Uint32Array, units: number, single: ByteColumn): void {
  clearPairs(single.offsetOf.length);
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const words = load(blockA, single, begin, Math.min(units, begin + unitsInBlock));
    countNeighbours(blockA.words, words);
  }
  const { offsetOf } = single;
  forPairs(offsetOf.length, offsetOf.length, (one, other, many) => {
    add(counts, offsetOf[one] as number, many);
    add(counts, offsetOf[other] as number, many);
  });
  add(counts, offsetOf[0] as number, -missingInWord(units));
}

function countTwo(counts: Uint32Array, units: number, a: ByteColumn, b: ByteColumn): void {
  clearPairs(b.offsetOf.length);
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const end = Math.min(units, begin + unitsInBlock);
    load(blockA, a, begin, end);
    countPairs(blockA.words, blockB.words, load(blockB, b, begin, end));
  }
  const [offsetA, offsetB] = [a.offsetOf, b.offsetOf];
  forPairs(offsetA.length, offsetB.length, (one, other, many) => {
    add(counts, (offsetA[one] as number) + (offsetB[other] as number), many);
  });
  add(counts, (offsetA[0] as number) + (offsetB[0] as number), -missingInWord(units));
}

/** More cells than this are counted in one array only: the second would be far away. */
const fewCells = 65_536;

function countMany(counts: Uint32Array, units: number, singles: readonly Single[]): void {
  const others = counts.length <= fewCells ? new Uint32Array(counts.length) : counts;
  forBlocks(units, singles, (cells, _, many) => bumpByTurns(counts, others, cells, many));
  if (others === counts) return;
  for (let cell = 0; cell < counts.length; cell++) add(counts, cell, others[cell] as number);
}

/** The cells of some units after the others; they hold until the next ones come. */
export function forBlocks(
  units: number,
  singles: readonly Single[],
  take: (cells: Int32Array, begin: number, many: number) => void,
): void {
  const bytes = singles.filter(isInBytes);
  const wide = singles.filter((single) => !isInBytes(single));
  const pairs = Array.from({ length: Math.floor(bytes.length / 2) }, (_, at) =>
    pairOf(bytes[2 * at] as ByteColumn, bytes[2 * at + 1] as ByteColumn),
  );
  const left = bytes.length % 2 === 1 ? bytes.at(-1) : undefined;
  const cells = cellsOfBlock;
  for (let begin = 0; begin < units; begin += unitsInBlock) {
    const end = Math.min(units, begin + unitsInBlock);
    if (pairs.length === 0) cells.fill(0);
    for (const [at, { a, b, offsetOf }] of pairs.entries()) {
      load(blockA, a, begin, end);
      const words = load(blockB, b, begin, end);
      if (at === 0) setPairs(cells, blockA.words, blockB.words, words, offsetOf);
      else addPairs(cells, blockA.words, blockB.words, words, offsetOf);
    }
    if (left) addBytes(cells, blockA.words, load(blockA, left, begin, end), left.offsetOf);
    for (const { rows, numbers, offsetOf } of wide) addWide(cells, rows, numbers, offsetOf, begin, end);
    take(cells, begin, end - begin);
  }
}

interface Pair {
  readonly a: ByteColumn;
  readonly b: ByteColumn;
  /** By both numbers, that of b in the higher bits. */
  readonly offsetOf: Int32Array;
}

function pairOf(a: ByteColumn, b: ByteColumn): Pair {
  const [offsetA, offsetB] = [a.offsetOf, b.offsetOf];
  const [sizeA, sizeB] = [offsetA, offsetB].map(({ length }) => Math.min(byteValues, length)) as [number, number];
  const offsetOf = new Int32Array(sizeB * byteValues);
  for (let other = 0; other < sizeB; other++) {
    for (let one = 0; one < sizeA; one++) {
      offsetOf[(other << 8) | one] = (offsetA[one] as number) + (offsetB[other] as number);
    }
  }
  return { a, b, offsetOf };
}

function clearPairs(sizeOfHigher: number): void {
  pairsA.fill(0, 0, sizeOfHigher * byteValues);
  pairsB.fill(0, 0, sizeOfHigher * byteValues);
}

/** Every pair that has been counted, of numbers below the sizes. */
function forPairs(sizeA: number, sizeB: number, take: (one: number, other: number, many: number) => void): void {
  for (let other = 0; other < Math.min(byteValues, sizeB); other++) {
    for (let one = 0; one < Math.min(byteValues, sizeA); one++) {
      const pair = (other << 8) | one;
      const many = (pairsA[pair] as number) + (pairsB[pair] as number);
      if (many > 0) take(one, other, many);
    }
  }
}

function add(counts: Uint32Array, cell: number, many: number): void {
  counts[cell] = (counts[cell] as number) + many;
}

/*
 * The loops. Counts that take turns: adding to a count that has just been written waits for that writing, and most units
 * stand in the same few cells.
 */

function countNeighbours(words: Uint32Array, many: number): void {
  for (let at = 0; at < many; at++) {
    const word = words[at] as number;
    add(pairsA, word & 0xffff, 1);
    add(pairsB, word >>> 16, 1);
  }
}

/** Bytes 0 and 2 of a word, and 1 and 3, each beside the byte of the same row in the other word. */
function countPairs(wordsA: Uint32Array, wordsB: Uint32Array, many: number): void {
  for (let at = 0; at < many; at++) {
    const a = wordsA[at] as number;
    const b = wordsB[at] as number;
    const even = (a & 0xff00ff) | ((b & 0xff00ff) << 8);
    const odd = ((a >>> 8) & 0xff00ff) | (b & 0xff00ff00);
    add(pairsA, even & 0xffff, 1);
    add(pairsB, odd & 0xffff, 1);
    add(pairsA, even >>> 16, 1);
    add(pairsB, odd >>> 16, 1);
  }
}

function setPairs(
  cells: Int32Array,
  wordsA: Uint32Array,
  wordsB: Uint32Array,
  many: number,
  offsetOf: Int32Array,
): void {
  for (let at = 0; at < many; at++) {
    const a = wordsA[at] as number;
    const b = wordsB[at] as number;
    const unit = at * 4;
    const even = (a & 0xff00ff) | ((b & 0xff00ff) << 8);
    const odd = ((a >>> 8) & 0xff00ff) | (b & 0xff00ff00);
    cells[unit] = offsetOf[even & 0xffff] as number;
    cells[unit + 1] = offsetOf[odd & 0xffff] as number;
    cells[unit + 2] = offsetOf[even >>> 16] as number;
    cells[unit + 3] = offsetOf[odd >>> 16] as number;
  }
}

function addPairs(
  cells: Int32Array,
  wordsA: Uint32Array,
  wordsB: Uint32Array,
  many: number,
  offsetOf: Int32Array,
): void {
  for (let at = 0; at < many; at++) {
    const a = wordsA[at] as number;
    const b = wordsB[at] as number;
    const unit = at * 4;
    const even = (a & 0xff00ff) | ((b & 0xff00ff) << 8);
    const odd = ((a >>> 8) & 0xff00ff) | (b & 0xff00ff00);
    cells[unit] = (cells[unit] as number) + (offsetOf[even & 0xffff] as number);
    cells[unit + 1] = (cells[unit + 1] as number) + (offsetOf[odd & 0xffff] as number);
    cells[unit + 2] = (cells[unit + 2] as number) + (offsetOf[even >>> 16] as number);
    cells[unit + 3] = (cells[unit + 3] as number) + (offsetOf[odd >>> 16] as number);
  }
}

function addBytes(cells: Int32Array, words: Uint32Array, many: number, offsetOf: Int32Array): void {
  for (let at = 0; at < many; at++) {
    const word = words[at] as number;
    const unit = at * 4;
    cells[unit] = (cells[unit] as number) + (offsetOf[word & 0xff] as number);
    cells[unit + 1] = (cells[unit + 1] as number) + (offsetOf[(word >>> 8) & 0xff] as number);
    cells[unit + 2] = (cells[unit + 2] as number) + (offsetOf[(word >>> 16) & 0xff] as number);
    cells[unit + 3] = (cells[unit + 3] as number) + (offsetOf[word >>> 24] as number);
  }
}

function addWide(
  cells: Int32Array,
  rows: Int32Array,
  numbers: NumberArray,
  offsetOf: Int32Array,
  begin: number,
  end: number,
): void {
  for (let unit = begin; unit < end; unit++) {
    const offset = offsetOf[numbers[rows[unit] as number] as number] as number;
    cells[unit - begin] = (cells[unit - begin] as number) + offset;
  }
}

function bumpByTurns(counts: Uint32Array, others: Uint32Array, cells: Int32Array, many: number): void {
  let at = 0;
  for (; at + 1 < many; at += 2) {
    add(counts, cells[at] as number, 1);
    add(others, cells[at + 1] as number, 1);
  }
  if (at < many) add(counts, cells[at] as number, 1);
}
