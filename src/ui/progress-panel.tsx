import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './progress-panel.module.css';

type ProgressPanelProps = {
  /** What is happening now. */
  title: string;
  done: number;
  /** 0 where it is not known yet. */
  total: number;
  remainingSeconds: number | null;
  onStop?: (() => void) | undefined;
  stopping?: boolean;
};

/** Long work: what is happening, how far, how long still, and a way to stop that leaves everything as it was. */
export function ProgressPanel({ title, done, total, remainingSeconds, onStop, stopping = false }: ProgressPanelProps) {
  const { t } = useTranslation();
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : null;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <span className={styles.title} aria-live="polite">
          {stopping ? t('common:progress.stopping') : title}
        </span>
        <span className={styles.remaining}>
          {[percent === null ? '' : t('common:progress.percent', { percent }), remainingText(remainingSeconds, t)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        size="md"
        aria-label={title}
        transitionDuration={200}
      />
      {onStop === undefined ? null : (
        <div className={styles.foot}>
          <Button variant="default" onClick={onStop} disabled={stopping}>
            {t('common:progress.stop')}
          </Button>
          <span className={styles.promise}>{t('common:progress.stopPromise')}</span>
        </div>
      )}
    </div>
  );
}

function remainingText(seconds: number | null, t: ReturnType<typeof useTranslation>['t']): string {
  if (seconds === null) return '';
  if (seconds < 5) return t('common:progress.nearlyDone');
  if (seconds < 90) return t('common:progress.secondsLeft', { count: Math.ceil(seconds / 5) * 5 });
  return t('common:progress.minutesLeft', { count: Math.ceil(seconds / 60) });
}
