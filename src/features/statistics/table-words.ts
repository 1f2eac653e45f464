import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import { statisticText, type TableTextName } from '#shared/statistics/catalogue/table-text.ts';
import { sayLabel, sayOfTable, sayPercent, sayUnit } from '#shared/statistics/label-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLabelWords } from '../../i18n/use-label-text.ts';

/** The words of tables in the language of the screen. */
export function useTableWords() {
  const words = useLabelWords();
  const { t } = words;
  const { number } = useFormats();
  return {
    label: (label: Label): string => sayLabel(label, words),
    of: (table: Pick<StatisticTable, 'register' | 'id' | 'part' | 'designed'>, name: TableTextName): string =>
      sayOfTable(table, name, words),
    unit: (table: Pick<StatisticTable, 'unit' | 'designed'>): string => sayUnit(table, words),
    percent: (table: Pick<StatisticTable, 'columns' | 'percentOf'>): string => sayPercent(table, words),
    /** A number of what the table counts; of a table that somebody designed the sentence below it says what that is. */
    counted: ({ unit, designed }: Pick<StatisticTable, 'unit' | 'designed'>, count: number): string =>
      designed ? number(count, 0) : t(`tables:counted.${unit}`, { count, number: number(count, 0) }),
    serves: ({ serves }: Pick<StatisticTable, 'serves'>): string =>
      t('tables:serves.label', { list: serves.map((each) => t(`tables:serves.${each}`)).join('; ') }),
    statistic: (statistic: Pick<StatisticTable, 'register' | 'id'>): string => t(statisticText(statistic)),
  };
}
