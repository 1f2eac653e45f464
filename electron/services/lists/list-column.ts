/**
 * Columns of the record list: of each place one number that filters and orders read. A place is a record, or a row of a
 * group. What has no value holds the reason instead: 0 not entered, 1 to 5 the markers in their order.
 */
import type { MissingMarker } from '#shared/dictionary/vocabulary.ts';
import { dayInterval } from '#shared/records/partial-date.ts';
import { Codebook, firstCode, markerNumber, notEntered } from '#shared/statistics/store/codebook.ts';

/** Status of a place whose field was answered; below it the reasons why it was not. */
export const answered = firstCode;

export interface CodeColumn {
  readonly type: 'code';
  readonly codebook: Codebook;
  /** In bytes until a list turns out to be longer. */
  values: Uint8Array | Uint16Array;
}

/** Multiple choice: each combination of codes, in the order entered, has a number from `firstCode` on. */
export interface CodesColumn {
  readonly type: 'codes';
  readonly codebook: Codebook;
  readonly combinations: string[];
  readonly numberOf: Map<string, number>;
  values: Uint32Array;
}

/** First and last possible day. */
export interface DayColumn {
  readonly type: 'day';
  earliest: Int32Array;
  latest: Int32Array;
}

/** Numbers, hundredths of amounts, moments, and codes of records as numbers. */
export interface NumberColumn {
  readonly type: 'number';
  readonly read: (cell: string | number) => number;
  /** Below every number: with the reason added, what stands where there is none. */
  readonly lowest: number;
  values: Float64Array | Int32Array;
}

/** Whether there is a text; what it says stays on the disk. */
export interface TextColumn {
  readonly type: 'text';
  values: Uint8Array;
}

export type ListColumn = CodeColumn | CodesColumn | DayColumn | NumberColumn | TextColumn;
export type ColumnType = ListColumn['type'];

const noDay = -2_147_483_648;
const noNumber = Number.MIN_SAFE_INTEGER;
export const firstCapacity = 256;

export const newCodes = (): CodeColumn => ({
  type: 'code',
  codebook: new Codebook(),
  values: new Uint8Array(firstCapacity),
});
export const newCombinations = (): CodesColumn => ({
  type: 'codes',
  codebook: new Codebook(),
  combinations: [],
  numberOf: new Map(),
  values: new Uint32Array(firstCapacity),
});
export const newDays = (): DayColumn => ({
  type: 'day',
  earliest: new Int32Array(firstCapacity).fill(noDay),
  latest: new Int32Array(firstCapacity).fill(noDay),
});
export const newNumbers = (read: NumberColumn['read'] = Number): NumberColumn => ({
  type: 'number',
  read,
  lowest: noNumber,
  values: new Float64Array(firstCapacity).fill(noNumber),
});
/** Whole numbers of everyday size. */
export const newCounts = (): NumberColumn => ({
  type: 'number',
  read: Number,
  lowest: noDay,
  values: new Int32Array(firstCapacity).fill(noDay),
});
export const newTexts = (): TextColumn => ({ type: 'text', values: new Uint8Array(firstCapacity) });

export const readMoment = (cell: string | number): number => Date.parse(String(cell));

/** A code as it is stored; its check character needs no second look. */
const recordCode = /^([A-Z])-(\d{4})-(\d{4,9})-.$/;

/** Codes of records in the order of their letter, year and number; a code of another form stands behind them. */
export function readRecordCode(cell: string | number): number {
  const parts = recordCode.exec(String(cell));
  if (parts === null) return Number.MAX_SAFE_INTEGER;
  const [, letter = '', year, number] = parts;
  return (letter.charCodeAt(0) * 10_000 + Number(year)) * 1_000_000_000 + Number(number);
}

