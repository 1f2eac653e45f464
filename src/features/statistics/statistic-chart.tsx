import { useTranslation } from 'react-i18next';
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { hiddenMark } from './statistic-table.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';

type StatisticChartProps = { table: StatisticTable };

const barSpace = 30;
/** More than these say no more than the table above. */
const mostBars = 30;
const margin = { top: 0, right: 56, bottom: 0, left: 0 };
/** A bar without length would lose its figure. */
const leastLength = 1;
const unknownFill = '#8d98a3';

/** The rows as bars, what is unknown in grey; every bar bears its figure, and the table above says the same. */
export function StatisticChart({ table }: StatisticChartProps) {
  const { t } = useTranslation('statistics');
  const formats = useFormats();
  const words = useTableWords();
  const column = table.columns.findIndex(({ key }) => key === table.drawn);
  const figure = table.columns[column]?.figure;
  const bars = table.rows.flatMap((row, at) => {
    if (row.kind !== 'value' && row.kind !== 'unknown') return [];
    const cell = table.cells[at]?.[column];
    const count = cell?.count ?? null;
    const mark = cell?.empty ? '–' : hiddenMark;
    return [
      {
        key: row.key,
        kind: row.kind,
        label: words.label(row.label),
        count: count ?? 0,
        figure: count === null ? mark : figureText(formats, count, figure),
      },
    ];
  });
  if (bars.length > mostBars) return null;
  const labelWidth = Math.min(260, Math.max(110, ...bars.map((bar) => bar.label.length * 7.2)));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.figureTitle}>{words.of(table, 'figure')}</figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer height={bars.length * barSpace + 8} width="100%">
          <BarChart accessibilityLayer={false} barSize={18} data={bars} layout="vertical" margin={margin}>
            <XAxis domain={[0, 'dataMax']} hide type="number" />
            <YAxis
              axisLine={false}
              dataKey="label"
              interval={0}
              tick={{ fontSize: 12, fill: 'var(--k-ink)' }}
              tickLine={false}
              type="category"
              width={labelWidth}
            />
            <Bar dataKey="count" isAnimationActive={false} minPointSize={leastLength}>
              {bars.map((bar) => (
                <Cell
                  fill={bar.count === 0 ? 'none' : bar.kind === 'unknown' ? unknownFill : 'var(--k-accent)'}
                  key={bar.key}
                />
              ))}
              <LabelList dataKey="figure" fill="var(--k-ink)" fontSize={12} position="right" />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <p className={classes.heard}>{t('chartSaysSame')}</p>
    </figure>
  );
}
