/** Narrows the units of a design by its filters. */
import type { DesignFilter } from '../../contract/table-design.ts';
import { type MissingMarker, missingMarkers } from '../../dictionary/vocabulary.ts';
import { dayNumber } from '../../records/partial-date.ts';
import { firstCode, markerNumber, notEntered } from '../store/codebook.ts';
import { answerAt, type Column, type DateColumn, isDay, lowestDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import { keepUnits, type Single } from './blocks.ts';
import type { DesignableEntities } from './design-fields.ts';
import { keysOfField } from './keys.ts';
import { outerRowsOf, pathTo, rowCountOf, rowsAround, type UnitRows } from './reach.ts';
import type { Remember } from './remember.ts';
import { Scratch } from './scratch.ts';
import { wholeNumbersIn } from './whole-numbers.ts';

/** Filter after filter writes into the same room: what is kept never stands behind what is still to be read. */
const scratch = new Scratch((length) => new Int32Array(length));

/** The units that fit all filters, in their order; they hold until units are filtered again. */
export function filterUnits(
  entities: DesignableEntities,
  store: ColumnStore,
  units: UnitRows,
  filters: readonly DesignFilter[],
  remember: Remember,
): UnitRows {
  return filters.reduce((left, filter) => narrowed(entities, store, left, filter, remember), units);
}

function narrowed(
  entities: DesignableEntities,
  store: ColumnStore,
  units: UnitRows,
  filter: DesignFilter,
  remember: Remember,
): UnitRows {
  const { entity, field } = filter;
  const column = store.column(entity, field);
  const { turn, goesWithin } = pathTo(entities, units.entity, entity);
  const around = rowsAround(store, units, turn);
  const kept = scratch.take(units.rows.length);
  const wanted = goesWithin ? null : wantedOf(store, column, filter, remember);
  if (wanted) {
    const isInOrder = units.isInOrder && turn === units.entity;
    const many = keepUnits(units.rows, { rows: around, isInOrder, ...wanted }, kept);
    return { ...units, rows: kept.subarray(0, many) };
  }
  if (!goesWithin && column.type === 'date' && filter.kind === 'period') {
    return { ...units, rows: kept.subarray(0, keepBetween(units.rows, around, column, filter, kept)) };
  }
  const fits = goesWithin ? anyWithin(store, entity, turn, rowTest(column, filter)) : rowTest(column, filter);
  let many = 0;
  for (let unit = 0; unit < units.rows.length; unit++) {
    kept[many] = units.rows[unit] as number;
    if (fits(around[unit] as number)) many++;
  }
  return { ...units, rows: kept.subarray(0, many) };
}

type Test = (row: number) => boolean;

/** Whether any of the rows within a row fits. */
function anyWithin(store: ColumnStore, entity: string, turn: string, test: Test): Test {
  const outer = outerRowsOf(store, entity, turn);
  const fits = new Uint8Array(rowCountOf(store, turn));
  for (let row = 0; row < outer.length; row++) if (test(row)) fits[outer[row] as number] = 1;
  return (row) => fits[row] === 1;
}

/** Most filters: 1 for each number of the column that fits, and nothing called for a single unit; null for the others. */
function wantedOf(
  store: ColumnStore,
  column: Column,
  filter: DesignFilter,
  remember: Remember,
): Pick<Single, 'numbers' | 'offsetOf'> | null {
  const { entity, field } = filter;
  if (column.type === 'code' && filter.kind === 'codes') {
    const { numbers, size, keyOf } = keysOfField(store, { entity, field, by: 'value' }, [], remember);
    if ('offsets' in numbers) return null;
    const codes = new Set(filter.anyOf);
    const offsetOf = Int32Array.from({ length: size }, (_, number) => Number(codes.has(keyOf(number) ?? '')));
    for (const code of filter.anyOf) if (isReason(code)) offsetOf[numberOfState(code)] = 1;
    return { numbers, offsetOf };
  }
  if (column.type === 'number' && filter.kind === 'number') {
    const whole = wholeNumbersIn(store, filter, remember);
    if (!whole) return null;
    const { from, to } = filter;
    const fits = (value: number): boolean =>
      value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY);
    return { numbers: whole.numbers, offsetOf: Int32Array.from(whole.quantityOf, (value) => Number(fits(value))) };
  }
  return null;
}

const firstDayOf = (from: string | null): number =>
  (from === null ? undefined : dayNumber(from)) ?? lowestDay + firstCode;
const lastDayOf = (to: string | null): number => (to === null ? undefined : dayNumber(to)) ?? Number.POSITIVE_INFINITY;

/** Units of whose possible days some lie in the period. */
function keepBetween(
  units: Int32Array,
  around: Int32Array,
  { earliest, latest }: DateColumn,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  kept: Int32Array,
): number {
  const [least, most] = [firstDayOf(from), lastDayOf(to)];
  const [first, last] = [earliest.array, latest.array];
  let many = 0;
  for (let unit = 0; unit < units.length; unit++) {
    const row = around[unit] as number;
    kept[many] = units[unit] as number;
    // Added, as in `keepUnits`.
    many += Number((first[row] as number) <= most) & Number((last[row] as number) >= least);
  }
  return many;
}

/** Whether a row of the column fits. */
function rowTest(column: Column, filter: DesignFilter): Test {
  if (filter.kind === 'answer') {
    const wanted = new Set(filter.anyOf.map(numberOfState));
    return (row) => wanted.has(answerAt(column, row));
  }
  if (filter.kind === 'codes' && (column.type === 'code' || column.type === 'codes')) {
    const wanted = wantedNumbers(column.codebook.size, (code) => column.codebook.find(code), filter.anyOf);
    if (column.type === 'code') return (row) => wanted[column.values.at(row)] === 1;
    return (row) => {
      const [first, end] = [column.offsets.at(row), column.offsets.at(row + 1)];
      if (first === end) return wanted[notEntered] === 1;
      for (let at = first; at < end; at++) if (wanted[column.values.at(at)] === 1) return true;
      return false;
    };
  }
  if (filter.kind === 'number' && column.type === 'number') {
    const [from, to] = [filter.from ?? Number.NEGATIVE_INFINITY, filter.to ?? Number.POSITIVE_INFINITY];
    return (row) => {
      const value = column.values.at(row);
      return value - column.lowest >= firstCode && value >= from && value <= to;
    };
  }
  if (filter.kind === 'period' && column.type === 'date') {
    const [from, to] = [firstDayOf(filter.from), lastDayOf(filter.to)];
    return (row) => {
      const first = column.earliest.at(row);
      return isDay(first) && first <= to && column.latest.at(row) >= from;
    };
  }
  throw new Error(`a column of type ${column.type} cannot be filtered by ${filter.kind}`);
}

function numberOfState(state: string): number {
  if (state === 'answered') return firstCode;
  return state === 'not_entered' ? notEntered : markerNumber(state as MissingMarker);
}

const isReason = (code: string): boolean => code === 'not_entered' || missingMarkers.some((marker) => marker === code);

/** 1 for the number of every code, marker or `not_entered` that is asked for. */
function wantedNumbers(size: number, find: (code: string) => number | undefined, codes: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(size);
  for (const code of codes) {
    // A code may bear the name of a marker: then both are meant.
    if (isReason(code)) wanted[numberOfState(code)] = 1;
    const number = find(code);
    if (number !== undefined) wanted[number] = 1;
  }
  return wanted;
}
