/** Figures that a table hides only because of what went out before. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import type { HiddenMore } from '../../database/publication-tables.ts';
import { nameOfTable } from './released-tables.ts';

/** What one version of each table shows and the other does not. */
export function hiddenMore(usual: readonly StatisticTable[], safer: readonly StatisticTable[]): HiddenMore[] {
  return safer.flatMap((table) => {
    const name = nameOfTable(table);
    const before = usual.find((each) => nameOfTable(each) === name);
    const cells = table.rows.flatMap(({ key: row }, r) =>
      table.columns.flatMap(({ key: column }, c): [string, string][] => {
        const was = before?.cells[r]?.[c]?.count ?? null;
        return was !== null && (table.cells[r]?.[c]?.count ?? null) === null ? [[row, column]] : [];
      }),
    );
    return cells.length === 0 ? [] : [{ name, cells }];
  });
}

/** The table of today without the figures that it hid then for the sake of others. */
export function withoutFigures<T extends TableBody>(table: T, hidden: readonly HiddenMore[] | undefined): T {
  const cells = hidden?.find(({ name }) => name === nameOfTable(table))?.cells;
  if (!cells) return table;
  const names = new Set(cells.map(([row, column]) => JSON.stringify([row, column])));
  return {
    ...table,
    cells: table.cells.map((row, r) =>
      row.map((cell, c) =>
        names.has(JSON.stringify([table.rows[r]?.key, table.columns[c]?.key])) ? { count: null } : cell,
      ),
    ),
  };
}
