/** One standard statistic from the column store: counted, protected together with its neighbours, assembled. */
import type { StatisticTable } from '../contract/statistics.ts';
import type { RegisterKind } from '../dictionary/vocabulary.ts';
import { assembleTable, type TableBody } from './assemble-table.ts';
import { findStatistic, linksOf, statisticsOf } from './catalogue/catalogue.ts';
import { tableName } from './catalogue/linked-cells.ts';
import { type CountedTable, createTableCounter } from './count-table.ts';
import { hideMeasures } from './disclosure/hide-measures.ts';
import { protectBeside, type TableBefore } from './disclosure/protect-beside.ts';
import {
  type HiddenCells,
  protectTables,
  protectTablesInSteps,
  type TableToProtect,
} from './disclosure/protect-tables.ts';
import { type RoundedTable, roundTables } from './disclosure/round-tables.ts';
import type { Steps } from './disclosure/steps.ts';
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
  /** later: the internal view does not wait for its marks where they are not at hand; it says that they are pending. */
  readonly marks?: 'later' | undefined;
  /** Hides in public so much more that nothing is betrayed beside these tables, which went out before. */
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

export interface Tables {
  (question: TableQuestion): TableBody[];
  /** Protects the tables of the period of a question step by step, so that the question afterwards does not take long. */
  readonly protect: (question: TableQuestion) => Steps<void>;
}

/** More periods than somebody looks at in turns, trends of five years included. */
const mostKnown = 40;

/**
 * Answers questions over the store of one record type. What is hidden follows from the counts alone: after a record has
 * changed, a period is counted anew, and protected anew only where a count is another one.
 */
