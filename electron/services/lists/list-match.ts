/** Filters over columns in memory: each one passes over the places once and takes away the records that do not fit. */
import type { AnswerState } from '#shared/contract/answer-states.ts';
import type { StoredFilter } from '#shared/contract/list-query.ts';
import { type MissingMarker, missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { dayNumber } from '#shared/records/partial-date.ts';
import { firstCode, markerNumber, notEntered } from '#shared/statistics/store/codebook.ts';
import { answered, codesOfCombination, type ListColumn, statusAt } from './list-column.ts';

/** Whether the value at a place fits. */
type Test = (at: number) => boolean;

/** 1 for every record that fits so far. */
export type Mask = Uint8Array;

const statusOf = (state: AnswerState): number => {
  if (state === 'answered') return answered;
  return state === 'not_entered' ? notEntered : markerNumber(state);
};

const isMarker = (code: string): code is MissingMarker => (missingMarkers as readonly string[]).includes(code);

/** 1 under the number of each code or reason that is looked for. */
function wantedNumbers(column: ListColumn & { type: 'code' | 'codes' }, codes: readonly string[]): Uint8Array {
  const wanted = new Uint8Array(column.codebook.size);
  for (const code of codes) {
    // Some lists have a code of the same name as a marker.
    const number = column.codebook.find(code);
    if (number !== undefined) wanted[number] = 1;
    if (isMarker(code)) wanted[markerNumber(code)] = 1;
    else if (code === 'not_entered') wanted[notEntered] = 1;
  }
  return wanted;
}

function testCodes(column: ListColumn, codes: readonly string[]): Test {
  if (column.type !== 'code' && column.type !== 'codes')
    throw new Error(`a column of type ${column.type} has no codes`);
  const wanted = wantedNumbers(column, codes);
  const { values } = column;
  if (column.type === 'code') return (at) => wanted[values[at] as number] === 1;
  const fits = new Uint8Array(firstCode + column.combinations.length);
  for (let number = 0; number < fits.length; number += 1) {
    const numbers = number < firstCode ? [number] : codesOfCombination(column, number);
    if (numbers.some((each) => wanted[each] === 1)) fits[number] = 1;
  }
  return (at) => fits[values[at] as number] === 1;
}

function testStatus(column: ListColumn, statuses: readonly number[]): Test {
  const wanted = new Uint8Array(answered + 1);
  for (const status of statuses) wanted[status] = 1;
  return (at) => wanted[statusAt(column, at)] === 1;
}

function testNumbers(column: ListColumn, from: number | null, to: number | null): Test {
  if (column.type !== 'number') throw new Error(`a column of type ${column.type} has no numbers`);
  const [least, most] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  const { values } = column;
  return (at) => {
    const value = values[at] as number;
    return value >= least && value <= most && statusAt(column, at) === answered;
  };
}

/** A date known in part fits where one of the days it may mean does. */
function testDays(column: ListColumn, from: string | null, to: string | null): Test {
  if (column.type !== 'day') throw new Error(`a column of type ${column.type} has no days`);
  const first = (from === null ? undefined : dayNumber(from)) ?? Number.NEGATIVE_INFINITY;
  const last = (to === null ? undefined : dayNumber(to)) ?? Number.POSITIVE_INFINITY;
  const { earliest, latest } = column;
  return (at) =>
    (earliest[at] as number) <= last && (latest[at] as number) >= first && statusAt(column, at) === answered;
}

/** First moment of a local day, `later` days after it. */
function momentOf(day: string | null, later = 0): number | null {
  if (day === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** Local days, as whoever chose them means them. */
function testMoments(column: ListColumn, from: string | null, to: string | null): Test {
  const end = momentOf(to, 1);
  return testNumbers(column, momentOf(from), end === null ? null : end - 1);
}

/** The test of a filter over its column; amounts are hundredths there. */
export function testOf(filter: StoredFilter, column: ListColumn, unit: number): Test {
  switch (filter.kind) {
    case 'codes':
    case 'state':
    case 'enteredBy':
      return testCodes(column, filter.anyOf);
    case 'archived':
      return testCodes(column, [filter.is ? 'yes' : 'no']);
    case 'period':
      return testDays(column, filter.from, filter.to);
    case 'number':
      return testNumbers(column, inUnits(filter.from, unit), inUnits(filter.to, unit));
    case 'answer':
      return testStatus(column, filter.anyOf.map(statusOf));
    case 'saved':
    case 'completed':
      return testMoments(column, filter.from, filter.to);
    case 'identity':
      return testStatus(column, [filter.is ? answered : notEntered]);
  }
}

const inUnits = (value: number | null, unit: number): number | null =>
  value === null ? null : Math.round(value * unit * 1000) / 1000;

/** Keeps the records whose own value fits. */
export function keepFitting(mask: Mask, test: Test): void {
  for (let slot = 0; slot < mask.length; slot += 1) if (mask[slot] === 1 && !test(slot)) mask[slot] = 0;
}

/** Keeps the records of which one row fits; `owners` names the record of each row, beyond the mask where it is gone. */
export function keepWithRow(mask: Mask, owners: Uint32Array, rows: number, test: Test): void {
  const found = new Uint8Array(mask.length);
  for (let row = 0; row < rows; row += 1) {
    const owner = owners[row] as number;
    if (owner < mask.length && mask[owner] === 1 && found[owner] === 0 && test(row)) found[owner] = 1;
  }
  mask.set(found);
}
