import { Box } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/reason-field.tsx';

type ReasonDialogProps = {
  title: string;
  children?: ReactNode;
  action: string;
  dangerous?: boolean;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Something that is only done with a written reason, which the history keeps. */
export function ReasonDialog({
  title,
  children,
  action,
  dangerous = false,
  busy,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslation('records');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      action={action}
      busy={busy}
      dangerous={dangerous}
      disabled={!isReason(reason)}
      onClose={onClose}
      onConfirm={() => onConfirm(reason.trim())}
      opened
      title={title}
    >
      {children}
      <Box mt="sm">
        <ReasonField hint={t('reason.kept')} isFirst label={t('reason.label')} onChange={setReason} value={reason} />
      </Box>
    </ConfirmDialog>
  );
}
