/** Completed records of one record type as the register as a whole is described: when they came in. */
import type { QualityDeclaration } from '../../dictionary/vocabulary.ts';
import { isoDay } from '../../records/partial-date.ts';
import { livingRows } from '../counting.ts';
import { isDay } from '../store/column.ts';
import type { ColumnStore } from '../store/column-store.ts';

export interface EnteredRecords {
  readonly records: number;
  readonly draftsLeftOut: number;
  /** Day on which entry of each record began, as a day number. */
  readonly days: readonly number[];
  /** Earliest year of a date of registration; null where no record has one. */
  readonly firstYear: number | null;
}

/** When the records of a store were entered, and in which year the first of them was registered. */
export function enteredRecords(store: ColumnStore, declared: QualityDeclaration): EnteredRecords {
  const entered = store.entry.on.earliest;
  const registered = store.date(store.entity, declared.registered).earliest;
  const days: number[] = [];
  let first: number | null = null;
  for (const row of livingRows(store, store.entity)) {
    days.push(entered.at(row));
    const day = registered.at(row);
    if (isDay(day) && (first === null || day < first)) first = day;
  }
  return {
    records: store.recordCount,
    draftsLeftOut: store.draftCount,
    days,
    firstYear: first === null ? null : yearOfDay(first),
  };
}

export const yearOfDay = (day: number): number => Number(isoDay(day).slice(0, 4));
