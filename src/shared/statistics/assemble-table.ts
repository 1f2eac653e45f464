/** The table that is shown: counts, what is hidden, percentages and population in the shape of the contract. */
import type { StatisticTable } from '../contract/statistics.ts';
import type { CellRef, Line, StandardStatistic, StatisticPart } from './catalogue/standard-statistic.ts';
import type { CountedTable } from './count-table.ts';
import type { HiddenCells } from './disclosure/protect-tables.ts';
import type { Period } from './period.ts';

/** A table before it is stamped with change number, seal, time and digest. */
export type TableBody = Omit<StatisticTable, 'changeNumber' | 'seal' | 'extractedAt' | 'training' | 'digest'>;

export interface TableParts {
  readonly statistic: StandardStatistic;
  readonly part: StatisticPart;
  readonly period: Period;
  readonly view: StatisticTable['view'];
  readonly threshold: number;
  readonly counts: CountedTable;
  readonly hidden: HiddenCells;
  /** Records the population was drawn from, and drafts left out. */
  readonly records: number;
  readonly draftsLeftOut: number;
}

/** Puts a table together; in the public view nothing in it tells more than the cells shown. */
export function assembleTable(parts: TableParts): TableBody {
  const { statistic, part, period, view, counts, hidden } = parts;
  const shown = counts.map((row, r) => row.map((count, c) => (view === 'public' && hidden[r]?.[c] ? null : count)));
  const shownAt = ([row, column]: CellRef): number | null =>
    shown[indexOf(part.rows.lines, row)]?.[indexOf(part.columns.lines, column)] ?? null;
  return {
    id: statistic.id,
    part: part.part,
    definitionVersion: statistic.definitionVersion,
    period: { from: period.from, to: period.to, text: period.text },
    view,
    threshold: parts.threshold,
    unit: statistic.unit,
    rows: part.rows.lines.map(shownLine),
    columns: part.columns.lines.map(shownLine),
    cells: shown.map((row, r) =>
      row.map((count, c) => {
        const reason = view === 'internal' ? hidden[r]?.[c] : null;
        return reason ? { count, hiddenInPublic: reason } : { count };
      }),
    ),
    percent: percentages(part, shown),
    sumsExceedTotal: part.rows.several === true || part.columns.several === true,
    population: {
      counted: shownAt(part.counted),
      records: parts.records,
      draftsLeftOut: parts.draftsLeftOut,
      unknown: part.unknown.map(({ dimension, cell }) => ({ dimension, count: shownAt(cell) })),
    },
  };
}

const shownLine = ({ key, label, kind }: Line): StatisticTable['rows'][number] => ({ key, label, kind });

function indexOf(lines: readonly Line[], key: string): number {
  const index = lines.findIndex((line) => line.key === key);
  if (index < 0) throw new Error(`no line ${key}`);
  return index;
}

/** Percent of the total of one column, row by row, from what is shown; one decimal. */
function percentages(part: StatisticPart, shown: readonly (readonly (number | null)[])[]): (number | null)[] | null {
  if (part.percentOf === null) return null;
  const column = indexOf(part.columns.lines, part.percentOf);
  const total = shown[indexOf(part.rows.lines, 'total')]?.[column] ?? null;
  return shown.map((row) => {
    const count = row[column] ?? null;
    return count === null || !total ? null : Math.round((count / total) * 1000) / 10;
  });
}
