import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEvent } from '../../../api/use-event.ts';
import classes from './list.module.css';

type ReadingLineProps = { entity: string; onStop: (() => void) | null };

/** Shorter waits need no words. */
const patienceMs = 300;

/** Shown while a list waits: how much of a column that nobody asked for before has been read, and the way back. */
export function ReadingLine({ entity, onStop }: ReadingLineProps) {
  const { t } = useTranslation('lists');
  const [isLong, setLong] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  useDataEvent('list.reading', (progress) => {
    if (progress.entity === entity && progress.total > 0) setShare(progress.done / progress.total);
  });
  if (!isLong) return null;
  const percent = Math.round((share ?? 0) * 100);
  return (
    <div className={classes.reading} role="status">
      <span>{share === null ? t('reading.waiting') : t('reading.column', { percent })}</span>
      {share !== null && <Progress aria-label={t('reading.share')} className={classes.readingBar} value={percent} />}
      {onStop !== null && (
        <Button onClick={onStop} size="compact-sm" variant="default">
          {t('reading.stop')}
        </Button>
      )}
    </div>
  );
}
