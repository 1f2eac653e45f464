/** Narrows the units of a design by its filters. */
import type { DesignFilter } from '../../contract/table-design.ts';
import { type MissingMarker, missingMarkers } from '../../dictionary/vocabulary.ts';
import { dayNumber } from '../../records/partial-date.ts';
import { firstCode, markerNumber, notEntered } from '../store/codebook.ts';
import { answerAt, type CodeColumn, type Column, isDay, lowestDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';
import type { NumberArray } from '../store/growing-array.ts';
import type { DesignableEntities } from './design-fields.ts';
import { outerRowsOf, pathTo, rowCountOf, rowsAround, type UnitRows } from './reach.ts';
import { Scratch } from './scratch.ts';

/** Filter after filter writes into the same room: what is kept never stands behind what is still to be read. */
const scratch = new Scratch((length) => new Int32Array(length));

/** The units that fit all filters, in their order; they hold until units are filtered again. */
export function filterUnits(
  entities: DesignableEntities,
  store: ColumnStore,
  units: UnitRows,
  filters: readonly DesignFilter[],
): UnitRows {
  return filters.reduce((left, filter) => narrowed(entities, store, left, filter), units);
}

function narrowed(entities: DesignableEntities, store: ColumnStore, units: UnitRows, filter: DesignFilter): UnitRows {
  const { entity, field } = filter;
  const column = store.column(entity, field);
  const { turn, goesWithin } = pathTo(entities, units.entity, entity);
  const around = rowsAround(store, units, turn);
  if (!goesWithin) {
    const found = inPlace(units.rows, around, column, filter);
    if (found) return { ...units, rows: found };
  }
  const fits = goesWithin ? anyWithin(store, entity, turn, rowTest(column, filter)) : rowTest(column, filter);
  const rows = scratch.take(units.rows.length);
  let many = 0;
  for (let unit = 0; unit < rows.length; unit++) {
    rows[many] = units.rows[unit] as number;
    if (fits(around[unit] as number)) many++;
  }
  return { ...units, rows: rows.subarray(0, many) };
}

type Test = (row: number) => boolean;

/** Whether any of the rows within a row fits. */
function anyWithin(store: ColumnStore, entity: string, turn: string, test: Test): Test {
  const outer = outerRowsOf(store, entity, turn);
  const fits = new Uint8Array(rowCountOf(store, turn));
  for (let row = 0; row < outer.length; row++) if (test(row)) fits[outer[row] as number] = 1;
  return (row) => fits[row] === 1;
}

/** Most filters: looked up in place, nothing called for a single unit; null where it is one of the others. */
function inPlace(rows: Int32Array, around: Int32Array, column: Column, filter: DesignFilter): Int32Array | null {
  if (column.type === 'code' && filter.kind === 'codes') return withCode(rows, around, column, filter.anyOf);
  if (column.type === 'number' && filter.kind === 'number') {
    // Below the first number stand the reasons why there is none.
    const least = Math.max(filter.from ?? Number.NEGATIVE_INFINITY, column.lowest + firstCode);
    const values = column.values.array;
    return between(rows, around, values, values, least, filter.to ?? Number.POSITIVE_INFINITY);
  }
  if (column.type === 'date' && filter.kind === 'period') {
    const [first, last] = [column.earliest.array, column.latest.array];
    return between(rows, around, first, last, firstDayOf(filter.from), lastDayOf(filter.to));
  }
  return null;
}

const firstDayOf = (from: string | null): number =>
  (from === null ? undefined : dayNumber(from)) ?? lowestDay + firstCode;
const lastDayOf = (to: string | null): number => (to === null ? undefined : dayNumber(to)) ?? Number.POSITIVE_INFINITY;

/** Units of which some value from first to last lies between the bounds, both included. */
function between(
  rows: Int32Array,
  around: Int32Array,
  first: NumberArray,
  last: NumberArray,
  least: number,
  most: number,
): Int32Array {
  const found = scratch.take(rows.length);
  let many = 0;
  for (let unit = 0; unit < rows.length; unit++) {
    const row = around[unit] as number;
    found[many] = rows[unit] as number;
    if ((first[row] as number) <= most && (last[row] as number) >= least) many++;
  }
  return found.subarray(0, many);
}

function withCode(
  rows: Int32Array,
  around: Int32Array,
  { codebook, values }: CodeColumn,
  codes: readonly string[],
): Int32Array {
  const wanted = wantedNumbers(codebook.size, (code) => codebook.find(code), codes);
  const numbers = values.array;
  const found = scratch.take(rows.length);
  let many = 0;
  for (let unit = 0; unit < rows.length; unit++) {
    const fits = wanted[numbers[around[unit] as number] as number] === 1;
    found[many] = rows[unit] as number;
    if (fits) many++;
  }
  return found.subarray(0, many);
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
