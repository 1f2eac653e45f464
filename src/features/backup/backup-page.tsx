import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useSize } from '../../i18n/use-size.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import styles from './backup.module.css';
import { CreateBackup } from './create-backup.tsx';
import { VerifyBackup } from './verify-backup.tsx';

/** Making, verifying and listing backups; restoring is done before sign-in, and the page says so. */
export function BackupPage() {
  const { t } = useTranslation();
  const hasRole = useHasRole();
  return (
    <Page>
      <PageHeader title={t('backup:title')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {hasRole('administrator') ? <CreateBackup /> : null}
          <VerifyBackup />
          <Panel title={t('backup:restore.title')} note={t('backup:restore.where')} />
        </div>
        <EarlierBackups />
      </div>
    </Page>
  );
}

function EarlierBackups() {
  const { t } = useTranslation();
  const formats = useFormats();
  const size = useSize();
  const text = useFailureText();
  const listed = useProcedure('backup.list', {});
  const backups = listed.data?.backups ?? [];
  return (
    <Panel title={t('backup:list.title')}>
      <FailureNotice text={text(listed.error)} />
      {listed.isSuccess && backups.length === 0 ? (
        <EmptyState title={t('backup:list.emptyTitle')}>{t('backup:list.emptyText')}</EmptyState>
      ) : (
        <SimpleTable
          caption={t('backup:list.title')}
          rows={backups}
          rowKey={({ file, at }) => `${file} ${at}`}
          columns={[
            { key: 'at', title: t('backup:list.at'), cell: ({ at }) => formats.dateTime(at) },
            {
              key: 'file',
              title: t('backup:list.file'),
              cell: ({ file }) => <span className={styles.path}>{file}</span>,
            },
            { key: 'bytes', title: t('backup:list.size'), cell: ({ bytes }) => size(bytes), numeric: true },
            {
              key: 'verified',
              title: t('backup:list.state'),
              cell: ({ verified }) =>
                verified ? (
                  <Badge tone="good">{t('backup:list.verified')}</Badge>
                ) : (
                  <Badge tone="warn">{t('backup:list.unverified')}</Badge>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
