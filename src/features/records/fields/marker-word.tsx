import { useTranslation } from 'react-i18next';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { MissingMarker } from '#shared/dictionary/vocabulary.ts';
import classes from './field-box.module.css';

type MarkerWordProps = { marker: MissingMarker };

/** A missing value as a coloured word: never an empty look-alike. */
export function MarkerWord({ marker }: MarkerWordProps) {
  const { t } = useTranslation();
  return <span className={classes.marker}>{t(markerTextKey(marker))}</span>;
}
