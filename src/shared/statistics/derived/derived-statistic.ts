/** Statistics whose tables are made from tables already protected, or from what is known of the register as a whole. */
import type { ChartKind, Demand, Label, StatisticTable } from '../../contract/statistics.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import { drawnFrom, type TableBody } from '../assemble-table.ts';
import type { ShownBefore } from '../compute-tables.ts';
import type { Period } from '../period.ts';
import type { PopulationYear } from '../population/population.ts';
import type { QualityFigures } from '../quality/measure.ts';
import type { EnteredRecords } from './entered-records.ts';

export type ShownRow = StatisticTable['rows'][number];
export type ShownColumn = StatisticTable['columns'][number];
export type Cell = StatisticTable['cells'][number][number];

export interface DerivedQuestion {
  readonly period: Period;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  /** Base to which the counts of the public view are rounded; 0 where some are hidden instead. */
  readonly rounding: number;
  /** See `TableQuestion`. */
  readonly marks?: 'later' | undefined;
  /** Tables that went out before, beside which those of the period hide more. */
  readonly beside: readonly ShownBefore[];
}

/** What derived tables may be made from. Tables come in the view that is asked for: what they hide is not known here. */
export interface DerivedSources {
  readonly register: RegisterKind;
  /** Tables of a counted statistic in a period. */
  tables(id: string, period: string): readonly TableBody[];
  /** Quality of a record type in the period, by office; rules are null where not every record was judged by them. */
  quality(entity: string): Omit<QualityFigures, 'rules'> & { readonly rules: QualityFigures['rules'] | null };
  /** Completed records of a record type, by when they were entered and registered. */
  entered(entity: string): EnteredRecords;
  /** Population of a year; null where none was entered. */
  population(year: number): PopulationYear | null;
  /** Accounts that may sign in. */
  activeAccounts(): number;
  /** Name of an office in every language. */
  office(code: string): Label;
}

/** One table of a derived statistic; what all tables have in common is added by `assembleDerived`. */
export interface DerivedTable {
  readonly part: string | null;
  readonly unit?: string;
  readonly rows: readonly ShownRow[];
  readonly columns: readonly ShownColumn[];
  /** cells[row][column] */
  readonly cells: readonly (readonly Cell[])[];
  /** Its figures are worked out of counts of other tables, rounded ones where those are. */
  readonly isFromCounts?: true;
  readonly chart?: ChartKind;
  /** Column that is drawn. */
  readonly drawn: string;
  readonly remarks?: readonly Label[];
  readonly records: number;
  readonly draftsLeftOut: number;
}

export interface DerivedStatistic {
  readonly id: string;
  readonly register: RegisterKind;
  /** Grows when a figure would be counted differently. */
  readonly definitionVersion: string;
  /** Text tables:units.<unit>. */
  readonly unit: string;
  readonly serves?: readonly Demand[];
  /** Names of its tables, null for the only one. */
  readonly parts: readonly (string | null)[];
  readonly derive: (sources: DerivedSources, question: DerivedQuestion) => readonly DerivedTable[];
}

/** A figure that the public view does not show. */
export const hiddenCell: Cell = { count: null };
/** There is nothing that the figure could be taken of. */
export const noFigure: Cell = { count: null, empty: true };

/** A figure worked out of others: hidden where one of them is, none where one of them is none or `value` finds none. */
export function derivedCell(from: readonly Cell[], value: (...counts: number[]) => number | null): Cell {
  if (from.some(({ empty }) => empty)) return noFigure;
  const counts = from.flatMap(({ count }) => count ?? []);
  if (counts.length < from.length) return hiddenCell;
  const count = value(...counts);
  if (count === null || !Number.isFinite(count)) return noFigure;
  const reason = from.find(({ hiddenInPublic }) => hiddenInPublic)?.hiddenInPublic;
  return reason ? { count, hiddenInPublic: reason } : { count };
}

/** A count of records: below the threshold the public view hides it, the internal one says so. */
export function protectedCount(
  count: number,
  reason: Cell['hiddenInPublic'] | null,
  { view }: Pick<DerivedQuestion, 'view'>,
): Cell {
  if (!reason) return { count };
  return view === 'public' ? hiddenCell : { count, hiddenInPublic: reason };
}

export const roundedTo = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
};

/** The tables of a derived statistic in the shape that all tables have. */
export function assembleDerived(
  { register, id, definitionVersion, unit, serves = [] }: Omit<DerivedStatistic, 'derive' | 'parts'>,
  { period, view, threshold, rounding }: DerivedQuestion,
  table: DerivedTable,
): TableBody {
  const { part, rows, columns, cells, chart = 'bars', drawn, remarks = [], records, draftsLeftOut } = table;
  return {
    register,
    id,
    part,
    // What a figure is made of stands in several tables: its records are opened there.
    entity: null,
    definitionVersion,
    period: { from: period.from, to: period.to, text: period.text },
    view,
    threshold,
    ...(view === 'public' && rounding > 0 && table.isFromCounts ? { rounded: { base: rounding, addsUp: true } } : {}),
    unit: table.unit ?? unit,
    serves: [...serves],
    rows: [...rows],
    columns: [...columns],
    chart,
    drawn,
    cells: cells.map((row) => [...row]),
    percent: null,
    ...(remarks.length === 0 ? {} : { remarks: [...remarks] }),
    sumsExceedTotal: false,
    countsOneThing: false,
    population: { counted: null, ...drawnFrom(view, { records, draftsLeftOut }), unknown: [] },
  };
}
