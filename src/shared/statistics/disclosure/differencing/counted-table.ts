/** A released table over the units that stand in it, whether the catalogue declares it or somebody designed it. */
import { type Axis, countedLines, type StatisticPart } from '../../catalogue/standard-statistic.ts';
import type { Counting } from '../../counting.ts';
import type { Classifier } from '../../cross-tabulate.ts';
import type { Period } from '../../period.ts';
import type { ColumnStore } from '../../store/column-store.ts';

export interface CountedTable {
  /** Record type or group whose rows are counted. */
  readonly units: string;
  readonly period: Period;
  readonly stages: readonly Counting[];
  /** Its lines or filters say when a unit counts, so that what a unit is like and when it counts cannot be kept apart. */
  readonly tellsTime: boolean;
  /** Keys of its lines; a cell is row * number of columns + column. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** For each row what it is like, whenever it counts in a stage: numbers that `cellsOf` knows. */
  readonly leavesOf: (rows: Int32Array, stage: number) => (unit: number) => readonly number[];
  /** The cells that hold a leaf. */
  readonly cellsOf: (leaf: number) => readonly number[];
}

/** A table of the catalogue. */
export function tableOfPart(store: ColumnStore, part: StatisticPart, period: Period): CountedTable {
  const { rows, columns } = part;
  const [ofRow, ofColumn] = [linesOfLeaf(rows), linesOfLeaf(columns)];
  const width = columns.lines.length;
  const entity = part.units ?? store.entity;
  return {
    units: entity,
    period,
    stages: part.stages,
    tellsTime: false,
    rows: rows.lines.map(({ key }) => key),
    columns: columns.lines.map(({ key }) => key),
    leavesOf: (unitRows, stage) => {
      const units = { entity, rows: unitRows, stages: new Uint8Array(unitRows.length).fill(stage), period };
      const [byRow, byColumn] = [rows.classify(store, units), columns.classify(store, units)];
      return (unit) => {
        const across = categoriesOf(byColumn, unit);
        return categoriesOf(byRow, unit).flatMap((row) => across.map((column) => row * ofColumn.length + column));
      };
    },
    cellsOf: (leaf) => {
      const [row, column] = [Math.floor(leaf / ofColumn.length), leaf % ofColumn.length];
      return (ofRow[row] ?? []).flatMap((r) => (ofColumn[column] ?? []).map((c) => r * width + c));
    },
  };
}

/** A copy: classifiers may use one list again for the next unit. */
const categoriesOf = (classifier: Classifier, unit: number): readonly number[] => {
  if (classifier.several) return [...classifier.categoriesOf(unit)].sort((a, b) => a - b);
  const category = classifier.categoryOf(unit);
  return category < 0 ? [] : [category];
};

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
