import { useTranslation } from 'react-i18next';
import type { Label, StatisticTable } from '#shared/contract/statistics.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { tableText } from '#shared/statistics/catalogue/catalogue.ts';

type TextName = 'title' | 'definition' | 'rows' | 'figure';

/** The words of tables in the language of the screen. */
export function useTableWords() {
  const { t } = useTranslation(['tables', 'statistics', 'codes']);
  return {
    label: (label: Label): string =>
      'code' in label ? t(codeTextKey(label.list, label.code)) : t(label.text, label.params ?? {}),
    of: (table: Pick<StatisticTable, 'id' | 'part'>, name: TextName): string =>
      t(tableText(table.id, table.part, name)),
  };
}
