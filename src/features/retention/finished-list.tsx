import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { PrintCertificateDialog } from './print-certificate-dialog.tsx';
import { RecordCell } from './record-cell.tsx';
import styles from './retention.module.css';
import { SelectableTable } from './selectable-table.tsx';
import { useRecordNames } from './use-record-names.ts';

type Row = Output<'erasure.finished'>['rows'][number];
type FinishedListProps = {
  rows: readonly Row[];
  total: number;
  onMore: (() => void) | null;
  onPrinted: (file: string) => void;
};

/** What was decided, newest first, each erasure with its certificate. */
export function FinishedList({ rows, total, onMore, onPrinted }: FinishedListProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const names = useRecordNames();
  const [printing, setPrinting] = useState<Row | null>(null);
  useKeyHints(['moveInList', 'openRecord']);

  if (rows.length === 0) {
    return (
      <EmptyState title={t('finished.emptyTitle')}>
        <p>{t('finished.empty')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <SelectableTable<Row>
        caption={t('tabs.finished', { number: formats.number(total) })}
        columns={[
          {
            key: 'decided',
            title: t('columns.decided'),
            cell: ({ decidedAt }) => formats.dateTime(decidedAt),
            numeric: true,
          },
          { key: 'record', title: t('columns.record'), cell: (row) => <RecordCell record={row} /> },
          {
            key: 'scope',
            title: t('columns.scope'),
            cell: ({ scope }) => <span className={styles.nowrap}>{t(`scope.${scope}`)}</span>,
          },
          {
            key: 'reason',
            title: t('columns.reason'),
            cell: ({ reason, decisionReason }) => (
              <>
                {reason}
                {decisionReason === null ? null : <div>{t('finished.whyNot', { reason: decisionReason })}</div>}
              </>
            ),
          },
          {
            key: 'by',
            title: t('columns.decidedBy'),
            cell: ({ proposedBy, decidedBy }) => (
              <>
                {proposedBy}
                <div>{decidedBy}</div>
              </>
            ),
          },
          { key: 'state', title: t('columns.state'), cell: (row) => <FinishedState row={row} /> },
          {
            key: 'certificate',
            title: '',
            cell: (row) =>
              row.state === 'erased' ? (
                <Button onClick={() => setPrinting(row)} size="compact-sm" variant="default">
                  {t('finished.certificate')}
                </Button>
              ) : null,
          },
        ]}
        nameOf={names.record}
        onEnter={(row) => row.state === 'erased' && setPrinting(row)}
        rowKey={({ id }) => id}
        rows={rows}
      />
      {onMore === null ? null : (
        <div className={styles.more}>
          <Button onClick={onMore} variant="default">
            {t('finished.more')}
          </Button>
        </div>
      )}
      {printing === null ? null : (
        <PrintCertificateDialog
          code={printing.code}
          id={printing.id}
          onClose={() => setPrinting(null)}
          onPrinted={(file) => {
            setPrinting(null);
            onPrinted(file);
          }}
        />
      )}
    </>
  );
}

function FinishedState({ row: { state, isSwept } }: { row: Row }) {
  const { t } = useTranslation('retention');
  if (state === 'withdrawn') return <Badge tone="quiet">{t('finished.withdrawn')}</Badge>;
  return isSwept ? (
    <Badge tone="good">{t('finished.erased')}</Badge>
  ) : (
    <Badge tone="warn">{t('finished.unswept')}</Badge>
  );
}
