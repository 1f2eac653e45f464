import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { waitingDays } from '#shared/contract/retention.ts';
import { useHasRole } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyHints } from '../../ui/key-hints.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { RecordCell } from './record-cell.tsx';
import styles from './retention.module.css';
import { SelectableTable } from './selectable-table.tsx';
import { useRecordNames } from './use-record-names.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Proposal = Output<'erasure.list'>['proposals'][number];
type WaitingListProps = { list: Output<'erasure.list'>; onErased: (count: number, isSwept: boolean) => void };
type Open =
  | { readonly kind: 'erase'; readonly proposals: Proposal[] }
  | { readonly kind: 'look' | 'withdraw'; readonly proposal: Proposal };

/** Proposals that wait for the second person. */
export function WaitingList({ list, onErased }: WaitingListProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const names = useRecordNames();
  const isAdministrator = useHasRole()('administrator');
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const { proposals, isOfficeOfOne } = list;
  const selected = proposals.filter(({ id }) => keys.has(id));
  const [only] = selected;
  const areReady = selected.every(({ confirm, isOutdated }) => confirm === 'yes' && !isOutdated);
  useKeyHints(['moveInList', 'selectRow', 'selectAll', 'openRecord']);
  const close = () => setOpen(null);

  // The dialogs stand outside: the last proposal is gone from the list before its dialog has told what was done.
  return (
    <>
      {proposals.length === 0 ? (
        <EmptyState title={t('waiting.emptyTitle')}>
          <p>{t('waiting.empty')}</p>
          {isOfficeOfOne ? <p>{t('waiting.officeOfOne', { days: waitingDays })}</p> : null}
        </EmptyState>
      ) : (
        <>
          <div className={styles.bar}>
            <span className={styles.barText}>
              {isOfficeOfOne ? t('waiting.officeOfOne', { days: waitingDays }) : t('waiting.note')}
            </span>
            <Button
              disabled={only === undefined || selected.length > 1}
              onClick={() => only !== undefined && setOpen({ kind: 'withdraw', proposal: only })}
              variant="default"
            >
              {t('waiting.withdraw')}
            </Button>
            {isAdministrator ? (
              <Button
                color="brick"
                disabled={selected.length === 0 || !areReady}
                onClick={() => setOpen({ kind: 'erase', proposals: selected })}
              >
                {t('waiting.confirm')}
              </Button>
            ) : null}
          </div>
          <SelectableTable<Proposal>
            caption={t('tabs.waiting', { number: formats.number(proposals.length) })}
            columns={[
              {
                key: 'proposed',
                title: t('columns.proposed'),
                cell: ({ proposedBy, proposedAt }) => (
                  <>
                    {proposedBy}
                    <div className={`${styles.quiet} ${styles.nowrap}`}>{formats.dateTime(proposedAt)}</div>
                  </>
                ),
              },
              { key: 'record', title: t('columns.record'), cell: (row) => <RecordCell record={row} /> },
              {
                key: 'scope',
                title: t('columns.scope'),
                cell: ({ scope }) => <span className={styles.nowrap}>{t(`scope.${scope}`)}</span>,
              },
              { key: 'reason', title: t('columns.reason'), cell: ({ reason }) => reason },
              { key: 'state', title: t('columns.state'), cell: (row) => <ProposalState proposal={row} /> },
              {
                key: 'look',
                title: '',
                cell: (row) => (
                  <Button onClick={() => setOpen({ kind: 'look', proposal: row })} size="compact-sm" variant="default">
                    {t('waiting.look')}
                  </Button>
                ),
              },
            ]}
            nameOf={names.record}
            onEnter={(proposal) => setOpen({ kind: 'look', proposal })}
            rowKey={({ id }) => id}
            rows={proposals}
            selection={{ keys, onChange: setKeys }}
          />
        </>
      )}
      {open?.kind === 'erase' ? (
        <EraseDialog
          onClose={close}
          onDone={(count, isSwept) => {
            close();
            setKeys(new Set());
            onErased(count, isSwept);
          }}
          proposals={open.proposals}
        />
      ) : null}
      {open?.kind === 'withdraw' ? (
        <WithdrawDialog id={open.proposal.id} name={names.record(open.proposal)} onClose={close} />
      ) : null}
      {open?.kind === 'look' ? (
        <PreviewDialog
          name={names.record(open.proposal)}
          onClose={close}
          recordId={open.proposal.recordId}
          scope={open.proposal.scope}
        />
      ) : null}
    </>
  );
}

function ProposalState({ proposal: { confirm, confirmFrom, isOutdated } }: { proposal: Proposal }) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  if (isOutdated) return <Badge tone="error">{t('waiting.state.outdated')}</Badge>;
  const at = confirmFrom === null ? '' : formats.dateTime(confirmFrom);
  return <Badge tone={confirm === 'yes' ? 'good' : 'warn'}>{t(`waiting.state.${confirm}`, { at })}</Badge>;
}
