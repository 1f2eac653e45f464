/** What the standard tables of a period round each group of units to, so that another table can say the same of it. */
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import type { TableBody } from './assemble-table.ts';
import { statisticsOf } from './catalogue/catalogue.ts';
import { countedLines, type StatisticPart } from './catalogue/standard-statistic.ts';
import { createTableCounter, leavesOf } from './count-table.ts';
import type { Classifier } from './cross-tabulate.ts';
import { addUnit, type GroupMarks, markOf, noMarks } from './disclosure/group-marks.ts';
import { type Period, parsePeriod } from './period.ts';
import type { ColumnStore } from './store/column-store.ts';

/** Rounded count by the mark of the units that it counts. */
export type RoundedGroups = ReadonlyMap<string, number>;

/** Of the tables over one record type, as they are rounded. */
export function roundedGroups(
  kind: RegisterKind,
  store: ColumnStore,
  period: string,
  tables: readonly TableBody[],
): RoundedGroups {
  const found = new Map<string, number>();
  const disputed = new Set<string>();
  const marksOf = marker(store, parsePeriod(period));
  const parts = statisticsOf(kind).flatMap(({ id, parts: all }) => all.map((part) => ({ id, part })));
  for (const { id, part } of parts) {
    const table = tables.find((each) => each.id === id && each.part === part.part);
    if (!table) continue;
    const marks = marksOf(part);
    const width = countedLines(part.columns).length;
    const [byRow, byColumn] = [leavesOf(part.rows), leavesOf(part.columns)];
    byRow.forEach((rows, r) => {
      byColumn.forEach((columns, c) => {
        const leaves = rows.flatMap((row) => columns.map((column) => row * width + column));
        const mark = markOf(part.units ?? store.entity, marks, leaves);
        const count = table.cells[r]?.[c]?.count ?? null;
        if (mark === null || count === null) return;
        if ((found.get(mark) ?? count) !== count) disputed.add(mark);
        found.set(mark, count);
      });
    });
  }
  // The same persons by chance, in tables that say nothing of each other.
  for (const mark of disputed) found.delete(mark);
  return found;
}

const categoriesOf = (classifier: Classifier, unit: number): readonly number[] =>
  classifier.several ? [...classifier.categoriesOf(unit)] : [classifier.categoryOf(unit)];

/** Marks of the counted lines of a part, row by row. */
function marker(store: ColumnStore, period: Period): (part: StatisticPart) => GroupMarks {
  const { units: unitsOf } = createTableCounter(store);
  return (part) => {
    const units = unitsOf(part, period);
    const [ofRow, ofColumn] = [part.rows.classify(store, units), part.columns.classify(store, units)];
    const width = countedLines(part.columns).length;
    const marks = noMarks(countedLines(part.rows).length * width);
    units.rows.forEach((row, unit) => {
      const across = categoriesOf(ofColumn, unit);
      for (const down of categoriesOf(ofRow, unit)) {
        if (down < 0) continue;
        for (const column of across) if (column >= 0) addUnit(marks, down * width + column, row);
      }
    });
    return marks;
  };
}
