/** Cell by cell, both ways: a line that only one side knows is a difference as well. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { Recount } from './recount.ts';

export const recountedTables = ['K9', 'T15', 'T16'] as const;

export interface Comparison {
  /** Cells that both sides counted, and those of them that are not 0. */
  readonly cells: number;
  readonly filled: number;
  readonly differences: readonly string[];
}

type Table = Pick<StatisticTable, 'id' | 'part' | 'rows' | 'columns' | 'cells' | 'population'>;

/** Compares the tables of one period with their recount. */
export function compareTables(tables: readonly Table[], recount: Recount): Comparison {
  const theirs = new Map(tables.flatMap(cellsOf));
  const ours = new Map(
    Object.entries(recount.tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, count]): [string, number] => [`${table} / ${row} / ${column}`, count]),
      ),
    ),
  );
  const differences = [...new Set([...theirs.keys(), ...ours.keys()])]
    .filter((name) => theirs.get(name) !== ours.get(name))
    .map((name) => `${name}: program ${theirs.get(name)}, recount ${ours.get(name)}`);
  for (const { id, part, population } of tables) {
    const { records, draftsLeftOut } = population;
    if (records !== recount.completed || draftsLeftOut !== recount.drafts) {
      const seen = `${recount.completed} and ${recount.drafts}`;
      differences.push(`${nameOf(id, part)}: ${records} records and ${draftsLeftOut} drafts, recount ${seen}`);
    }
  }
  return { cells: ours.size, filled: [...ours.values()].filter((count) => count > 0).length, differences };
}

const nameOf = (id: string, part: string | null): string => (part === null ? id : `${id} ${part}`);

function cellsOf({ id, part, rows, columns, cells }: Table): [string, number | null | undefined][] {
  return rows.flatMap((row, line) =>
    columns.map((column, place): [string, number | null | undefined] => [
      `${nameOf(id, part)} / ${row.key} / ${column.key}`,
      cells[line]?.[place]?.count,
    ]),
  );
}
