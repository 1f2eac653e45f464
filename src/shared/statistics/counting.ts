/** Which rows a table counts, and on which day each of them counts. */
import { isoDay } from '../records/partial-date.ts';
import type { CountedDecisions } from './counted-decisions.ts';
import type { Period } from './period.ts';
import { firstCode } from './store/codebook.ts';
import { isDay } from './store/column.ts';
import type { ColumnStore } from './store/column-store.ts';

/** One stage of a table: by the day on which each unit counts, or by a question about the period itself. */
export type Counting =
  | {
      readonly key: string;
      readonly decisions: (store: ColumnStore) => CountedDecisions;
      /** Days that count, where not those of the period. */
      readonly days?: (period: Period) => Days;
    }
  | { readonly key: string; readonly during: (store: ColumnStore, period: Period) => readonly number[] };

/** From one day to another, both included. */
export type Days = Pick<Period, 'fromDay' | 'toDay'>;

/** Answers that a row must have, in itself or in a row that it stands in. */
export interface Where {
  readonly entity: string;
  readonly field: string;
  readonly is: readonly string[];
}

/** Rows of an entity whose records are alive, in order. */
export function* livingRows(store: ColumnStore, entity: string): Iterable<number> {
  if (entity === store.entity) {
    for (let row = 0; row < store.rowCount; row++) if (store.isAlive(row)) yield row;
    return;
  }
  const { start, count } = store.groupRows(entity);
  for (let row = 0; row < store.rowCount; row++) {
    if (!store.isAlive(row)) continue;
    for (let at = start.at(row); at < start.at(row) + count.at(row); at++) yield at;
  }
}

/**
 * Whether a record was entered before another one, by their root rows: columns hold records in the order in which they
 * were last changed, and a figure must not depend on that.
 */
export function isEnteredBefore(store: ColumnStore, row: number, other: number): boolean {
  const [first, second] = [row, other].map((each) => store.seqOf(store.idOf(each)) ?? each) as [number, number];
  return first < second;
}

/** For a row of `from` the row of `to` that it stands in, at whatever depth; itself where both are the same. */
export function outwardsTo(store: ColumnStore, from: string, to: string): (row: number) => number {
  if (from === to) return (row) => row;
  if (from === store.entity) throw new Error(`${to} does not surround ${from}`);
  const { entity, rows } = store.outerRows(from);
  const further = outwardsTo(store, entity, to);
  return (row) => further(rows[row] as number);
}

/** Whether a row of an entity has all the answers. */
export function rowTest(store: ColumnStore, entity: string, where: readonly Where[]): (row: number) => boolean {
  const tests = where.map((each) => {
    const { codebook, values } = store.code(each.entity, each.field);
    const wanted = new Set(each.is.map((code) => codebook.numberOf(code)));
    const outer = outwardsTo(store, entity, each.entity);
    return (row: number) => wanted.has(values.at(outer(row)));
  });
  return (row) => tests.every((test) => test(row));
}

/** Every row on the day of one of its dates, or of a date of the row that it stands in. */
export function onDay(
  entity: string,
  date: string,
  where: readonly Where[] = [],
  dateOf = entity,
): (store: ColumnStore) => CountedDecisions {
  return (store) => {
    const rows: number[] = [];
    const days: number[] = [];
    const { earliest } = store.date(dateOf, date);
    const outer = outwardsTo(store, entity, dateOf);
    const fits = rowTest(store, entity, where);
    for (const row of livingRows(store, entity)) {
      const day = earliest.at(outer(row));
      if (!isDay(day) || !fits(row)) continue;
      rows.push(row);
      days.push(day);
    }
    return { rows: Int32Array.from(rows), days: Int32Array.from(days) };
  };
}

/**
 * Each person once per calendar year, in the earliest row of the year; a row without a mark of the person is a person of
 * its own. `preferred`: a row with this answer stands before earlier ones of the same year.
 */
export function oncePerYear(
  counted: (store: ColumnStore) => CountedDecisions,
  person: { readonly entity: string; readonly field: string },
  preferred: readonly Where[] = [],
): (store: ColumnStore) => CountedDecisions {
  return (store) => {
    const { rows, days } = counted(store);
    const marks = store.code(person.entity, person.field).values;
    const isPreferred = preferred.length === 0 ? () => false : rowTest(store, person.entity, preferred);
    const rank = (at: number) => (isPreferred(rows[at] as number) ? 0 : 1);
    const toRecord = outwardsTo(store, person.entity, store.entity);
    const recordAt = (at: number) => toRecord(rows[at] as number);
    const isBefore = (at: number, other: number): boolean => {
      const [byRank, byDay] = [rank(at) - rank(other), (days[at] as number) - (days[other] as number)];
      if (byRank !== 0 || byDay !== 0) return byRank < 0 || (byRank === 0 && byDay < 0);
      return isEnteredBefore(store, recordAt(at), recordAt(other));
    };
    const of = new Map<string, number>();
    rows.forEach((row, at) => {
      const mark = marks.at(row);
      const year = isoDay(days[at] as number).slice(0, 4);
      const key = mark < firstCode ? `row ${row}` : `${mark} ${year}`;
      const other = of.get(key);
      if (other === undefined || isBefore(at, other)) of.set(key, at);
    });
    const kept = [...of.values()];
    return {
      rows: Int32Array.from(kept, (at) => rows[at] as number),
      days: Int32Array.from(kept, (at) => days[at] as number),
    };
  };
}
