import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobResult } from '#shared/contract/exchange.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './exchange.module.css';

type ExportResultProps = { result: JobResult<'exchange.export'>; onClose: () => void };

/** Where the files lie; the passphrase of an encrypted export is shown here and nowhere else. */
export function ExportResult({ result, onClose }: ExportResultProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { files, records, passphrase } = result;
  return (
    <Notice
      tone="good"
      title={t('exchange:export.done', { count: records, shown: formats.number(records) })}
      actions={
        <Button variant="default" onClick={onClose}>
          {passphrase === null ? t('common:close') : t('exchange:export.noted')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      {passphrase === null ? null : (
        <>
          <p>{t('exchange:export.passphrase')}</p>
          <p className={styles.secret}>{passphrase}</p>
        </>
      )}
    </Notice>
  );
}
