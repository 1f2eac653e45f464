import { useTranslation } from 'react-i18next';
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { statisticText, tableText } from '#shared/statistics/catalogue/table-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type TextName = 'title' | 'definition' | 'rows' | 'figure';

/** The words of tables in the language of the screen. */
export function useTableWords() {
  const { t } = useTranslation(['tables', 'statistics', 'codes']);
  const formats = useFormats();
  return {
    label: (label: Label): string => {
      if ('text' in label) return t(label.text, label.params ?? {});
      return label.list === 'COUNTRY' ? formats.country(label.code) : t(codeTextKey(label.list, label.code));
    },
    of: (table: Pick<StatisticTable, 'register' | 'id' | 'part'>, name: TextName): string => t(tableText(table, name)),
    serves: ({ serves }: Pick<StatisticTable, 'serves'>): string =>
      t('tables:serves.label', { list: serves.map((each) => t(`tables:serves.${each}`)).join('; ') }),
    statistic: (statistic: Pick<StatisticTable, 'register' | 'id'>): string => t(statisticText(statistic)),
  };
}
