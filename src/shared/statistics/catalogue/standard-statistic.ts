/** The words in which a standard statistic is declared; counting, protection, screen and print derive from them. */
import type { ChartKind, Demand, Label } from '../../contract/statistics.ts';
import type { RegisterKind } from '../../dictionary/vocabulary.ts';
import type { Counting } from '../counting.ts';
import type { Classifier } from '../cross-tabulate.ts';
import type { Measure } from '../measures.ts';
import { type Period, yearOf } from '../period.ts';
import type { ColumnStore } from '../store/column-store.ts';

export type LineKind = 'value' | 'unknown' | 'subtotal' | 'total';

/** One row or column of a table. */
export interface Line {
  readonly key: string;
  readonly label: Label;
  readonly kind: LineKind;
  /** Keys of the lines this one is the sum of; without it the line is counted itself. */
  readonly of?: readonly string[];
  /** Stands outside of what the table is about, so that it adds up to everybody: no chart draws it. */
  readonly aside?: true;
  /** A calendar year, so many before the one in which the period ends: shown by its number. */
  readonly yearsBefore?: number;
}

/** What is counted: persons in the row of the registration that carries the decision that counts, judgments, requests. */
export interface Units {
  /** Record type or group whose rows are the units. */
  readonly entity: string;
  readonly rows: Int32Array;
  /** Index into the stages of the part. */
  readonly stages: Uint8Array;
  readonly period: Period;
}

export interface Axis {
  /** Names the axis in texts: tables:dimensions.<dimension>. */
  readonly dimension: string;
  readonly lines: readonly Line[];
  /** Category = index among the lines that are counted themselves, in their order. */
  readonly classify: (store: ColumnStore, units: Units) => Classifier;
  /** Several answers: a person stands in several lines, and the lines do not add up to the total. */
  readonly several?: true;
  /** To learn that all persons of a row or column share one line of this axis would reveal something about each. */
  readonly sensitive?: true;
}

/** A cell by the keys of its row and column. */
export type CellRef = readonly [row: string, column: string];

export interface StatisticPart {
  readonly part: string | null;
  /** What is counted where that is not a record: a group of it, stored or counted. */
  readonly units?: string;
  /** Text of the unit, where it is another one than that of the whole statistic. */
  readonly unit?: string;
  readonly stages: readonly Counting[];
  readonly rows: Axis;
  readonly columns: Axis;
  /** Further columns: means, medians, sums, shares. */
  readonly measures?: readonly Measure[];
  /** Cell that holds the number of persons counted; null where no single one does. */
  readonly counted: CellRef | null;
  /** Column whose share of its total is shown as percent; null where the columns are no parts of one whole. */
  readonly percentOf: string | null;
  /** How it is drawn, where not as bars. */
  readonly chart?: ChartKind;
  /** Column that is drawn, where that is not the whole. */
  readonly drawn?: string;
  /** Row that stands for 100 percent, where that is not the total; of a subtotal only the lines within it have a share. */
  readonly percentBase?: string;
  /** Cell that asks nothing, such as who went no further than the last step: it has no figure. */
  readonly meaningless?: CellRef;
  /** Persons whose answer is unknown, per dimension, as the cell that holds them. */
  readonly unknown: readonly { readonly dimension: string; readonly cell: CellRef }[];
}

export interface StandardStatistic {
  readonly id: string;
  readonly register: RegisterKind;
  /** Root entity that is counted. */
  readonly entity: string;
  /** Grows when a figure would be counted differently. */
  readonly definitionVersion: string;
  /** Text tables:units.<unit>. */
  readonly unit: string;
  /** Reports and questionnaires that ask for it: texts tables:serves.<name>. */
  readonly serves?: readonly Demand[];
  readonly parts: readonly StatisticPart[];
}

/** Lines that are counted themselves; classifiers number their categories in this order. */
export const countedLines = (axis: Pick<Axis, 'lines'>): readonly Line[] =>
  axis.lines.filter(({ of }) => of === undefined);

/** Key under which a table shows a line: that of a year is its number. */
export const shownKey = ({ key, yearsBefore }: Pick<Line, 'key' | 'yearsBefore'>, period: Period): string =>
  yearsBefore === undefined ? key : String(yearOf(period) - yearsBefore);

export const text = (key: string): Label => ({ text: `tables:${key}` });
