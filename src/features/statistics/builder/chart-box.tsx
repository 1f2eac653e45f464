import { Select } from '@mantine/core';
import { type StatisticTable, type TableChart, tableCharts } from '#shared/contract/statistics.ts';
import type { TableDesign } from '#shared/contract/table-design.ts';
import { canBeDivided } from '#shared/statistics/charts/bars.ts';
import { chartsFor } from '#shared/statistics/design/design-charts.ts';
import { Box } from './box.tsx';
import type { DesignWords } from './use-design-words.ts';

type ChartBoxProps = {
  design: TableDesign;
  table: StatisticTable | undefined;
  words: DesignWords;
  onChange: (chart: TableChart | null) => void;
};

const usual = 'usual';
/** Pictures of parts of a whole: not where a unit may stand in several lines. */
const ofParts: readonly TableChart[] = ['stacked', 'flow'];

/** How the table is drawn, on the screen, in a print and in the report. */
export function ChartBox({ design, table, words, onChange }: ChartBoxProps) {
  const { t } = words;
  const isPossible = (chart: TableChart): boolean => {
    if (table === undefined || chart === design.chart || !ofParts.includes(chart)) return true;
    return chart === 'stacked' ? canBeDivided(table) : !table.sumsExceedTotal;
  };
  return (
    <Box empty="" hasContent title={t('builder:box.chart')}>
      <Select
        allowDeselect={false}
        aria-label={t('builder:box.chart')}
        data={[usual, ...chartsFor(design).filter(isPossible)].map((value) => ({
          value,
          label: t(`builder:chart.${value}`),
        }))}
        onChange={(chosen) => onChange(tableCharts.find((chart) => chart === chosen) ?? null)}
        value={design.chart ?? usual}
        w="100%"
      />
    </Box>
  );
}
