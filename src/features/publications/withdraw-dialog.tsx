import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Publication } from '#shared/contract/publication.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type WithdrawDialogProps = { publication: Publication; onClose: () => void };

/** Marks a publication as withdrawn, with the reason; it stays. */
export function WithdrawDialog({ publication, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const failure = useFailureText();
  const withdraw = useCall('publication.withdraw', ['publication.list']);
  const [reason, setReason] = useState('');
  const { id, statistic, period } = publication;
  return (
    <ConfirmDialog
      action={t('withdraw.submit')}
      busy={withdraw.isPending}
      disabled={!isReason(reason)}
      onClose={onClose}
      onConfirm={() => withdraw.mutate({ id, reason: reason.trim() }, { onSuccess: onClose })}
      opened
      title={t('withdraw.title', { what: words.what(statistic), period: words.period(period.text) })}
    >
      <div className={classes.stack}>
        <p>{t('withdraw.text')}</p>
        <ReasonField isFirst label={t('withdraw.reason')} onChange={setReason} value={reason} />
        <FailureNotice text={failure(withdraw.error)} />
      </div>
    </ConfirmDialog>
  );
}
