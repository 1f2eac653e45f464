/** Tables as the guard compares them: their counts in the public view. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import type { ReleasedTable } from '#shared/statistics/disclosure/differencing/guard-releases.ts';

/** Names a table of a publication for people and in the guard: T15, T16.main. */
export const nameOfTable = ({ id, part }: Pick<StatisticTable, 'id' | 'part'>): string => tableName(id, part);

/** The counts of a table; means, medians and shares are no sums of units, and a rounded count is no exact one. */
export function releasedTable(key: string, table: StatisticTable): ReleasedTable {
  const counted = table.columns.flatMap(({ figure }, at) => (figure === undefined ? [at] : []));
  return {
    key,
    id: table.id,
    part: table.part,
    period: table.period.text,
    threshold: table.threshold,
    rows: table.rows.map(({ key: row }) => row),
    columns: counted.flatMap((at) => table.columns[at]?.key ?? []),
    shown: table.cells.map((cells) => counted.map((at) => (table.rounded ? null : (cells[at]?.count ?? null)))),
  };
}
