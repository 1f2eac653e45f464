/** From declaration and columns to the counts of one table, nothing hidden yet. */

import { type Axis, countedLines, type StatisticPart, type Units } from './catalogue/standard-statistic.ts';
import { type CountedDecisions, countedDecisions, type Stage } from './counted-decisions.ts';
import { crossTabulate } from './cross-tabulate.ts';
import type { Period } from './period.ts';
import type { ColumnStore } from './store/column-store.ts';

/** counts[row][column] in the order of the lines of the axes. */
export type CountedTable = readonly (readonly number[])[];

/** Counts the tables of a store; remembers whom it counted until the store changes. */
export function createTableCounter(store: ColumnStore): (part: StatisticPart, period: Period) => CountedTable {
  const decisions = new Map<Stage, { readonly version: number; readonly counted: CountedDecisions }>();
  const decisionsOf = (stage: Stage): CountedDecisions => {
    const known = decisions.get(stage);
    if (known?.version === store.version) return known.counted;
    const counted = countedDecisions(store, stage);
    decisions.set(stage, { version: store.version, counted });
    return counted;
  };
  return (part, period) => countPart(store, part, unitsOf(part.stages.map(decisionsOf), period));
}

function unitsOf(decisions: readonly CountedDecisions[], { fromDay, toDay }: Period): Units {
  const rows: number[] = [];
  const stages: number[] = [];
  decisions.forEach(({ rows: counted, days }, stage) => {
    counted.forEach((row, index) => {
      const day = days[index] as number;
      if (day < fromDay || day > toDay) return;
      rows.push(row);
      stages.push(stage);
    });
  });
  return { rows: Int32Array.from(rows), stages: Uint8Array.from(stages) };
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

/** For each line the counted lines it is made of, by index. */
function leavesOf(axis: Axis): readonly (readonly number[])[] {
  const index = new Map(countedLines(axis).map(({ key }, at) => [key, at]));
  const byKey = new Map(axis.lines.map((line) => [line.key, line]));
  const leaves = (key: string): readonly number[] => {
    const line = byKey.get(key);
    if (!line) throw new Error(`${axis.dimension} has no line ${key}`);
    return line.of ? line.of.flatMap(leaves) : [index.get(key) as number];
  };
  return axis.lines.map(({ key }) => leaves(key));
}
