import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole, useSession } from '../../api/session.ts';
import { StatusDot, type Tone } from '../../ui/badge.tsx';
import styles from './app-frame.module.css';

const dayMs = 86_400_000;
const startOfDay = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();

/** Whole local days since the last backup that was read back; null where there is none. */
function daysSince(timestamp: string | null): number | null {
  if (timestamp === null) return null;
  return Math.max(0, Math.round((startOfDay(new Date()) - startOfDay(new Date(timestamp))) / dayMs));
}

/** How old the last verified backup is: green up to a week, then a warning. */
export function BackupAge() {
  const { t } = useTranslation();
  const { lastVerifiedBackup } = useSession();
  const hasRole = useHasRole();
  const days = daysSince(lastVerifiedBackup);
  const tone: Tone = days === null ? 'error' : days > 7 ? 'warn' : 'good';
  const text =
    days === null
      ? t('frame:backup.none')
      : days === 0
        ? t('frame:backup.today')
        : t('frame:backup.days', { count: days });
  const content = (
    <>
      <StatusDot tone={tone} />
      <span>{text}</span>
    </>
  );
  return hasRole('administrator', 'supervisor', 'auditor') ? (
    <Link className={styles.backup} to="/backup">
      {content}
    </Link>
  ) : (
    <span className={styles.backup}>{content}</span>
  );
}
