import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/use-formats.ts';
import { hasUnsaved } from '../editor/editor-store.ts';
import type { Keeper } from '../editor/keeper.ts';
import type { Saver } from '../editor/saver.ts';
import { useEditor } from '../form/form-context.ts';
import classes from './record-page.module.css';

type SaveStatusProps = { saver: Saver; keeper: Keeper };

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

/** Whether everything typed is on the disk, saved or as a draft, and since when: always there and always true. */
export function SaveStatus({ saver, keeper }: SaveStatusProps) {
  const { t } = useTranslation('records');
  const formats = useFormats();
  const savedAt = useEditor((state) => state.meta.savedAt);
  const canEdit = useEditor((state) => state.allowed.edit || state.allowed.editIdentity);
  const isWaiting = useEditor(hasUnsaved);
  const isUnread = useEditor((state) => Object.keys(state.unread).length > 0);
  const { phase } = useSyncExternalStore(saver.subscribe, saver.get);
  const kept = useSyncExternalStore(keeper.subscribe, keeper.get);
  const moment = isWaiting && kept.keptAt !== null ? kept.keptAt : savedAt;
  const seconds = useSecondsSince(moment);

  if (!canEdit) return <span className={classes.status}>{t('save.onlyRead')}</span>;
  if (phase === 'saving') return <span className={classes.status}>{t('save.saving')}</span>;
  if (isWaiting && kept.failure !== null) return <span className={classes.statusFailed}>{t('save.notKept')}</span>;
  if (phase === 'failed' && kept.keptAt === null)
    return <span className={classes.statusFailed}>{t('save.failed')}</span>;
  if (isWaiting && kept.keptAt === null) return <span className={classes.status}>{t('save.typing')}</span>;
  const what = isWaiting ? 'kept' : 'saved';
  return (
    <span className={phase === 'failed' ? classes.statusFailed : classes.status}>
      {seconds < minute
        ? t(`save.${what}SecondsAgo`, { count: seconds })
        : seconds < 60 * minute
          ? t(`save.${what}MinutesAgo`, { count: Math.floor(seconds / minute) })
          : t(`save.${what}At`, { moment: formats.dateTime(moment) })}
      {isUnread && ` · ${t('save.unread')}`}
    </span>
  );
}
