import { useTranslation } from 'react-i18next';
import type { Label } from '#shared/contract/statistics.ts';
import { type LabelWords, sayLabel } from '#shared/statistics/label-text.ts';
import { useFormats, useLanguage } from './use-formats.ts';

/** What labels of tables are said with, in the language of the screen. */
export function useLabelWords(): LabelWords {
  const { t } = useTranslation(['tables', 'statistics', 'codes']);
  const formats = useFormats();
  return {
    t: (key, params) => t(key, params ?? {}),
    country: formats.country,
    date: formats.date,
    language: useLanguage(),
  };
}

/** The words of a line of a table in the language of the screen. */
export function useLabelText(): (label: Label) => string {
  const words = useLabelWords();
  return (label) => sayLabel(label, words);
}
