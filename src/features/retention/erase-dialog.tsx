import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import styles from './retention.module.css';
import { useConfirming } from './use-proposing.ts';
import { useRecordNames } from './use-record-names.ts';

type EraseDialogProps = {
  proposals: Output<'erasure.list'>['proposals'];
  onClose: () => void;
  onDone: (count: number, isSwept: boolean) => void;
};

/** The second person confirms: what happens, what it changes elsewhere, and that it is for good. */
export function EraseDialog({ proposals, onClose, onDone }: EraseDialogProps) {
  const { t } = useTranslation('retention');
  const formats = useFormats();
  const text = useFailureText();
  const names = useRecordNames();
  const confirming = useConfirming();
  const [isUnderstood, setUnderstood] = useState(false);
  const count = proposals.length;
  const ids = proposals.map(({ id }) => id);
  const loosesRecords = proposals.some(({ scope }) => scope === 'record');
  return (
    <ConfirmDialog
      action={t('confirm.submit')}
      busy={confirming.isPending}
      dangerous
      disabled={!isUnderstood}
      onClose={onClose}
      onConfirm={() => confirming.mutate(ids, { onSuccess: (isSwept) => onDone(count, isSwept) })}
      opened
      title={t('confirm.title', { count, number: formats.number(count) })}
    >
      <div className={styles.stack}>
        <ul>
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              {names.record(proposal)}: {t(`scope.${proposal.scope}`)}
            </li>
          ))}
        </ul>
        <p>{t('confirm.final')}</p>
        {loosesRecords ? <p>{t('confirm.statistics')}</p> : null}
        <p>{t('confirm.backups')}</p>
        {proposals.some(({ confirmFrom }) => confirmFrom !== null) ? <p>{t('confirm.alone')}</p> : null}
        <Checkbox
          checked={isUnderstood}
          label={t('confirm.understood')}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
        <FailureNotice text={text(confirming.error)} />
      </div>
    </ConfirmDialog>
  );
}
