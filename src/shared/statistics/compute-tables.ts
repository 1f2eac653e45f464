/** One standard statistic from the column store: counted, protected together with its neighbours, assembled. */
import type { StatisticTable } from '../contract/statistics.ts';
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import { assembleTable, type TableBody } from './assemble-table.ts';
import { findStatistic, linksOf, statisticsOf } from './catalogue/catalogue.ts';
import { tableName } from './catalogue/linked-cells.ts';
import { createTableCounter } from './count-table.ts';
import { hideMeasures } from './disclosure/hide-measures.ts';
import { type HiddenCells, protectTables, type TableToProtect } from './disclosure/protect-tables.ts';
import { type RoundedTable, roundTables } from './disclosure/round-tables.ts';
import { type Period, parsePeriod } from './period.ts';
import type { ColumnStore } from './store/column-store.ts';

export interface TableQuestion {
  readonly id: string;
  /** 2025, 2025-H1, 2025-03-01..2025-09-30. */
  readonly period: string;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  /** Base to which the public view rounds every count instead of hiding some; 0 or absent where it hides. */
  readonly rounding?: number;
}

interface Safe {
  readonly counts: TableToProtect['counts'];
  readonly hidden: HiddenCells;
  readonly rounded?: RoundedTable | undefined;
}
type Protected = ReadonlyMap<string, Safe>;

/** Answers questions over the store of one record type; what it worked out holds until a record changes. */
export function createTables(register: RegisterKind, store: ColumnStore): (question: TableQuestion) => TableBody[] {
  const { count, measure } = createTableCounter(store);
  const known = new Map<string, Protected>();
  let version = -1;

  const protectAll = (period: Period, threshold: number, rounding: number): Protected => {
    const tables = statisticsOf(register)
      .filter(({ entity }) => entity === store.entity)
      .flatMap(({ id, parts }) =>
        parts.map((part) => ({ name: tableName(id, part.part), part, counts: count(part, period) })),
      );
    const links = linksOf(register, store.country);
    if (rounding > 0) {
      const rounded = roundTables(tables, links, rounding);
      return new Map(tables.map(({ name, counts }) => [name, { counts, hidden: [], rounded: rounded.get(name) }]));
    }
    const hidden = protectTables(tables, links, threshold);
    return new Map(tables.map(({ name, counts }) => [name, { counts, hidden: hidden.get(name) ?? [] }]));
  };

  return ({ id, period: text, view, threshold, rounding = 0 }) => {
    const statistic = findStatistic(register, id);
    const period = parsePeriod(text);
    if (version !== store.version) {
      known.clear();
      version = store.version;
    }
    const key = `${period.from} ${period.to} ${threshold} ${rounding}`;
    const tables = known.get(key) ?? protectAll(period, threshold, rounding);
    known.set(key, tables);
    return statistic.parts.map((part) => {
      const table = tables.get(tableName(id, part.part));
      if (!table) throw new Error(`${id} is not counted over ${store.entity}`);
      const { recordCount: records, draftCount: draftsLeftOut } = store;
      const measured = measure(part, period);
      const hiddenMeasures = hideMeasures(part, measured, table.hidden, threshold);
      const figures = { ...table, measured, hiddenMeasures };
      return assembleTable({ statistic, part, period, view, threshold, ...figures, records, draftsLeftOut });
    });
  };
}
