/** From declaration and columns to the counts of one table, nothing hidden yet. */

import { type Axis, countedLines, type StatisticPart, type Units } from './catalogue/standard-statistic.ts';
import type { CountedDecisions } from './counted-decisions.ts';
import type { Counting, Days } from './counting.ts';
import { type Classifier, crossTabulate } from './cross-tabulate.ts';
import { type Measure, type Measured, nothingMeasured, summarise } from './measures.ts';
import type { Period } from './period.ts';
import type { ColumnStore } from './store/column-store.ts';

/** counts[row][column] in the order of the lines of the axes. */
export type CountedTable = readonly (readonly number[])[];

/** measured[row][measure]; nothing for measures that follow from what the table shows. */
export type MeasuredTable = readonly (readonly Measured[])[];

export interface TableCounter {
  /** What the part counts in the period, before it is divided into rows and columns. */
  readonly units: (part: StatisticPart, period: Period) => Units;
  readonly count: (part: StatisticPart, period: Period) => CountedTable;
  readonly measure: (part: StatisticPart, period: Period) => MeasuredTable;
}

/** Counts the tables of a store; remembers whom it counted until the store changes. */
export function createTableCounter(store: ColumnStore): TableCounter {
  type Decide = (store: ColumnStore) => CountedDecisions;
  const decisions = new Map<Decide, { readonly version: number; readonly counted: CountedDecisions }>();
  const decisionsOf = (decide: Decide): CountedDecisions => {
    const known = decisions.get(decide);
    if (known?.version === store.version) return known.counted;
    const counted = decide(store);
    decisions.set(decide, { version: store.version, counted });
    return counted;
  };
  const rowsOf = (counting: Counting, period: Period): Iterable<number> =>
    'during' in counting
      ? counting.during(store, period)
      : within(decisionsOf(counting.decisions), counting.days?.(period) ?? period);
  const unitsOf = ({ stages: counted, units = store.entity }: StatisticPart, period: Period): Units => {
    const rows: number[] = [];
    const stages: number[] = [];
    counted.forEach((counting, stage) => {
      for (const row of rowsOf(counting, period)) {
        rows.push(row);
        stages.push(stage);
      }
    });
    return { entity: units, rows: Int32Array.from(rows), stages: Uint8Array.from(stages), period };
  };
  return {
    units: unitsOf,
    count: (part, period) => countPart(store, part, unitsOf(part, period)),
    measure: (part, period) =>
      part.measures === undefined ? [] : measurePart(store, part, part.measures, unitsOf(part, period)),
  };
}

function* within({ rows, days }: CountedDecisions, { fromDay, toDay }: Days): Iterable<number> {
  for (let at = 0; at < rows.length; at++) {
    const day = days[at] as number;
    if (day >= fromDay && day <= toDay) yield rows[at] as number;
  }
}

function countPart(store: ColumnStore, part: StatisticPart, units: Units): CountedTable {
  const { rows, columns } = part;
  const { values } = crossTabulate(units.rows.length, [rows.classify(store, units), columns.classify(store, units)]);
  const width = countedLines(columns).length;
  const leaf = (row: number, column: number): number => values[row * width + column] as number;
  const [rowSums, columnSums] = [leavesOf(rows), leavesOf(columns)];
  return rowSums.map((inRow) =>
    columnSums.map((inColumn) => {
      let sum = 0;
      for (const row of inRow) for (const column of inColumn) sum += leaf(row, column);
      return sum;
    }),
  );
}

const categoriesOf = (classifier: Classifier, unit: number): readonly number[] =>
  classifier.several ? classifier.categoriesOf(unit) : [classifier.categoryOf(unit)];

function measurePart(
  store: ColumnStore,
  { rows, columns }: StatisticPart,
  measures: readonly Measure[],
  units: Units,
): MeasuredTable {
  const [ofRow, ofColumn] = [rows.classify(store, units), columns.classify(store, units)];
  const rowLeaves = leavesOf(rows);
  const columnLeaves = new Map(leavesOf(columns).map((leaves, at) => [columns.lines[at]?.key, leaves]));
  const byMeasure = measures.map((measure) => {
    if (!('quantity' in measure)) return rows.lines.map(() => nothingMeasured);
    const { quantity, basis, of, figure } = measure;
    const counted = columnLeaves.get(basis);
    if (!counted) throw new Error(`${columns.dimension} has no line ${basis}`);
    const quantityOf = quantity(store, units);
    const found: number[][] = countedLines(rows).map(() => []);
    for (let unit = 0; unit < units.rows.length; unit++) {
      const value = quantityOf(unit);
      if (Number.isNaN(value) || !categoriesOf(ofColumn, unit).some((column) => counted.includes(column))) continue;
      for (const row of categoriesOf(ofRow, unit)) found[row]?.push(value);
    }
    return rowLeaves.map((leaves) =>
      summarise(
        leaves.flatMap((leaf) => found[leaf] ?? []),
        of,
        figure,
      ),
    );
  });
  return rows.lines.map((_, row) => byMeasure.map((ofMeasure) => ofMeasure[row] ?? nothingMeasured));
}

/** For each line the counted lines it is made of, by index. */
export function leavesOf(axis: Axis): readonly (readonly number[])[] {
  const index = new Map(countedLines(axis).map(({ key }, at) => [key, at]));
  const byKey = new Map(axis.lines.map((line) => [line.key, line]));
  const leaves = (key: string): readonly number[] => {
    const line = byKey.get(key);
    if (!line) throw new Error(`${axis.dimension} has no line ${key}`);
    return line.of ? line.of.flatMap(leaves) : [index.get(key) as number];
  };
  return axis.lines.map(({ key }) => leaves(key));
}
