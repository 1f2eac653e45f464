/** One standard statistic from the column store: counted, protected together with its neighbours, assembled. */
import type { StatisticTable } from '../contract/statistics.ts';
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import { assembleTable, type TableBody } from './assemble-table.ts';
import { findStatistic, linksOf, statisticsOf } from './catalogue/catalogue.ts';
import { tableName } from './catalogue/linked-cells.ts';
import { type CountedTable, createTableCounter } from './count-table.ts';
import { hideMeasures } from './disclosure/hide-measures.ts';
import { protectBeside, type TableBefore } from './disclosure/protect-beside.ts';
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
  /** Hides so much more that nothing is betrayed beside these tables, which went out before. */
  readonly beside?: readonly ShownBefore[];
}

/** Counts of a table of another period, as they went out. */
export interface ShownBefore {
  /** Id and part. */
  readonly name: string;
  readonly period: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly shown: readonly (readonly (number | null)[])[];
}

interface Safe {
  readonly counts: TableToProtect['counts'];
  readonly hidden: HiddenCells;
  readonly rounded?: RoundedTable | undefined;
}

/** All tables of a period. */
interface WorkedOut {
  /** Of the store. */
  readonly version: number;
  readonly safe: ReadonlyMap<string, Safe>;
}

/** More periods than somebody looks at in turns, trends of five years included. */
const mostKnown = 40;

/**
 * Answers questions over the store of one record type. What is hidden follows from the counts alone: after a record has
 * changed, a period is counted anew, and protected anew only where a count is another one.
 */
export function createTables(register: RegisterKind, store: ColumnStore): (question: TableQuestion) => TableBody[] {
  const { count, measure } = createTableCounter(store);
  const known = new Map<string, WorkedOut>();

  const protectAll = (tables: readonly TableToProtect[], threshold: number, rounding: number): WorkedOut['safe'] => {
    const links = linksOf(register, store.country);
    if (rounding > 0) {
      const rounded = roundTables(tables, links, rounding);
      return new Map(tables.map(({ name, counts }) => [name, { counts, hidden: [], rounded: rounded.get(name) }]));
    }
    const hidden = protectTables(tables, links, threshold);
    return new Map(tables.map(({ name, counts }) => [name, { counts, hidden: hidden.get(name) ?? [] }]));
  };

  const declared = statisticsOf(register)
    .filter(({ entity }) => entity === store.entity)
    .flatMap(({ id, parts }) => parts.map((part) => ({ name: tableName(id, part.part), part })));

  const keepBeside = (safe: WorkedOut['safe'], period: Period, threshold: number, beside: readonly ShownBefore[]) => {
    const tables = declared.map(({ name, part }) => ({ name, part, counts: (safe.get(name) as Safe).counts }));
    const hidden = new Map(declared.map(({ name }) => [name, (safe.get(name) as Safe).hidden]));
    const before = beside.flatMap(({ name, period: text, rows, columns, shown }): TableBefore[] => {
      const part = declared.find((each) => each.name === name)?.part;
      if (!part) return [];
      const days = parsePeriod(text);
      const columnAt = part.columns.lines.map(({ key }) => columns.indexOf(key));
      const cells = part.rows.lines.map(({ key }) => {
        const row = shown[rows.indexOf(key)];
        return columnAt.map((at) => row?.[at] ?? null);
      });
      return [{ name, days, counts: count(part, days), shown: cells }];
    });
    const more = protectBeside(tables, hidden, linksOf(register, store.country), period, before, threshold);
    return new Map([...safe].map(([name, each]) => [name, { ...each, hidden: more.get(name) ?? each.hidden }]));
  };

  const workOut = (period: Period, threshold: number, rounding: number, beside: readonly ShownBefore[]): WorkedOut => {
    const withOthers = beside.length === 0 || rounding > 0 ? '' : JSON.stringify(beside);
    const key = `${period.from} ${period.to} ${threshold} ${rounding} ${withOthers}`;
    const before = known.get(key);
    if (before?.version === store.version) return before;
    const safeOf = (): WorkedOut['safe'] => {
      if (withOthers !== '') return keepBeside(workOut(period, threshold, 0, []).safe, period, threshold, beside);
      const tables = declared.map(({ name, part }) => ({ name, part, counts: count(part, period) }));
      const isAsBefore = tables.every(({ name, counts }) => areEqual(counts, before?.safe.get(name)?.counts));
      return before && isAsBefore ? before.safe : protectAll(tables, threshold, rounding);
    };
    const safe = safeOf();
    const found = { version: store.version, safe };
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return found;
  };

  return ({ id, period: text, view, threshold, rounding = 0, beside = [] }) => {
    const statistic = findStatistic(register, id);
    const period = parsePeriod(text);
    const { safe } = workOut(period, threshold, rounding, beside);
    return statistic.parts.map((part) => {
      const table = safe.get(tableName(id, part.part));
      if (!table) throw new Error(`${id} is not counted over ${store.entity}`);
      const { recordCount: records, draftCount: draftsLeftOut } = store;
      const measured = measure(part, period);
      const hiddenMeasures = hideMeasures(part, measured, table.hidden, threshold);
      const figures = { ...table, measured, hiddenMeasures };
      return assembleTable({ statistic, part, period, view, threshold, ...figures, records, draftsLeftOut });
    });
  };
}

const areEqual = (counts: CountedTable, others: CountedTable | undefined): boolean =>
  counts.every((row, r) => row.every((count, c) => count === others?.[r]?.[c]));
