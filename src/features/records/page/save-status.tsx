import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { isDirty, isIdentityDirty } from '../editor/editor-store.ts';
import type { Saver } from '../editor/saver.ts';
import { useEditor } from '../form/form-context.ts';
import classes from './record-page.module.css';

type SaveStatusProps = { saver: Saver };

const minute = 60;

/** Seconds since a moment, counted on by the clock of this screen. */
function useSecondsSince(timestamp: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - Date.parse(timestamp)) / 1000));
}

/** Whether everything typed is stored, and since when: always there and always true. */
export function SaveStatus({ saver }: SaveStatusProps) {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const savedAt = useEditor((state) => state.meta.savedAt);
  const canEdit = useEditor((state) => state.allowed.edit || state.allowed.editIdentity);
  const isWaiting = useEditor((state) => isDirty(state) || isIdentityDirty(state));
  const isUnread = useEditor((state) => Object.keys(state.unread).length > 0);
  const { phase } = useSyncExternalStore(saver.subscribe, saver.get);
  const seconds = useSecondsSince(savedAt);

  if (!canEdit) return <span className={classes.status}>{t('save.onlyRead')}</span>;
  if (phase === 'failed') return <span className={classes.statusFailed}>{t('save.failed')}</span>;
  if (phase === 'saving') return <span className={classes.status}>{t('save.saving')}</span>;
  if (isWaiting) return <span className={classes.status}>{t('save.waiting')}</span>;
  return (
    <span className={classes.status}>
      {seconds < minute
        ? t('save.secondsAgo', { count: seconds })
        : seconds < 60 * minute
          ? t('save.minutesAgo', { count: Math.floor(seconds / minute) })
          : t('save.at', { moment: formats.dateTime(savedAt) })}
      {isUnread && ` · ${t('save.unread')}`}
    </span>
  );
}
