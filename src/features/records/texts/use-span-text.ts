import { useTranslation } from 'react-i18next';
import type { Span } from '#shared/dictionary/vocabulary.ts';
import { useFormats } from '../../../i18n/use-formats.ts';

/** `15–17 years`, `4 months`: one number where only one is possible. */
export function useSpanText(): (span: Span) => string {
  const { t } = useTranslation('records');
  const { number } = useFormats();
  return ({ unit, least, most }) => {
    const range = least === most ? number(most) : `${number(least)}–${number(most)}`;
    return t(`span.${unit}`, { count: most, range });
  };
}
