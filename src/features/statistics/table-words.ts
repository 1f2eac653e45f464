import { useTranslation } from 'react-i18next';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { statisticText, tableText } from '#shared/statistics/catalogue/table-text.ts';
import { useLabelText } from '../../i18n/use-label-text.ts';

type TextName = 'title' | 'definition' | 'rows' | 'figure';

/** The words of tables in the language of the screen. */
export function useTableWords() {
  const { t } = useTranslation(['tables', 'statistics', 'codes']);
  return {
    label: useLabelText(),
    of: (table: Pick<StatisticTable, 'register' | 'id' | 'part'>, name: TextName): string => t(tableText(table, name)),
    serves: ({ serves }: Pick<StatisticTable, 'serves'>): string =>
      t('tables:serves.label', { list: serves.map((each) => t(`tables:serves.${each}`)).join('; ') }),
    statistic: (statistic: Pick<StatisticTable, 'register' | 'id'>): string => t(statisticText(statistic)),
  };
}
