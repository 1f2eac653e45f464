/** One column of the store: what it keeps of a field, in as little memory as its type allows. */
import type { CountedField, FieldDeclaration } from '../../dictionary/vocabulary.ts';
import { dayInterval } from '../../records/partial-date.ts';
import { type FieldValue, isMissing } from '../../records/record.ts';
import { Codebook, firstCode, markerNumber, notEntered } from './codebook.ts';
import { type ArrayKind, GrowingArray } from './growing-array.ts';

/** Coded field: one number of its codebook a row. */
export interface CodeColumn {
  readonly type: 'code';
  readonly codebook: Codebook;
  readonly values: GrowingArray;
}

/** Multiple choice: the numbers of row r stand in values from offsets[r] to offsets[r + 1]. */
export interface CodesColumn {
  readonly type: 'codes';
  readonly codebook: Codebook;
  readonly offsets: GrowingArray;
  readonly values: GrowingArray;
}

/** First and last possible day; a missing value is `lowest` plus its marker number in both. */
export interface DateColumn {
  readonly type: 'date';
  readonly earliest: GrowingArray;
  readonly latest: GrowingArray;
}

/** Number; a missing value is the lowest number of the array plus its marker number. */
export interface NumberColumn {
  readonly type: 'number';
  readonly lowest: number;
  readonly values: GrowingArray;
}

/** Text: only whether there is one, or why not; what it says is never held. */
export interface TextColumn {
  readonly type: 'text';
  readonly values: GrowingArray;
}

export type Column = CodeColumn | CodesColumn | DateColumn | NumberColumn | TextColumn;

/** Days at or below this one are markers, not days. */
export const lowestDay = -2_147_483_648;
const markerRoom = 8;
export const isDay = (stored: number): boolean => stored > lowestDay + markerRoom;

const smallestInt16 = -32_768;
const smallestDouble = Number.MIN_SAFE_INTEGER;
/** Codebooks up to this size are held in bytes; reference lists grow and are held in two. */
const byteCodes = 250;

/** What the column of a field depends on. */
type HeldField = Pick<FieldDeclaration, 'type' | 'sensitivity' | 'meta' | 'min' | 'max'>;

/** The column a field is held in; null for direct identifiers. */
export function createColumn(field: HeldField, listCodes: readonly string[] | undefined): Column | null {
  if (field.sensitivity === 'direct') return null;
  switch (field.type) {
    case 'text':
      return field.meta === 'code' ? createOpenColumn('u32') : { type: 'text', values: new GrowingArray('u8') };
    case 'code':
    case 'codes': {
      const codebook = new Codebook(listCodes);
      const kind: ArrayKind = listCodes && listCodes.length < byteCodes ? 'u8' : 'u16';
      if (field.type === 'code') return { type: 'code', codebook, values: new GrowingArray(kind) };
      const offsets = new GrowingArray('u32');
      offsets.push(0);
      return { type: 'codes', codebook, offsets, values: new GrowingArray(kind) };
    }
    case 'date':
    case 'partial_date':
      return { type: 'date', earliest: new GrowingArray('i32'), latest: new GrowingArray('i32') };
    case 'int': {
      const fits =
        typeof field.min === 'number' && field.min >= 0 && typeof field.max === 'number' && field.max < 32_000;
      return fits
        ? { type: 'number', lowest: smallestInt16, values: new GrowingArray('i16') }
        : { type: 'number', lowest: smallestDouble, values: new GrowingArray('f64') };
    }
    case 'decimal':
      return { type: 'number', lowest: smallestDouble, values: new GrowingArray('f64') };
  }
}

/** The column that a field of counted rows is held in. */
export function createCountedColumn(field: CountedField, codesOf: (list: string) => readonly string[]): Column {
  if (field.type === 'mark') return createOpenColumn('u32');
  const codes = 'codes' in field ? field.codes : 'list' in field ? codesOf(field.list) : undefined;
  const column = createColumn({ type: field.type, sensitivity: 'none' }, codes);
  if (!column) throw new Error(`${field.id} cannot be held in a column`);
  return column;
}

/** Column of codes that no list declares; it learns them as they come. */
export const createOpenColumn = (kind: ArrayKind): CodeColumn => ({
  type: 'code',
  codebook: new Codebook(),
  values: new GrowingArray(kind),
});

/** Column of several codes that no list declares. */
export function createOpenCodes(kind: ArrayKind): CodesColumn {
  const offsets = new GrowingArray('u32');
  offsets.push(0);
  return { type: 'codes', codebook: new Codebook(), offsets, values: new GrowingArray(kind) };
}