/** Makes room for so many places. */
export function reserve(column: ListColumn, places: number): void {
  if (column.type === 'day') {
    column.earliest = grown(column.earliest, places, Int32Array, noDay);
    column.latest = grown(column.latest, places, Int32Array, noDay);
  } else if (column.type === 'number') {
    const { values, lowest } = column;
    if (values instanceof Int32Array) column.values = grown(values, places, Int32Array, lowest);
    else column.values = grown(values, places, Float64Array, lowest);
  } else if (column.type === 'codes') column.values = grown(column.values, places, Uint32Array, notEntered);
  else if (column.values instanceof Uint16Array) column.values = grown(column.values, places, Uint16Array, notEntered);
  else column.values = grown(column.values, places, Uint8Array, notEntered);
}

interface Numbers {
  readonly length: number;
  set(from: ArrayLike<number>): void;
  fill(value: number, start?: number): unknown;
}

function grown<T extends Numbers>(
  array: ArrayLike<number>,
  places: number,
  make: new (length: number) => T,
  empty: number,
): T {
  if (places <= array.length && array instanceof make) return array;
  const larger = new make(Math.max(places, places <= array.length ? array.length : Math.ceil(array.length * 1.5)));
  larger.set(array);
  if (empty !== 0) larger.fill(empty, array.length);
  return larger;
}

/** Memory held by a column. */
export function bytesOf(column: ListColumn): number {
  if (column.type === 'day') return column.earliest.byteLength + column.latest.byteLength;
  const texts = column.type === 'codes' ? column.combinations.length * 100 : 0;
  return column.values.byteLength + texts;
}

const reasonOf = (marker: string | number | null): number =>
  marker === null ? notEntered : markerNumber(marker as MissingMarker);

/** Puts value and marker of a field, as they are stored, at a place. Codes of multiple choice come by `setCodes`. */
export function setCell(
  column: ListColumn,
  at: number,
  cell: string | number | null,
  marker: string | number | null = null,
): void {
  const reason = reasonOf(marker);
  switch (column.type) {
    case 'code':
      column.values[at] = cell === null ? reason : numberInColumn(column, String(cell));
      return;
    case 'codes':
      column.values[at] = reason;
      return;
    case 'day': {
      const days = cell === null ? undefined : dayInterval(String(cell));
      column.earliest[at] = days?.earliest ?? noDay + reason;
      column.latest[at] = days?.latest ?? noDay + reason;
      return;
    }
    case 'number':
      column.values[at] = cell === null ? column.lowest + reason : column.read(cell);
      return;
    case 'text':
      column.values[at] = cell === null ? reason : answered;
  }
}

const highestByte = 255;

function numberInColumn(column: CodeColumn, code: string): number {
  const number = column.codebook.numberOf(code);
  if (number > highestByte && column.values instanceof Uint8Array) {
    column.values = grown(column.values, column.values.length, Uint16Array, notEntered);
  }
  return number;
}

/** Puts the chosen codes at a place. */
export function setCodes(column: CodesColumn, at: number, codes: readonly string[]): void {
  const numbers = codes.map((code) => column.codebook.numberOf(code)).join(' ');
  let number = column.numberOf.get(numbers);
  if (number === undefined) {
    number = firstCode + column.combinations.length;
    column.numberOf.set(numbers, number);
    column.combinations.push(numbers);
  }
  column.values[at] = number;
}

/** Every code met so far. */
export const codesMet = ({ codebook }: CodeColumn | CodesColumn): readonly string[] =>
  Array.from({ length: codebook.size - firstCode }, (_, at) => codebook.codeOf(firstCode + at) ?? '');

/** Numbers of the codes of a combination. */
export const codesOfCombination = (column: CodesColumn, combination: number): readonly number[] =>
  (column.combinations[combination - firstCode] ?? '').split(' ').map(Number);

/** `answered`, or the reason why there is no value. */
export function statusAt(column: ListColumn, at: number): number {
  if (column.type === 'day') return offset(column.earliest[at] as number, noDay);
  if (column.type === 'number') return offset(column.values[at] as number, column.lowest);
  return Math.min(column.values[at] as number, answered);
}

const offset = (value: number, lowest: number): number => (value > lowest + answered ? answered : value - lowest);
