/** What of a table is drawn: rows and columns that are parts, without sums, and what their cells show. */
import type { StatisticTable } from '../../contract/statistics.ts';

export type Line = StatisticTable['rows'][number];
export type Column = StatisticTable['columns'][number];

/** number: a figure; hidden: there is one, but it is not shown; none: nothing that a figure could be taken of. */
export type Drawn = number | 'hidden' | 'none';

export interface Placed<L> {
  readonly line: L;
  /** Index of its row or column in the table. */
  readonly at: number;
}

const isPart = ({ kind }: Pick<Line, 'kind'>): boolean => kind === 'value' || kind === 'unknown';

const partsOf = <L extends Pick<Line, 'kind'>>(lines: readonly L[]): Placed<L>[] =>
  lines.map((line, at) => ({ line, at })).filter(({ line }) => isPart(line));

export function drawnAt(table: StatisticTable, row: number, column: number): Drawn {
  const cell = table.cells[row]?.[column];
  if (cell === undefined || cell.empty) return 'none';
  return cell.count ?? 'hidden';
}

/** The column that is drawn where only one is. */
export function drawnColumn(table: StatisticTable): Placed<Column> {
  const at = table.columns.findIndex(({ key }) => key === table.drawn);
  const line = table.columns[at];
  if (line === undefined) throw new Error(`${table.id} has no column ${table.drawn}`);
  return { line, at };
}

/** Columns that count parts of one thing, side by side; measures such as a mean are none. */
export const countedColumns = (table: StatisticTable): Placed<Column>[] =>
  partsOf(table.columns).filter(({ line }) => line.figure === undefined);

export const drawnRows = (table: StatisticTable): Placed<Line>[] =>
  partsOf(table.rows).filter(({ line }) => !line.aside);

/** Rows that no chart draws: they would dwarf those that the table is about. */
export const rowsAside = (table: StatisticTable): readonly Line[] => table.rows.filter(({ aside }) => aside);

/** A long list is drawn without the rows in which nothing was counted. */
const longList = 8;

/** Rows for bars; of a long list those with something to draw in one of the columns. */
export function barRows(table: StatisticTable, columns: readonly number[]): Placed<Line>[] {
  const rows = drawnRows(table);
  if (rows.length <= longList) return rows;
  const filled = rows.filter(({ at }) =>
    columns.some((column) => {
      const drawn = drawnAt(table, at, column);
      return drawn !== 0 && drawn !== 'none';
    }),
  );
  return filled.length === 0 ? rows : filled;
}
