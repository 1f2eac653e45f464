/**
 * Units of several tables as somebody sees them who knows every table by heart: those that no table tells apart are one
 * group. What a unit is like (its lines in each table) and when it counts are kept apart: whoever was like this might
 * have counted at another time, so groups that nobody belongs to are possible too, and are here with a count of 0.
 */
import type { Days } from '../../counting.ts';
import type { ColumnStore } from '../../store/column-store.ts';
import type { CountedTable } from './counted-table.ts';

/** Cells of one table that a unit adds to, by row * number of columns + column, and how often. */
export type CellsOfUnit = ReadonlyMap<number, number>;

export interface UnitGroup {
  /** How many units belong to it today. */
  readonly count: number;
  /** By table, in their order. */
  readonly cells: readonly CellsOfUnit[];
}

/** Beyond this only groups that somebody belongs to are told: a reader is then taken to know which are empty. */
const mostGroups = 12_000;

/** The groups of all units that at least one of the tables counts; the tables count rows of one kind. */
export function groupUnits(store: ColumnStore, tables: readonly CountedTable[]): UnitGroup[] {
  const time = daysOfUnits(store, tables);
  const rows = Int32Array.from(time.ofRow.keys());
  const times = rows.length === 0 ? [] : Array.from(rows, (row) => time.ofRow.get(row) as TimeOfUnit);
  const lines = tables.map((table) => table.stages.map((_, stage) => table.leavesOf(rows, stage)));
  const kinds = distinct(
    rows.length,
    (unit): Kind => [
      // What it is counted for belongs to what it is like: only when it counts is left open.
      (times[unit] as TimeOfUnit).map((days) => days.length),
      lines.map((of) => of.map((byUnit) => byUnit(unit))),
    ],
  );
  const moments = distinct(rows.length, (unit) => times[unit] as TimeOfUnit);
  const cellsOf = tables.map(remembered);
  const mayMove = !tables.some(({ tellsTime }) => tellsTime);
  const groups = new Map<string, { count: number; readonly cells: readonly CellsOfUnit[] }>();
  for (const [kind, moment, count] of combinations(kinds, moments, rows.length, mayMove)) {
    const [, ofTables] = kinds.values[kind] as Kind;
    const days = moments.values[moment] as TimeOfUnit;
    const cells = tables.map((_, table) => {
      const found = new Map<number, number>();
      ofTables[table]?.forEach((leaves, stage) => {
        const often = time.timesIn(days, table, stage);
        if (often === 0) return;
        for (const leaf of leaves) {
          for (const cell of cellsOf[table]?.(leaf) ?? []) found.set(cell, (found.get(cell) ?? 0) + often);
        }
      });
      return found;
    });
    if (cells.every(({ size }) => size === 0)) continue;
    const name = JSON.stringify(cells.map((of) => [...of].sort(([a], [b]) => a - b)));
    const known = groups.get(name);
    if (known) known.count += count;
    else groups.set(name, { count, cells });
  }
  return [...groups.values()];
}

/** Pattern of what it is counted for, and its leaves by table and stage. */
type Kind = readonly [pattern: readonly number[], leaves: readonly (readonly (readonly number[])[])[]];

/** For each way of counting the stretches of time in which the unit counts. */
type TimeOfUnit = readonly (readonly number[])[];

function remembered({ cellsOf }: CountedTable): (leaf: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (leaf) => {
    const cells = known.get(leaf) ?? cellsOf(leaf);
    known.set(leaf, cells);
    return cells;
  };
}

