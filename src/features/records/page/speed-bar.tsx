import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { markerKeys } from '#shared/records/marker-keys.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import classes from './record-page.module.css';

type SpeedBarProps = { onSecondPass: () => void; onEnd: () => void };

/** While speed mode is on: what it takes, and the way out. */
export function SpeedBar({ onSecondPass, onEnd }: SpeedBarProps) {
  const { t } = useTranslation();
  const signs = missingMarkers
    .filter((marker) => marker !== 'withheld')
    .map((marker) => `${markerKeys[marker].sign} ${t(markerTextKey(marker)).toLowerCase()}`)
    .join(' · ');
  return (
    <div className={classes.speedBar} role="status">
      <strong>{t('records:speed.on')}</strong>
      <span>{t('records:speed.note', { signs })}</span>
      <span className={classes.speedActions}>
        <Button onClick={onSecondPass} rightSection={<KeyHint of="secondPass" />} size="compact-sm" variant="default">
          {t('records:second.start')}
        </Button>
        <Button onClick={onEnd} rightSection={<KeyHint of="speedMode" />} size="compact-sm" variant="default">
          {t('records:speed.end')}
        </Button>
      </span>
    </div>
  );
}
