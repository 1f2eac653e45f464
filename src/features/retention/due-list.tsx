import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { ProposeSelectedDialog } from './propose-dialog.tsx';
import { RecordCell } from './record-cell.tsx';
import styles from './retention.module.css';
import { SelectableTable } from './selectable-table.tsx';
import { useRecordNames } from './use-record-names.ts';
import { useRestsOnConsent } from './use-rests-on-consent.ts';

type Due = Output<'retention.due'>;
type Row = Due['rows'][number];
type DueListProps = { due: Due; onMore: () => void; onProposed: (count: number) => void };

/** Everything that is due, earliest first; a supervisor selects and proposes. */
export function DueList({ due, onMore, onProposed }: DueListProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const names = useRecordNames();
  const hasConsent = useRestsOnConsent();
  const { history } = useRouter();
  const isSupervisor = useHasRole()('supervisor');
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [proposing, setProposing] = useState<readonly Row[] | null>(null);
  const selected = due.rows.filter(({ recordId }) => keys.has(recordId));
  useKeyHints(['moveInList', ...(isSupervisor ? (['selectRow', 'selectAll', 'openRecord'] as const) : [])]);

  // The dialog stands outside: what was proposed is gone from the list before the dialog has told it.
  return (
    <>
      {due.rows.length === 0 ? (
        <EmptyState title={t('due.emptyTitle')}>
          <p>{t(hasConsent ? 'due.empty' : 'due.emptyRecords')}</p>
        </EmptyState>
      ) : (
        <>
          <div className={styles.bar}>
            <span className={styles.barText}>{t(isSupervisor ? 'due.note' : 'due.noteAdministrator')}</span>
            {isSupervisor ? (
              <>
                <span aria-live="polite" className={styles.count}>
                  {selected.length === 0
                    ? ''
                    : t('due.selected', { count: selected.length, number: formats.number(selected.length) })}
                </span>
                <Button disabled={selected.length === 0} onClick={() => setProposing(selected)}>
                  {t('due.propose')}
                </Button>
              </>
            ) : null}
          </div>
          <SelectableTable<Row>
            caption={t('tabs.due', { number: formats.number(due.total) })}
            columns={[
              { key: 'dueOn', title: t('columns.dueOn'), cell: ({ dueOn }) => formats.date(dueOn), numeric: true },
              {
                key: 'record',
                title: t('columns.record'),
                cell: (row) => <RecordCell binned={row.binned} record={row} />,
              },
              {
                key: 'number',
                title: t('columns.number'),
                cell: ({ number }) => (number === null ? '–' : formats.number(number)),
                numeric: true,
              },
              {
                key: 'institution',
                title: t('columns.institution'),
                cell: ({ institution }) => names.institution(institution),
              },
              {
                key: 'why',
                title: t('columns.why'),
                cell: ({ cause, since }) => t(`cause.${cause}`, { since: since === null ? '' : formats.date(since) }),
              },
              {
                key: 'scope',
                title: t('columns.scope'),
                cell: ({ scope }) => <span className={styles.nowrap}>{t(`scope.${scope}`)}</span>,
              },
            ]}
            nameOf={names.record}
            rowKey={({ recordId }) => recordId}
            rows={due.rows}
            {...(isSupervisor
              ? {
                  selection: { keys, onChange: setKeys },
                  onEnter: ({ recordId }: Row) => history.push(`/record/${recordId}`),
                }
              : {})}
          />
          {due.total > due.rows.length ? (
            <div className={styles.more}>
              <span>
                {t('due.shown', { number: formats.number(due.rows.length), total: formats.number(due.total) })}
              </span>
              <Button onClick={onMore} variant="default">
                {t('due.more')}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {proposing === null ? null : (
        <ProposeSelectedDialog
          onClose={() => setProposing(null)}
          onDone={(count) => {
            setProposing(null);
            setKeys(new Set());
            onProposed(count);
          }}
          targets={proposing}
        />
      )}
    </>
  );
}
