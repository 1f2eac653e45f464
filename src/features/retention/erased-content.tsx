import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { erasedKinds } from '#shared/contract/retention.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SimpleTable } from '../../ui/simple-table.tsx';
import styles from './retention.module.css';

type ErasedContentProps = { preview: Output<'erasure.preview'> };

/** How many rows of each kind would be erased, and the backups that hold them. */
export function ErasedContent({ preview }: ErasedContentProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const kinds = erasedKinds.flatMap((kind) => {
    const rows = preview.counts[kind];
    return rows === undefined ? [] : [{ kind, rows }];
  });
  return (
    <div className={styles.stack}>
      <SimpleTable
        caption={t('preview.kinds')}
        columns={[
          { key: 'kind', title: t('preview.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
          { key: 'rows', title: t('preview.rows'), cell: ({ rows }) => formats.number(rows), numeric: true },
        ]}
        rowKey={({ kind }) => kind}
        rows={kinds}
      />
      <div>
        <h3 className={styles.section}>{t('preview.backups')}</h3>
        {preview.backups.length === 0 ? (
          <p className={styles.quiet}>{t('preview.noBackups')}</p>
        ) : (
          <SimpleTable
            caption={t('preview.backups')}
            columns={[
              { key: 'file', title: t('preview.file'), cell: ({ file }) => file },
              { key: 'at', title: t('preview.made'), cell: ({ at }) => formats.dateTime(at), numeric: true },
              {
                key: 'until',
                title: t('preview.keptUntil'),
                cell: ({ keptUntil }) => formats.date(keptUntil),
                numeric: true,
              },
            ]}
            rowKey={({ file, at }) => `${file} ${at}`}
            rows={preview.backups}
          />
        )}
      </div>
    </div>
  );
}
