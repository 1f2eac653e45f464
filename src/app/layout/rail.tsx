import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/contract/roles.ts';
import { indexOfKind, registerOf } from '#shared/dictionary/registers.ts';
import { entityTextKey } from '#shared/dictionary/text-keys.ts';
import { useProcedure } from '../../api/query.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import styles from './app-frame.module.css';

interface RailItem {
  readonly to: string;
  readonly text: string;
  /** Empty: everybody. */
  readonly roles: readonly Role[];
  readonly beside?: string;
}

interface RailPart {
  readonly title?: string;
  readonly items: readonly RailItem[];
}

/** What the roles of the account may do, nothing else. */
export function Rail({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  const hasRole = useHasRole();
  const records = useRecordItems();
  const tasks = useTaskItem();
  const stages = useStageItems();

  const parts: readonly RailPart[] = [
    {
      items: [
        ...records,
        tasks,
        ...stages,
        { to: '/quality', text: t('frame:rail.quality'), roles: ['officer', 'supervisor', 'analyst', 'auditor'] },
      ],
    },
    {
      title: t('frame:rail.results'),
      items: [
        { to: '/statistics', text: t('frame:rail.statistics'), roles: ['supervisor', 'analyst', 'officer'] },
        { to: '/reports', text: t('frame:rail.reports'), roles: ['supervisor', 'analyst', 'officer'] },
        {
          to: '/publications',
          text: t('frame:rail.publications'),
          roles: ['supervisor', 'analyst', 'officer', 'auditor'],
        },
      ],
    },
    {
      title: t('frame:rail.register'),
      items: [
        { to: '/backup', text: t('frame:rail.backup'), roles: ['administrator', 'supervisor', 'auditor'] },
        { to: '/exchange', text: t('frame:rail.exchange'), roles: ['officer', 'supervisor', 'analyst'] },
        { to: '/retention', text: t('frame:rail.retention'), roles: ['administrator', 'supervisor'] },
        { to: '/accounts', text: t('frame:rail.accounts'), roles: ['administrator', 'supervisor'] },
        { to: '/code-lists', text: t('frame:rail.codeLists'), roles: ['administrator', 'supervisor'] },
        { to: '/settings', text: t('frame:rail.settings'), roles: ['administrator'] },
        { to: '/audit', text: t('frame:rail.audit'), roles: ['administrator', 'supervisor', 'auditor'] },
        { to: '/manual', text: t('frame:rail.manual'), roles: [], beside: keysOf('shortcuts') },
      ],
    },
  ];

  return (
    <nav className={styles.rail} aria-label={t('frame:rail.label')} data-open={isOpen || undefined}>
      {parts.map(({ title, items }) => {
        const offered = items.filter(({ roles }) => roles.length === 0 || hasRole(...roles));
        if (offered.length === 0) return null;
        return (
          <div key={title ?? 'records'}>
            {title === undefined ? null : <div className={styles.railTitle}>{title}</div>}
            {offered.map(({ to, text, beside }) => (
              <Link key={to} to={to} className={styles.railLink} activeOptions={{ includeSearch: false }}>
                <span>{text}</span>
                {beside === undefined ? null : <span className={styles.railCount}>{beside}</span>}
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

/** Only where records of the register go through stages. */
function useStageItems(): readonly RailItem[] {
  const { t } = useTranslation();
  const { register } = useSession();
  if (registerOf(register.kind).courses === undefined) return [];
  return [{ to: '/stages', text: t('frame:rail.stages'), roles: ['officer', 'supervisor', 'analyst'] }];
}

function useTaskItem(): RailItem {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayRead = useHasRole()('officer', 'supervisor');
  const count = useProcedure('task.count', {}, { enabled: mayRead }).data?.count ?? 0;
  return {
    to: '/tasks',
    text: t('frame:rail.tasks'),
    roles: ['officer', 'supervisor'],
    ...(count === 0 ? {} : { beside: formats.number(count) }),
  };
}

function useRecordItems(): readonly RailItem[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const { register } = useSession();
  const mayRead = useHasRole()('officer', 'supervisor');
  const counted = useProcedure('record.count', {}, { enabled: mayRead });
  return indexOfKind(register.kind).roots.map(({ id }) => {
    const count = counted.data?.counts[id];
    return {
      to: `/records/${id}`,
      text: t(entityTextKey(register.kind, id), { count: 100 }),
      roles: ['officer', 'supervisor'],
      ...(count === undefined ? {} : { beside: formats.number(count) }),
    };
  });
}
