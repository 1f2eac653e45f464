import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { type FailureText, failureOf, failureText } from './failure.ts';

/** Turns whatever was thrown into text; null where nothing was. */
export function useFailureText(): (thrown: unknown) => FailureText | null {
  const { t } = useTranslation();
  const formats = useFormats();
  return (thrown) => (thrown === null || thrown === undefined ? null : failureText(failureOf(thrown), t, formats));
}
