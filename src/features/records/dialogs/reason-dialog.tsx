import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

type ReasonDialogProps = {
  title: string;
  children?: ReactNode;
  action: string;
  dangerous?: boolean;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

const shortestReason = 3;
const longestReason = 2000;

export const isReason = (text: string): boolean => text.trim().length >= shortestReason;

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
      <Textarea
        autosize
        data-autofocus
        description={t('reason.kept')}
        label={t('reason.label')}
        maxLength={longestReason}
        minRows={3}
        mt="sm"
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        value={reason}
      />
    </ConfirmDialog>
  );
}
