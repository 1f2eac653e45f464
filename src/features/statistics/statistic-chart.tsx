import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { drawChart } from '#shared/statistics/charts/draw-chart.ts';
import { figureText } from '#shared/statistics/figure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Drawing } from '../../ui/drawing.tsx';
import classes from './statistics.module.css';
import { useTableWords } from './table-words.ts';

type StatisticChartProps = {
  table: StatisticTable;
  /** Of a table that has no title in the catalogue. */
  title?: string;
};

const look = { fontSize: 12, step: 30, strong: 'var(--k-accent)', mark: 'var(--k-warn-ink)' } as const;
/** Below this a chart scrolls in its panel: words would stand on each other. */
const narrowest = 380;
const widest = 860;

/** The figures as a picture as wide as there is room; the table above says the same. */
export function StatisticChart({ table, title: given }: StatisticChartProps) {
  const { t } = useTranslation('charts');
  const formats = useFormats();
  const words = useTableWords();
  const { ref, width } = useElementSize();
  const id = useId().replace(/[^\w-]/g, '');
  const title = given ?? words.of(table, 'figure');
  const drawing =
    width === 0
      ? null
      : drawChart({
          table,
          words: {
            title,
            label: words.label,
            figure: (value, figure) => figureText(formats, value, figure),
            percent: formats.percent,
            text: (key, params) => t(key, params ?? {}),
          },
          frame: { ...look, width: Math.min(widest, Math.max(narrowest, width)), id: `chart-${id}` },
        });
  return (
    <div ref={ref}>
      {drawing === null ? null : (
        <figure className={classes.figure}>
          <figcaption className={classes.figureTitle}>{title}</figcaption>
          <div className={classes.chart}>
            <Drawing shape={drawing} />
          </div>
        </figure>
      )}
    </div>
  );
}