/** What stands in a row: `notEntered`, the number of a marker, or `firstCode` for any value. */
export function answerAt(column: Column, row: number): number {
  switch (column.type) {
    case 'code':
    case 'text':
      return Math.min(column.values.at(row), firstCode);
    case 'codes': {
      const first = column.offsets.at(row);
      return first === column.offsets.at(row + 1) ? notEntered : Math.min(column.values.at(first), firstCode);
    }
    case 'date': {
      const day = column.earliest.at(row);
      return isDay(day) ? firstCode : day - lowestDay;
    }
    case 'number':
      return Math.min(column.values.at(row) - column.lowest, firstCode);
  }
}

/** `answerAt` of every row at once: one loop per type of column, for counts over all of them. */
export function answersOf(column: Column): Uint8Array {
  const [first] = arraysOf(column);
  const length = (first?.length ?? 0) - (column.type === 'codes' ? 1 : 0);
  const answers = new Uint8Array(length);
  const stored = first?.array ?? answers;
  switch (column.type) {
    case 'code':
    case 'text':
      for (let row = 0; row < length; row++) answers[row] = Math.min(stored[row] as number, firstCode);
      break;
    case 'date':
      for (let row = 0; row < length; row++) {
        const day = stored[row] as number;
        answers[row] = isDay(day) ? firstCode : day - lowestDay;
      }
      break;
    case 'number':
      for (let row = 0; row < length; row++) {
        answers[row] = Math.min((stored[row] as number) - column.lowest, firstCode);
      }
      break;
    case 'codes':
      for (let row = 0; row < length; row++) answers[row] = answerAt(column, row);
  }
  return answers;
}

/** Adds the value of one more row. */
export function appendValue(column: Column, value: FieldValue | undefined): void {
  const reason = isMissing(value) ? markerNumber(value.missing) : notEntered;
  switch (column.type) {
    case 'code':
      column.values.push(typeof value === 'string' && value !== '' ? column.codebook.numberOf(value) : reason);
      return;
    case 'codes':
      if (Array.isArray(value)) for (const code of value) column.values.push(column.codebook.numberOf(code));
      else if (reason !== notEntered) column.values.push(reason);
      column.offsets.push(column.values.length);
      return;
    case 'date': {
      const days = typeof value === 'string' ? dayInterval(value) : undefined;
      column.earliest.push(days?.earliest ?? lowestDay + reason);
      column.latest.push(days?.latest ?? lowestDay + reason);
      return;
    }
    case 'number':
      column.values.push(typeof value === 'number' ? value : column.lowest + reason);
      return;
    case 'text':
      column.values.push(typeof value === 'string' && value !== '' ? firstCode : reason);
  }
}

/** Arrays a column is made of: the seam at which segments are written and read. */
export function arraysOf(column: Column): readonly GrowingArray[] {
  if (column.type === 'codes') return [column.offsets, column.values];
  return column.type === 'date' ? [column.earliest, column.latest] : [column.values];
}

/** Adds rows of another column of the same field; codes travel by name, for two codebooks may number them differently. */
export function copyRows(to: Column, from: Column, rows: Uint32Array): void {
  if (to.type === 'codes' && from.type === 'codes') copyChoices(to, from, rows);
  else if (to.type === 'code' && from.type === 'code') copyCodes(to, from, rows);
  else {
    const target = arraysOf(to);
    arraysOf(from).forEach((array, index) => {
      const values = target[index];
      values?.reserve(values.length + rows.length);
      for (const row of rows) values?.push(array.at(row));
    });
  }
}

function copyCodes(to: CodeColumn, from: CodeColumn, rows: Uint32Array): void {
  const translated = translation(from.codebook, to.codebook);
  to.values.reserve(to.values.length + rows.length);
  for (const row of rows) to.values.push(translated(from.values.at(row)));
}

function copyChoices(to: CodesColumn, from: CodesColumn, rows: Uint32Array): void {
  const translated = translation(from.codebook, to.codebook);
  let total = to.values.length;
  for (const row of rows) total += from.offsets.at(row + 1) - from.offsets.at(row);
  to.values.reserve(total);
  to.offsets.reserve(to.offsets.length + rows.length);
  for (const row of rows) {
    for (let at = from.offsets.at(row); at < from.offsets.at(row + 1); at++) {
      to.values.push(translated(from.values.at(at)));
    }
    to.offsets.push(to.values.length);
  }
}

/** Numbers of one codebook in another one of the same field; what both were made with has one number in both. */
function translation(from: Codebook, to: Codebook): (stored: number) => number {
  const known = new Map<number, number>();
  return (stored) => {
    if (stored < from.firstLearned) return stored;
    let number = known.get(stored);
    if (number === undefined) {
      const code = from.codeOf(stored);
      number = code === undefined ? stored : to.numberOf(code);
      known.set(stored, number);
    }
    return number;
  };
}
