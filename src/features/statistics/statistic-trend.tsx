import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatisticTable as Table } from '#shared/contract/statistics.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { StatisticChart } from './statistic-chart.tsx';
import { StatisticTable } from './statistic-table.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';
import { useMarked } from './use-marked.ts';

type StatisticTrendProps = { table: Table };

/** One count of a table over five years, asked for where somebody wants it. */
export function StatisticTrend({ table }: StatisticTrendProps) {
  const { t } = useTranslation('statistics');
  const [isOpen, setOpen] = useState(false);
  if (table.columns.every(({ figure }) => figure !== undefined)) return null;
  return (
    <div className={classes.trend}>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} size="compact-sm" variant="subtle">
        {t(isOpen ? 'trend.hide' : 'trend.show')}
      </Button>
      {isOpen && <ChosenTrend table={table} />}
    </div>
  );
}

/** The count that the table itself is drawn by, until another one is chosen. */
function ChosenTrend({ table }: StatisticTrendProps) {
  const { t } = useTranslation('statistics');
  const words = useTableWords();
  const failure = useFailureText();
  const counts = table.columns.filter(({ figure }) => figure === undefined);
  const [chosen, choose] = useState({
    row: (table.rows.find(({ kind }) => kind === 'total') ?? table.rows[0])?.key ?? '',
    column: (counts.find(({ key }) => key === table.drawn) ?? counts[0])?.key ?? '',
  });
  const { id, part, period, view } = table;
  const query = useProcedure(
    'statistics.trend',
    { id, part, period: period.text, view, ...chosen, marks: 'later' },
    { keepPrevious: true },
  );
  const marked = useMarked(query.data ? [query.data.table] : [], { id, trend: { part, ...chosen } });
  const [trend] = marked.tables;
  const lineOf = (lines: Table['rows'] | Table['columns'], key: string): string => {
    const line = lines.find((each) => each.key === key);
    return line === undefined ? '' : words.label(line.label);
  };
  // The whole of the rows and that of the columns have one name.
  const names = new Set([lineOf(counts, chosen.column), lineOf(table.rows, chosen.row)]);
  const title = t('trend.title', { figure: [...names].join(', '), year: period.to.slice(0, 4) });
  return (
    <section aria-label={title}>
      <div className={classes.trendChoice}>
        <Select
          allowDeselect={false}
          data={table.rows.map(({ key, label }) => ({ value: key, label: words.label(label) }))}
          label={t('trend.row')}
          onChange={(row) => choose({ ...chosen, row: row ?? chosen.row })}
          value={chosen.row}
        />
        <Select
          allowDeselect={false}
          data={counts.map(({ key, label }) => ({ value: key, label: words.label(label) }))}
          label={t('trend.column')}
          onChange={(column) => choose({ ...chosen, column: column ?? chosen.column })}
          value={chosen.column}
        />
      </div>
      <FailureNotice text={failure(query.error ?? marked.error)} />
      {trend !== undefined && (
        <>
          <h3 className={classes.figureTitle}>{title}</h3>
          <StatisticTable table={trend} />
          <StatisticChart table={trend} title={title} />
          {trend.marks === 'pending' && <p className={classes.quiet}>{t('marksPending')}</p>}
          <p className={classes.quiet}>{words.of(trend, 'definition')}</p>
        </>
      )}
    </section>
  );
}
