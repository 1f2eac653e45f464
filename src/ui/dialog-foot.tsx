import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type DialogFootProps = {
  /** The verb of what will happen. */
  action: string;
  onClose: () => void;
  /** Left out where the form around it is submitted. */
  onConfirm?: () => void;
  /** What cannot be undone is red, and the other button has the focus. */
  dangerous?: boolean;
  busy?: boolean;
  disabled?: boolean;
};

/** The two ways out of a dialog: leave everything as it was, or do it. */
export function DialogFoot(props: DialogFootProps) {
  const { action, onClose, onConfirm, dangerous = false, busy = false, disabled = false } = props;
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onClose} {...(dangerous ? { 'data-autofocus': true } : {})}>
        {t('common:cancel')}
      </Button>
      <Button
        color={dangerous ? 'brick' : undefined}
        disabled={disabled}
        loading={busy}
        {...(onConfirm === undefined ? { type: 'submit' } : { onClick: onConfirm })}
      >
        {action}
      </Button>
    </Group>
  );
}
