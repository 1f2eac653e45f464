import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobResult } from '#shared/contract/exchange.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { callTable } from '#shared/statistics/catalogue/table-called.ts';
import { sayLabel } from '#shared/statistics/label-text.ts';
import { useSession } from '../../api/session.ts';
import { useLabelWords } from '../../i18n/use-label-text.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './reports.module.css';

type SummaryFilesProps = { written: JobResult<'summary.write'>; onClose: () => void };

/** Where the files lie, the digest that stands on each of them, and what is not in them. */
export function SummaryFiles({ written, onClose }: SummaryFilesProps) {
  const { t } = useTranslation();
  const words = useLabelWords();
  const { kind } = useSession().register;
  const withheld = written.withheld.map(({ id, part, title }) =>
    title === null ? callTable(kind, tableName(id, part), words) : sayLabel(title, words),
  );
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
      {withheld.length === 0 ? null : (
        <>
          <p>{t('summary:page.withheld')}</p>
          <ul className={styles.withheld}>
            {[...new Set(withheld)].map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {t('summary:facts.digest')}: {written.digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')}
      </p>
    </Notice>
  );
}
