/** From a number of a standard table back to the records that it counts. */

import { AppError } from '../contract/errors.ts';
import type { StatisticFilter } from '../contract/figure-filter.ts';
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import { findStatistic } from './catalogue/catalogue.ts';
import { type Axis, shownKey, type Units } from './catalogue/standard-statistic.ts';
import { createTableCounter, leavesOf } from './count-table.ts';
import { outwardsTo } from './counting.ts';
import { parsePeriod } from './period.ts';
import type { ColumnStore } from './store/column-store.ts';

type Cell = Pick<StatisticFilter, 'id' | 'part' | 'period'> & Record<'row' | 'column', { readonly key: string }>;

/** What stands in one cell of a table. */
export interface InCell {
  /** Name of what is counted, as in the texts tables:counted.<unit>. */
  readonly unit: string;
  readonly isRecord: boolean;
  /** Persons, judgments, requests: the number of the cell. */
  readonly units: number;
  /** Ids of the records that hold them: fewer where one holds several. */
  readonly records: readonly string[];
}

/** What stands in the cell and the records it is of; INVALID_INPUT where there is no such table or line. */
export function findInCell(store: ColumnStore, register: RegisterKind, cell: Cell): InCell {
  const statistic = findStatistic(register, cell.id);
  const part = statistic.parts.find((each) => each.part === cell.part);
  if (!part) throw new AppError('INVALID_INPUT', { statistic: cell.id });
  const units = createTableCounter(store).units(part, parsePeriod(cell.period));
  const [inRow, inColumn] = [
    standsIn(store, units, part.rows, cell.row.key),
    standsIn(store, units, part.columns, cell.column.key),
  ];
  const toRecord = outwardsTo(store, units.entity, store.entity);
  const records = new Set<number>();
  let count = 0;
  units.rows.forEach((row, unit) => {
    if (!inRow(unit) || !inColumn(unit)) return;
    count += 1;
    records.add(toRecord(row));
  });
  return {
    unit: part.unit ?? statistic.unit,
    isRecord: units.entity === store.entity,
    units: count,
    records: [...records].map((row) => store.idOf(row)),
  };
}

/** Whether a unit stands in a line, or in one of the lines that it adds up. */
function standsIn(store: ColumnStore, units: Units, axis: Axis, key: string): (unit: number) => boolean {
  const line = axis.lines.findIndex((each) => shownKey(each, units.period) === key);
  const leaves = new Set(leavesOf(axis)[line]);
  if (leaves.size === 0) throw new AppError('INVALID_INPUT', { fields: ['filters'] });
  const classifier = axis.classify(store, units);
  return classifier.several
    ? (unit) => classifier.categoriesOf(unit).some((category) => leaves.has(category))
    : (unit) => leaves.has(classifier.categoryOf(unit));
}
