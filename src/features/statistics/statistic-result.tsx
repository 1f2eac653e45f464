import { useTranslation } from 'react-i18next';
import type { StatisticTable as Table } from '#shared/contract/statistics.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import { StatisticChart } from './statistic-chart.tsx';
import { StatisticNotes } from './statistic-notes.tsx';
import { StatisticTable } from './statistic-table.tsx';
import { StatisticTrend } from './statistic-trend.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';

type StatisticResultProps = {
  table: Table;
  isOneOfSeveral: boolean;
  hasTrend: boolean;
  /** Of an own table: what its numbers open. */
  design?: TableDesign | undefined;
};

/** One table of a statistic with its definition, notes and chart. */
export function StatisticResult({ table, isOneOfSeveral, hasTrend, design }: StatisticResultProps) {
  const { t } = useTranslation('tables');
  const words = useTableWords();
  return (
    <article className={classes.part}>
      {isOneOfSeveral && <h2 className={classes.partTitle}>{words.of(table, 'title')}</h2>}
      <StatisticTable design={design} table={table} />
      <StatisticNotes table={table} />
      <StatisticChart table={table} />
      {hasTrend && <StatisticTrend table={table} />}
      <p className={classes.quiet}>
        {words.of(table, 'definition')} {t('filter.completed')}
        {table.serves.length > 0 && ` ${words.serves(table)}`}
      </p>
    </article>
  );
}
