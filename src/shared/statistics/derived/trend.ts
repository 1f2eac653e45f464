/** Table T42: one count by year, with its change and the mean of three years. */
import type { Label } from '../../contract/statistics.ts';
import type { TableBody } from '../assemble-table.ts';
import { text } from '../catalogue/standard-statistic.ts';
import {
  type Cell,
  type DerivedQuestion,
  type DerivedSources,
  type DerivedTable,
  derivedCell,
  noFigure,
  roundedTo,
  type ShownColumn,
} from './derived-statistic.ts';

/** A count of a standard table: where it stands in it. */
export interface TrendSource {
  readonly id: string;
  readonly part: string | null;
  readonly row: string;
  readonly column: string;
}

export const trendYearsShown = 5;
/** A smaller number of a year before makes no percentage: three after two would be "half as many again". */
export const leastBase = 10;
const yearsOfMean = 3;

/** The calendar years up to the one in which the period ends. */
export function trendYears({ period }: Pick<DerivedQuestion, 'period'>): readonly number[] {
  const last = Number(period.to.slice(0, 4));
  return Array.from({ length: trendYearsShown }, (_, at) => last - trendYearsShown + 1 + at);
}

const columns: readonly ShownColumn[] = [
  { key: 'count', label: text('lines.trendCount'), kind: 'value' },
  { key: 'change', label: text('lines.trendChange'), kind: 'value', figure: 'change' },
  { key: 'changePercent', label: text('lines.trendChangePercent'), kind: 'value', figure: 'changePercent' },
  { key: 'mean', label: text('lines.trendMean'), kind: 'value', figure: 'mean' },
];

/** The counts of successive years as rows; every further figure is worked out of what these show. */
export function trendCells(counts: readonly Cell[]): Cell[][] {
  return counts.map((count, at) => {
    const before = counts[at - 1];
    const pair = before === undefined ? [noFigure] : [before, count];
    const lastYears = at + 1 < yearsOfMean ? [noFigure] : counts.slice(at + 1 - yearsOfMean, at + 1);
    return [
      count,
      derivedCell(pair, (from = 0, to = 0) => to - from),
      derivedCell(pair, (from = 0, to = 0) => (from < leastBase ? null : roundedTo(((to - from) / from) * 100, 1))),
      derivedCell(lastYears, (...years) => roundedTo(years.reduce((sum, each) => sum + each, 0) / yearsOfMean, 1)),
    ];
  });
}

export interface Trend {
  readonly table: Omit<DerivedTable, 'part'>;
  /** Row and column of the source in words; undefined where it has no such count. */
  readonly of: { readonly row: Label; readonly column: Label } | undefined;
}

/** The trend of a count over the years of the question. */
export function trendOf(
  sources: DerivedSources,
  question: DerivedQuestion,
  source: TrendSource,
  firstYear: number | null,
): Trend {
  const years = trendYears(question);
  const found = years.map((year) => sources.tables(source.id, String(year)).find(({ part }) => part === source.part));
  const last = found.at(-1);
  const counts = found.map((table, at) => beforeRegister(cellOf(table, source), years[at] as number, firstYear));
  return {
    table: {
      rows: years.map((year) => ({
        key: String(year),
        label: { text: 'tables:lines.year', params: { year: String(year) } },
        kind: 'value',
      })),
      columns,
      cells: trendCells(counts),
      chart: 'lines',
      drawn: 'count',
      isFromCounts: true,
      records: last?.population.records ?? 0,
      draftsLeftOut: last?.population.draftsLeftOut ?? 0,
      ...(last === undefined ? {} : { unit: last.unit }),
    },
    of: last && labelsOf(last, source),
  };
}

function labelsOf(table: TableBody, { row, column }: TrendSource): Trend['of'] {
  const inRow = table.rows.find(({ key }) => key === row);
  const inColumn = table.columns.find(({ key, figure }) => key === column && figure === undefined);
  return inRow && inColumn && { row: inRow.label, column: inColumn.label };
}

function cellOf(table: TableBody | undefined, { row, column }: TrendSource): Cell {
  const r = table?.rows.findIndex(({ key }) => key === row) ?? -1;
  const c = table?.columns.findIndex(({ key }) => key === column) ?? -1;
  return table?.cells[r]?.[c] ?? noFigure;
}

/** A zero of a year before the first registration says nothing: there was no register to count from. */
const beforeRegister = (cell: Cell, year: number, firstYear: number | null): Cell =>
  cell.count === 0 && (firstYear === null || year < firstYear) ? noFigure : cell;
