import { Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFoot } from './dialog-foot.tsx';
import { useFocusBack } from './use-focus-back.ts';

type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The verb of what will happen. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  /** What cannot be undone is red, and the other button has the focus. */
  dangerous?: boolean;
  busy?: boolean;
  disabled?: boolean;
  /** Left out: as narrow as a question. */
  size?: 'lg' | undefined;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    action,
    onConfirm,
    onClose,
    dangerous = false,
    busy = false,
    disabled = false,
    size,
  } = props;
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      {...(size === undefined ? {} : { size })}
    >
      <Stack gap="lg">
        <div>{children}</div>
        <DialogFoot
          action={action}
          busy={busy}
          dangerous={dangerous}
          disabled={disabled}
          onClose={onClose}
          onConfirm={onConfirm}
        />
      </Stack>
    </Modal>
  );
}
