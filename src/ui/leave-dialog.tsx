import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog.tsx';

type LeaveDialogProps = { isDirty: boolean };

/** Asks before a page is left with something on it that is not saved. */
export function LeaveDialog({ isDirty }: LeaveDialogProps) {
  const { t } = useTranslation('common');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <ConfirmDialog
      action={t('leave.confirm')}
      dangerous
      onClose={reset}
      onConfirm={proceed}
      opened
      title={t('leave.title')}
    >
      {t('leave.note')}
    </ConfirmDialog>
  );
}
