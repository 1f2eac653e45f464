import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReason, ReasonField } from '../../../ui/reason-field.tsx';
import classes from './attachments.module.css';

type ReasonGateProps = { onReason: (reason: string) => void };

/** Whoever looks into the record of somebody else says why, before any name is shown. */
export function ReasonGate({ onReason }: ReasonGateProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <div className={classes.form}>
      <p>{t('attachments:reason.note')}</p>
      <ReasonField isFirst label={t('attachments:reason.label')} onChange={setReason} value={reason} />
      <div>
        <Button disabled={!isReason(reason)} onClick={() => onReason(reason.trim())}>
          {t('attachments:reason.submit')}
        </Button>
      </div>
    </div>
  );
}
