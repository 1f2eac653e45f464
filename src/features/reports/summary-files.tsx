import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobResult } from '#shared/contract/exchange.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './reports.module.css';

type SummaryFilesProps = { written: JobResult<'summary.write'>; onClose: () => void };

/** Where the files lie, and the digest that stands on each of them. */
export function SummaryFiles({ written, onClose }: SummaryFilesProps) {
  const { t } = useTranslation();
  return (
    <Notice
      actions={
        <Button onClick={onClose} variant="default">
          {t('common:close')}
        </Button>
      }
      title={t('summary:page.done')}
      tone="good"
    >
      <ul className={styles.files}>
        {written.files.map(({ file, pages }) => (
          <li key={file}>
            {file}
            {pages === null ? null : <span className={styles.pages}> · {t('summary:page.pages', { pages })}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t('summary:facts.digest')}: {written.digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')}
      </p>
    </Notice>
  );
}
