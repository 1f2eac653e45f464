/** What stands in the rows of a field as small numbers: reasons why there is none, then what a table can count by. */
import type { DesignDimension } from '../../contract/table-design.ts';
import { firstCode, markerNumber, notEntered } from '../store/codebook.ts';
import { type Column, type DateColumn, isDay, lowestDay, type NumberColumn } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import type { NumberArray } from '../store/growing-array.ts';
import { type CalendarPart, calendarKey, calendarSize, calendarTable, firstDay } from './calendar.ts';
import { type Lists, rowCountOf } from './reach.ts';
import type { Remember } from './remember.ts';

export interface Keys {
  /** One number a row, or lists of several. */
  readonly numbers: NumberArray | Lists;
  /** One more than the highest number. */
  readonly size: number;
  /** What a number from `firstCode` on stands for. */
  readonly keyOf: (number: number) => string | undefined;
}

type Broken = Pick<DesignDimension, 'entity' | 'field' | 'by'>;

/** Under which the keys of a field are remembered. */
export const nameOfKeys = ({ entity, field, by }: Broken, bounds: readonly number[]): string =>
  `${entity}.${field} ${by} ${bounds.join(' ')}`;

/** Key numbers of the rows of a field, as the dimension breaks them down. */
export function keysOfField(
  store: ColumnStore,
  dimension: Broken,
  bounds: readonly number[],
  remember: Remember,
): Keys {
  return remember(nameOfKeys(dimension, bounds), () => {
    const rows = rowCountOf(store, dimension.entity);
    const keys = asStored(store.column(dimension.entity, dimension.field), dimension, bounds, rows);
    return 'offsets' in keys.numbers || keys.numbers instanceof Uint8Array ? keys : inBytes(keys, keys.numbers, rows);
  });
}

function asStored(column: Column, { by }: Broken, bounds: readonly number[], rows: number): Keys {
  if (column.type === 'code') {
    const { codebook, values } = column;
    return { numbers: values.array, size: codebook.size, keyOf: (number) => codebook.codeOf(number) };
  }
  if (column.type === 'codes') {
    const { codebook, offsets, values } = column;
    const numbers = { offsets: offsets.array, values: values.array };
    return { numbers, size: codebook.size, keyOf: (number) => codebook.codeOf(number) };
  }
  if (column.type === 'date' && (by === 'year' || by === 'half' || by === 'month')) {
    return { numbers: dateKeys(column, by, rows), size: calendarSize(by), keyOf: (number) => calendarKey(by, number) };
  }
  if (column.type === 'number' && by === 'class') {
    const size = firstCode + bounds.length;
    return { numbers: classKeys(column, bounds, rows), size, keyOf: (number) => String(bounds[number - firstCode]) };
  }
  throw new Error(`a column of type ${column.type} cannot be broken down by ${by}`);
}

const mostInByte = 256;

/** The same with the numbers that occur only, if they then are bytes: of all countries and years few occur, and bytes count faster. */
function inBytes(keys: Keys, numbers: NumberArray, rows: number): Keys {
  const byteOf = new Int32Array(keys.size).fill(-1);
  const numberOf = Array.from({ length: firstCode }, (_, reason) => reason);
  for (const reason of numberOf) byteOf[reason] = reason;
  const bytes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const number = numbers[row] as number;
    let byte = byteOf[number] as number;
    if (byte < 0) {
      byte = numberOf.push(number) - 1;
      if (byte >= mostInByte) return keys;
      byteOf[number] = byte;
    }
    bytes[row] = byte;
  }
  return { numbers: bytes, size: numberOf.length, keyOf: (byte) => keys.keyOf(numberOf[byte] as number) };
}

/** Lists in which a row without any answer has the number that says so: beside other rows it must not be lost. */
export function filled({ offsets, values }: Lists, rows: number): Lists {
  const starts = new Uint32Array(rows + 1);
  const found = new Uint16Array((offsets[rows] as number) + rows);
  let many = 0;
  for (let row = 0; row < rows; row++) {
    const [first, end] = [offsets[row] as number, offsets[row + 1] as number];
    if (first === end) found[many++] = notEntered;
    for (let at = first; at < end; at++) found[many++] = values[at] as number;
    starts[row + 1] = many;
  }
  return { offsets: starts, values: found.subarray(0, many) };
}

const unknown = markerNumber('unknown');

/** A date known in part belongs to a class only where all days that it may mean do. */
function dateKeys({ earliest, latest }: DateColumn, part: CalendarPart, rows: number): Uint16Array {
  const table = calendarTable(part);
  const keys = new Uint16Array(rows);
  const [first, last] = [earliest.array, latest.array];
  for (let row = 0; row < rows; row++) {
    const day = first[row] as number;
    if (!isDay(day)) {
      keys[row] = day - lowestDay;
      continue;
    }
    const key = table[day - firstDay] ?? unknown;
    const end = last[row] as number;
    keys[row] = end === day || table[end - firstDay] === key ? key : unknown;
  }
  return keys;
}

/** Numbers below the first bound stand in no class. */
function classKeys({ lowest, values }: NumberColumn, bounds: readonly number[], rows: number): Uint8Array {
  const keys = new Uint8Array(rows);
  const array = values.array;
  for (let row = 0; row < rows; row++) {
    const value = array[row] as number;
    if (value - lowest < firstCode) {
      keys[row] = value - lowest;
      continue;
    }
    let classes = 0;
    while (classes < bounds.length && value >= (bounds[classes] as number)) classes++;
    keys[row] = classes === 0 ? unknown : firstCode + classes - 1;
  }
  return keys;
}
