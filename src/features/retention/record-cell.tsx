import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import styles from './retention.module.css';
import { useRecordNames } from './use-record-names.ts';

type RecordCellProps = {
  record: { readonly entity: string; readonly code: string | null; readonly number: number | null };
  binned?: boolean;
};

/** Code and number of a record; both outlive it. */
export function RecordCell({ record, binned = false }: RecordCellProps) {
  const { t } = useTranslation('retention');
  const names = useRecordNames();
  return (
    <>
      <span className={styles.nowrap}>{names.record(record)}</span>
      {binned ? (
        <>
          {' '}
          <Badge tone="quiet">{t('inBin')}</Badge>
        </>
      ) : null}
      {record.code === null ? null : (
        <div className={`${styles.quiet} ${styles.nowrap}`}>{names.entity(record.entity)}</div>
      )}
    </>
  );
}
