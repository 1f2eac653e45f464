/**
 * Units of several tables as somebody sees them who knows every table by heart: those that no table tells apart are one
 * group. What a unit is like (its lines in each table) and when it counts are kept apart: whoever was like this might
 * have counted at another time, so groups that nobody belongs to are possible too, and are here with a count of 0.
 */
import { type Axis, countedLines, type StatisticPart } from '../../catalogue/standard-statistic.ts';
import type { Classifier } from '../../cross-tabulate.ts';
import type { Period } from '../../period.ts';
import type { ColumnStore } from '../../store/column-store.ts';

export interface TableOfUnits {
  readonly part: StatisticPart;
  readonly period: Period;
}

/** Cells of one table that a unit adds to, by row * number of columns + column, and how often. */
export type CellsOfUnit = ReadonlyMap<number, number>;

export interface UnitGroup {
  /** How many units belong to it today. */
  readonly count: number;
  /** By table, in their order. */
  readonly cells: readonly CellsOfUnit[];
}

/** Beyond this only groups that somebody belongs to are told: a reader is then taken to know which are empty. */
const mostGroups = 20_000;

/** The record type or group whose rows a part counts. */
export const unitsOfPart = (store: ColumnStore, { units }: StatisticPart): string => units ?? store.entity;

/** The groups of all units that at least one of the tables counts; the tables count rows of one kind. */
export function groupUnits(store: ColumnStore, tables: readonly TableOfUnits[]): UnitGroup[] {
  const first = tables[0];
  if (!first) return [];
  const entity = unitsOfPart(store, first.part);
  const time = daysOfUnits(store, tables);
  const rows = Int32Array.from(time.ofRow.keys());
  const times = rows.length === 0 ? [] : Array.from(rows, (row) => time.ofRow.get(row) as TimeOfUnit);
  const lines = tables.map((table) => linesInTable(store, table, entity, rows));
  const kinds = distinct(
    rows.length,
    (unit): Kind => [
      // What it is counted for belongs to what it is like: only when it counts is left open.
      (times[unit] as TimeOfUnit).map((days) => days.length),
      lines.map((of) => of.map((byUnit) => byUnit(unit))),
    ],
  );
  const moments = distinct(rows.length, (unit) => times[unit] as TimeOfUnit);
  const addTo = tables.map(({ part }) => cellsOfLines(part));
  const groups = new Map<string, { count: number; readonly cells: readonly CellsOfUnit[] }>();
  for (const [kind, moment, count] of combinations(kinds, moments, rows.length)) {
    const [, ofTables] = kinds.values[kind] as Kind;
    const days = moments.values[moment] as TimeOfUnit;
    const cells = tables.map((_, table) => {
      const found = new Map<number, number>();
      ofTables[table]?.forEach((pairs, stage) => {
        const often = time.timesIn(days, table, stage);
        for (let n = 0; n < often; n++) for (const pair of pairs) addTo[table]?.(pair, found);
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

/** Pattern of what it is counted for, and its counted lines by table and stage. */
type Kind = readonly [pattern: readonly number[], lines: readonly (readonly (readonly LeafPair[])[])[]];

/** For each way of counting the stretches of time in which the unit counts. */
type TimeOfUnit = readonly (readonly number[])[];

/** Every kind at every time at which one of its pattern counts, with the number of units of both. */
function* combinations(
  kinds: Distinct<unknown>,
  moments: Distinct<TimeOfUnit>,
  units: number,
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
        if (count > 0 || all <= mostGroups) yield [kind, moment, count];
      }
    }
  }
}

/** Marks a unit that a question about the period itself counts: it has no day. */
const noDay = -1;

/** When units count: the days of their decisions, as far as the periods of the tables tell them apart. */
function daysOfUnits(store: ColumnStore, tables: readonly TableOfUnits[]) {
  const starts = [...new Set(tables.flatMap(({ period }) => [period.fromDay, period.toDay + 1]))].sort((a, b) => a - b);
  const isInside = (day: number): boolean => tables.some(({ period }) => day >= period.fromDay && day <= period.toDay);
  const stretchOf = (day: number): number => starts.findLastIndex((start) => start <= day);
  const index = new Map<string, number>();
  const countings = [...new Set(tables.flatMap(({ part }) => part.stages))];
  const used = tables.map(({ part, period }) =>
    part.stages.map((counting) => {
      // Who counts during a period is asked for each period; a decision has a day of its own.
      const key = `${countings.indexOf(counting)} ${'during' in counting ? `${period.from} ${period.to}` : ''}`;
      if (!index.has(key)) index.set(key, index.size);
      return index.get(key) as number;
    }),
  );
  const ofRow = new Map<number, number[][]>();
  const add = (row: number, way: number, stretch: number): void => {
    const known = ofRow.get(row) ?? Array.from(index, (): number[] => []);
    ofRow.set(row, known);
    known[way]?.push(stretch);
  };
  const done = new Set<number>();
  tables.forEach(({ part, period }, table) => {
    part.stages.forEach((counting, stage) => {
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
  const timesIn = (days: TimeOfUnit, table: number, stage: number): number => {
    const { fromDay, toDay } = (tables[table] as TableOfUnits).period;
    const isCounted = (stretch: number): boolean => {
      const start = starts[stretch];
      return stretch === noDay || (start !== undefined && start >= fromDay && start <= toDay);
    };
    return (days[used[table]?.[stage] as number] ?? []).filter(isCounted).length;
  };
  return { ofRow: ofRow as ReadonlyMap<number, TimeOfUnit>, timesIn };
}

type LeafPair = readonly [row: number, column: number];
type LinesOfUnit = (unit: number) => readonly LeafPair[];

/** For each stage of the table the counted lines in which a unit stands, whenever it counts. */
function linesInTable(
  store: ColumnStore,
  { part, period }: TableOfUnits,
  entity: string,
  rows: Int32Array,
): readonly LinesOfUnit[] {
  return part.stages.map((_, stage) => {
    const units = { entity, rows, stages: new Uint8Array(rows.length).fill(stage), period };
    const [ofRow, ofColumn] = [part.rows.classify(store, units), part.columns.classify(store, units)];
    return (unit) => {
      const columns = categoriesOf(ofColumn, unit);
      return categoriesOf(ofRow, unit).flatMap((row) => columns.map((column) => [row, column] as const));
    };
  });
}

/** A copy: classifiers may use one list again for the next unit. */
const categoriesOf = (classifier: Classifier, unit: number): readonly number[] => {
  if (classifier.several) return [...classifier.categoriesOf(unit)].sort((a, b) => a - b);
  const category = classifier.categoryOf(unit);
  return category < 0 ? [] : [category];
};

/** Adds a unit of a pair of counted lines to every cell of the table that holds it. */
function cellsOfLines({ rows, columns }: StatisticPart): (pair: LeafPair, cells: Map<number, number>) => void {
  const [ofRow, ofColumn] = [linesOfLeaf(rows), linesOfLeaf(columns)];
  const width = columns.lines.length;
  return ([row, column], cells) => {
    for (const r of ofRow[row] ?? []) {
      for (const c of ofColumn[column] ?? []) {
        const cell = r * width + c;
        cells.set(cell, (cells.get(cell) ?? 0) + 1);
      }
    }
  };
}

/** For each counted line the lines that hold it, by index: itself, its subtotals, the total. */
function linesOfLeaf(axis: Axis): readonly (readonly number[])[] {
  const byKey = new Map(axis.lines.map((line) => [line.key, line]));
  const leavesBelow = (key: string): readonly string[] => {
    const of = byKey.get(key)?.of;
    return of ? of.flatMap(leavesBelow) : [key];
  };
  return countedLines(axis).map(({ key }) =>
    axis.lines.flatMap((line, index) => leavesBelow(line.key).flatMap((leaf) => (leaf === key ? [index] : []))),
  );
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
