import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReason } from '../dialogs/reason-dialog.tsx';
import classes from './attachments.module.css';

type ReasonGateProps = { onReason: (reason: string) => void };

/** Whoever looks into the record of somebody else says why, before any name is shown. */
export function ReasonGate({ onReason }: ReasonGateProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <div className={classes.form}>
      <p>{t('attachments:reason.note')}</p>
      <Textarea
        autosize
        data-autofocus
        label={t('attachments:reason.label')}
        maxLength={2000}
        minRows={3}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        value={reason}
      />
      <div>
        <Button disabled={!isReason(reason)} onClick={() => onReason(reason.trim())}>
          {t('attachments:reason.submit')}
        </Button>
      </div>
    </div>
  );
}
