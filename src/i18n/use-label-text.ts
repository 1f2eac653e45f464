import { useTranslation } from 'react-i18next';
import type { Label } from '#shared/contract/statistics.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useFormats } from './use-formats.ts';

/** The words of a line of a table in the language of the screen. */
export function useLabelText(): (label: Label) => string {
  const { t } = useTranslation(['tables', 'codes']);
  const formats = useFormats();
  return (label) => {
    if ('text' in label) return t(label.text, label.params ?? {});
    return label.list === 'COUNTRY' ? formats.country(label.code) : t(codeTextKey(label.list, label.code));
  };
}
