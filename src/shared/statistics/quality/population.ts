/** Whose quality is counted: completed records registered in a period, each in one line of a breakdown. */
import type { Breakdown } from '../../contract/quality-filter.ts';
import type { QualityDeclaration } from '../../dictionary/vocabulary.ts';
import { isoDay } from '../../records/partial-date.ts';
import type { Period } from '../period.ts';
import { type CodeColumn, isDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';

export interface QualityScope {
  /** By the date of registration; null: whenever. */
  readonly period: Period | null;
  /** Only records that this account entered. */
  readonly own: string | null;
}

/** Key of the line of a row; '' where the record does not say. */
export type LineOf = (row: number) => string;

const notStated = '';

/** Whether a row is counted. */
export function isCounted(
  store: ColumnStore,
  { registered }: QualityDeclaration,
  { period, own }: QualityScope,
): (row: number) => boolean {
  const { earliest } = store.date(store.entity, registered);
  const { by } = store.entry;
  const account = own === null ? null : by.codebook.find(own);
  return (row) => {
    if (!store.isAlive(row) || (account !== null && by.values.at(row) !== account)) return false;
    if (period === null) return true;
    const day = earliest.at(row);
    return day >= period.fromDay && day <= period.toDay;
  };
}

/** Lines by the office or officer that the record comes from, or by the year in which it was registered. */
export function lineOf(store: ColumnStore, declared: QualityDeclaration, by: Breakdown): LineOf {
  if (by === 'year') return yearOf(store, declared);
  return codeOf(by === 'officer' ? store.entry.by : store.code(store.entity, declared.office));
}

const codeOf =
  ({ codebook, values }: CodeColumn): LineOf =>
  (row) =>
    codebook.codeOf(values.at(row)) ?? notStated;

export function yearOf(store: ColumnStore, { registered }: QualityDeclaration): LineOf {
  const { earliest } = store.date(store.entity, registered);
  const known = new Map<number, string>();
  return (row) => {
    const day = earliest.at(row);
    if (!isDay(day)) return notStated;
    const year = known.get(day) ?? isoDay(day).slice(0, 4);
    known.set(day, year);
    return year;
  };
}

/** The rows counted, and the line of each as an index into the keys of the lines. */
export interface Population {
  readonly rows: Int32Array;
  readonly lines: Uint32Array;
  readonly keys: readonly string[];
}

export function populationOf(
  store: ColumnStore,
  declared: QualityDeclaration,
  scope: QualityScope,
  line: LineOf | null,
): Population {
  const counts = isCounted(store, declared, scope);
  const rows: number[] = [];
  const lines: number[] = [];
  const indexes = new Map<string, number>();
  for (let row = 0; row < store.rowCount; row++) {
    if (!counts(row)) continue;
    rows.push(row);
    if (line === null) continue;
    const key = line(row);
    const index = indexes.get(key) ?? indexes.size;
    indexes.set(key, index);
    lines.push(index);
  }
  return {
    rows: Int32Array.from(rows),
    lines: line === null ? new Uint32Array(rows.length) : Uint32Array.from(lines),
    keys: line === null ? [] : [...indexes.keys()],
  };
}
