import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import styles from './retention.module.css';

type WithdrawDialogProps = { id: string; name: string; onClose: () => void };

/** Takes a proposal back, or declines it. */
export function WithdrawDialog({ id, name, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('retention');
  const text = useFailureText();
  const withdraw = useCall('erasure.withdraw', ['erasure.list', 'erasure.finished', 'retention.due']);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      action={t('withdraw.submit')}
      busy={withdraw.isPending}
      disabled={!isReason(reason)}
      onClose={onClose}
      onConfirm={() => withdraw.mutate({ id, reason: reason.trim() }, { onSuccess: onClose })}
      opened
      title={t('withdraw.title', { name })}
    >
      <div className={styles.stack}>
        <p>{t('withdraw.text')}</p>
        <ReasonField isFirst label={t('withdraw.reason')} onChange={setReason} value={reason} />
        <FailureNotice text={text(withdraw.error)} />
      </div>
    </ConfirmDialog>
  );
}
