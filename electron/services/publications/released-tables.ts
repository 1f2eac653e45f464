/** Tables as the guard compares them: their counts in the public view. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import type { ReleasedTable } from '#shared/statistics/disclosure/differencing/released-table.ts';
import type { DesignBehind } from '../../database/publication-tables.ts';
import { designId } from '../statistics/digest.ts';
import { countsOf, shownCounts } from './designs-behind.ts';

/** Names a table of a publication for people and in the guard: T15, T16.main. */
export const nameOfTable = ({ id, part }: Pick<StatisticTable, 'id' | 'part'>): string => tableName(id, part);

/** What a reader of a table knows of counts. */
export function releasedTable(key: string, table: StatisticTable, designs: readonly DesignBehind[]): ReleasedTable {
  const { id, part, period, threshold } = table;
  const own = { key, id, period: period.text, threshold, ...shownCounts(table) };
  if (!table.designed) return own;
  const behind = designs.find((each) => each.id === id);
  if (!behind) throw new Error('a table of an unknown design');
  const counts = behind.counts?.find((each) => each.part === part);
  const design = countsOf(behind.design);
  return { ...own, ...counts, id: designId(design), designed: { design, layer: behind.layer } };
}