/** Every kind at every time at which one of its pattern counts, with the number of units of both. */
function* combinations(
  kinds: Distinct<unknown>,
  moments: Distinct<TimeOfUnit>,
  units: number,
  mayMove: boolean,
): Iterable<readonly [kind: number, moment: number, count: number]> {
  const counts = new Map<string, number>();
  const byPattern = new Map<string, { readonly kinds: Set<number>; readonly moments: Set<number> }>();
  for (let unit = 0; unit < units; unit++) {
    const [kind, moment] = [kinds.of[unit] as number, moments.of[unit] as number];
    const key = `${kind} ${moment}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const pattern = (moments.values[moment] as TimeOfUnit).map(({ length }) => length).join();
    const seen = byPattern.get(pattern) ?? { kinds: new Set(), moments: new Set() };
    byPattern.set(pattern, seen);
    seen.kinds.add(kind);
    seen.moments.add(moment);
  }
  let all = 0;
  for (const seen of byPattern.values()) all += seen.kinds.size * seen.moments.size;
  for (const seen of byPattern.values()) {
    for (const kind of seen.kinds) {
      for (const moment of seen.moments) {
        const count = counts.get(`${kind} ${moment}`) ?? 0;
        if (count > 0 || (mayMove && all <= mostGroups)) yield [kind, moment, count];
      }
    }
  }
}

/** Marks a unit that a question about the period itself counts: it has no day. */
const noDay = -1;

/** When units count: the days of their decisions, as far as the periods of the tables tell them apart. */
function daysOfUnits(store: ColumnStore, tables: readonly CountedTable[]) {
  /** The days of a stage: those of the period where it says nothing else. */
  const daysOf = tables.map(({ period, stages }) =>
    stages.map((counting): Days => ('during' in counting ? period : (counting.days?.(period) ?? period))),
  );
  const all = daysOf.flat();
  const starts = [...new Set(all.flatMap(({ fromDay, toDay }) => [fromDay, toDay + 1]))].sort((a, b) => a - b);
  const isInside = (day: number): boolean => all.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay);
  const stretchOf = (day: number): number => starts.findLastIndex((start) => start <= day);
  const ways = new Map<unknown, number>();
  const wayOf = (name: unknown): number => {
    const known = ways.get(name) ?? ways.size;
    ways.set(name, known);
    return known;
  };
  // Who counts during a period is asked for each period; a decision has a day of its own.
  const used = tables.map(({ period, stages }) =>
    stages.map((counting) =>
      wayOf('during' in counting ? `${wayOf(counting.during)} ${period.from} ${period.to}` : counting.decisions),
    ),
  );
  const ofRow = new Map<number, number[][]>();
  const add = (row: number, way: number, stretch: number): void => {
    const known = ofRow.get(row) ?? Array.from(ways, (): number[] => []);
    ofRow.set(row, known);
    known[way]?.push(stretch);
  };
  const done = new Set<number>();
  tables.forEach(({ stages, period }, table) => {
    stages.forEach((counting, stage) => {
      const way = used[table]?.[stage] as number;
      if (done.has(way)) return;
      done.add(way);
      if ('during' in counting) {
        for (const row of counting.during(store, period)) add(row, way, noDay);
        return;
      }
      const { rows, days } = counting.decisions(store);
      rows.forEach((row, at) => {
        const day = days[at] as number;
        if (isInside(day)) add(row, way, stretchOf(day));
      });
    });
  });
  for (const stretches of ofRow.values()) for (const each of stretches) each.sort((a, b) => a - b);
  /** How often a unit counts in a stage of a table. */
  const timesIn = (time: TimeOfUnit, table: number, stage: number): number => {
    const days = daysOf[table]?.[stage];
    if (!days) return 0;
    const isCounted = (stretch: number): boolean => {
      const start = starts[stretch];
      return stretch === noDay || (start !== undefined && start >= days.fromDay && start <= days.toDay);
    };
    return (time[used[table]?.[stage] as number] ?? []).filter(isCounted).length;
  };
  return { ofRow: ofRow as ReadonlyMap<number, TimeOfUnit>, timesIn };
}

interface Distinct<T> {
  readonly values: readonly T[];
  /** For each unit the index of its value. */
  readonly of: Int32Array;
}

/** Every different value once. */
function distinct<T>(units: number, valueIn: (unit: number) => T): Distinct<T> {
  const index = new Map<string, number>();
  const values: T[] = [];
  const of = new Int32Array(units);
  for (let unit = 0; unit < units; unit++) {
    const value = valueIn(unit);
    const key = JSON.stringify(value);
    let at = index.get(key);
    if (at === undefined) {
      at = values.length;
      index.set(key, at);
      values.push(value);
    }
    of[unit] = at;
  }
  return { values, of };
}