export function createTables(register: RegisterKind, store: ColumnStore): Tables {
  const { count, measure } = createTableCounter(store);
  const known = new Map<string, WorkedOut>();

  const links = () => linksOf(register, store.country);
  const rounded = (tables: readonly TableToProtect[], base: number): WorkedOut['safe'] => {
    const found = roundTables(tables, links(), base);
    return new Map(tables.map(({ name, counts }) => [name, { counts, hidden: [], rounded: found.get(name) }]));
  };
  const hiding = (tables: readonly TableToProtect[], hidden: ReadonlyMap<string, HiddenCells>): WorkedOut['safe'] =>
    new Map(tables.map(({ name, counts }) => [name, { counts, hidden: hidden.get(name) ?? [] }]));

  const keep = (key: string, found: WorkedOut): WorkedOut['safe'] => {
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return found.safe;
  };

  const declared = statisticsOf(register)
    .filter(({ entity }) => entity === store.entity)
    .flatMap(({ id, parts }) => parts.map((part) => ({ name: tableName(id, part.part), part })));

  /** What was worked out before, where the counts are still the same ones; or the counts that have to be protected. */
  const look = (key: string, period: Period): WorkedOut['safe'] | readonly TableToProtect[] => {
    const before = known.get(key);
    if (before?.version === store.version) return before.safe;
    const { version } = store;
    const tables = declared.map(({ name, part }) => ({ name, part, counts: count(part, period) }));
    const isAsBefore = tables.every(({ name, counts }) => areEqual(counts, before?.safe.get(name)?.counts));
    return before && isAsBefore ? keep(key, { version, safe: before.safe }) : tables;
  };

  /** null where it would have to be protected anew, and nobody may wait for that. */
  const workOut = (period: Period, threshold: number, rounding: number, mayWait: boolean): WorkedOut['safe'] | null => {
    const key = keyOf(period, threshold, rounding);
    if (!known.has(key) && !mayWait) return null;
    const found = look(key, period);
    if (!isCounts(found)) return found;
    if (!mayWait) return null;
    const safe = rounding > 0 ? rounded(found, rounding) : hiding(found, protectTables(found, links(), threshold));
    return keep(key, { version: store.version, safe });
  };

  /** What hides more beside tables that went out before. */
  const workOutBeside = (period: Period, threshold: number, beside: readonly ShownBefore[]): WorkedOut['safe'] => {
    const key = `${keyOf(period, threshold, 0)} ${JSON.stringify(beside)}`;
    const { version } = store;
    const already = known.get(key);
    if (already?.version === version) return already.safe;
    const safe = workOut(period, threshold, 0, true) as WorkedOut['safe'];
    const tables = declared.map(({ name, part }) => ({ name, part, counts: (safe.get(name) as Safe).counts }));
    const hidden = new Map(declared.map(({ name }) => [name, (safe.get(name) as Safe).hidden]));
    const before = beside.flatMap(({ name, period: text, rows, columns, shown }): TableBefore[] => {
      const part = declared.find((each) => each.name === name)?.part;
      if (!part) return [];
      const days = parsePeriod(text);
      const columnAt = part.columns.lines.map(({ key: column }) => columns.indexOf(column));
      const cells = part.rows.lines.map(({ key: row }) => {
        const shownRow = shown[rows.indexOf(row)];
        return columnAt.map((at) => shownRow?.[at] ?? null);
      });
      return [{ name, days, counts: count(part, days), shown: cells }];
    });
    const more = protectBeside(tables, hidden, links(), period, before, threshold);
    const besideThem = new Map(
      [...safe].map(([name, each]): [string, Safe] => [name, { ...each, hidden: more.get(name) ?? each.hidden }]),
    );
    return keep(key, { version, safe: besideThem });
  };

  /** Records may change between two steps: what comes of it counts for the version that it was begun with. */
  function* protect({ period: text, threshold, rounding = 0 }: TableQuestion): Steps<void> {
    const period = parsePeriod(text);
    const key = keyOf(period, threshold, rounding);
    const found = look(key, period);
    if (!isCounts(found)) return;
    const { version } = store;
    const safe =
      rounding > 0 ? rounded(found, rounding) : hiding(found, yield* protectTablesInSteps(found, links(), threshold));
    keep(key, { version, safe });
  }

  const tablesOf = ({
    id,
    period: text,
    view,
    threshold,
    rounding = 0,
    marks,
    beside = [],
  }: TableQuestion): TableBody[] => {
    const statistic = findStatistic(register, id);
    if (statistic.entity !== store.entity) throw new Error(`${id} is not counted over ${store.entity}`);
    const period = parsePeriod(text);
    const isInternal = view === 'internal';
    // Rounding hides no count, and the internal view does not round.
    const isUnmarked = isInternal && rounding > 0;
    const safeOf = (): WorkedOut['safe'] | null => {
      if (isUnmarked) return null;
      if (!isInternal && rounding === 0 && beside.length > 0) return workOutBeside(period, threshold, beside);
      return workOut(period, threshold, rounding, !isInternal || marks !== 'later');
    };
    const safe = safeOf();
    const isPending = safe === null && !isUnmarked;
    return statistic.parts.map((part) => {
      const table = safe?.get(tableName(id, part.part)) ?? { counts: count(part, period), hidden: [] };
      const { recordCount: records, draftCount: draftsLeftOut } = store;
      const measured = measure(part, period);
      const hiddenMeasures = isPending ? [] : hideMeasures(part, measured, table.hidden, threshold);
      const figures = { ...table, measured, hiddenMeasures };
      const body = assembleTable({ statistic, part, period, view, threshold, ...figures, records, draftsLeftOut });
      return isPending ? { ...body, marks: 'pending' } : body;
    });
  };
  return Object.assign(tablesOf, { protect });
}

const keyOf = ({ from, to }: Period, threshold: number, rounding: number): string =>
  `${from} ${to} ${threshold} ${rounding}`;

const isCounts = (found: WorkedOut['safe'] | readonly TableToProtect[]): found is readonly TableToProtect[] =>
  Array.isArray(found);

const areEqual = (counts: CountedTable, others: CountedTable | undefined): boolean =>
  counts.every((row, r) => row.every((count, c) => count === others?.[r]?.[c]));
