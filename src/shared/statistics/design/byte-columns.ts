/** Columns of bytes, some thousand units at a time: read four rows at once, as words. */
import { mergeWords } from '../store/word-loops.ts';
import type { Single } from './blocks.ts';

/** A column with a number of a byte for each row. */
export interface ByteColumn extends Single {
  readonly numbers: Uint8Array;
}

/** Two columns as one: a number for each combination. */
interface MergedColumns {
  readonly a: ByteColumn;
  readonly b: ByteColumn;
  readonly offsetOf: Int32Array;
}

export type Bytes = ByteColumn | MergedColumns;

export const isInBytes = (single: Single | undefined): single is ByteColumn => single?.numbers instanceof Uint8Array;

/** A multiple of four. */
export const unitsInBlock = 8_192;
export const byteValues = 256;

/** Bytes of some units; `words` are the same ones, four in each. */
export interface ByteBlock {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

export function byteBlock(): ByteBlock {
  const words = new Uint32Array(unitsInBlock / 4);
  return { bytes: new Uint8Array(words.buffer), words };
}

// One count at a time uses it.
const spare = byteBlock();

/** How many units the last word lacks: it is filled up with rows of number 0. */
export const lackingInWord = (units: number): number => -units & 3;

/** Takes in the bytes of some units; returns how many words they are. */
export function load(into: ByteBlock, column: Bytes, begin: number, end: number): number {
  if ('numbers' in column) return loadStored(into.bytes, column, begin, end);
  loadStored(into.bytes, column.a, begin, end);
  const words = loadStored(spare.bytes, column.b, begin, end);
  mergeWords(into.words, spare.words, words, column.b.offsetOf.length);
  return words;
}

function loadStored(into: Uint8Array, column: ByteColumn, begin: number, end: number): number {
  const { rows, isInOrder, numbers } = column;
  const many = end - begin;
  const first = rows[begin] as number;
  if (isInOrder && (rows[end - 1] as number) - first === many - 1) into.set(numbers.subarray(first, first + many));
  else for (let at = 0; at < many; at++) into[at] = numbers[rows[begin + at] as number] as number;
  const whole = many + lackingInWord(many);
  into.fill(0, many, whole);
  return whole / 4;
}

/** As few columns as they can become if two that have few numbers are merged, each large one with one that still fits. */
export function merged(columns: readonly ByteColumn[]): readonly Bytes[] {
  const left = columns.toSorted((a, b) => b.offsetOf.length - a.offsetOf.length);
  const found: Bytes[] = [];
  for (let a = left.shift(); a; a = left.shift()) {
    const size = a.offsetOf.length;
    const at = columns.length <= 2 ? -1 : left.findIndex(({ offsetOf }) => size * offsetOf.length <= byteValues);
    const [b] = at < 0 ? [] : left.splice(at, 1);
    found.push(b ? mergedColumns(a, b) : a);
  }
  return found;
}

function mergedColumns(a: ByteColumn, b: ByteColumn): MergedColumns {
  const size = b.offsetOf.length;
  const offsetOf = new Int32Array(a.offsetOf.length * size);
  for (let number = 0; number < offsetOf.length; number++) {
    offsetOf[number] = (a.offsetOf[Math.floor(number / size)] as number) + (b.offsetOf[number % size] as number);
  }
  return { a, b, offsetOf };
}
