import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import type { Account } from './account-table.tsx';
import { AddAccountForm } from './add-account-form.tsx';
import { ResetPassphraseForm } from './reset-passphrase-form.tsx';
import { RolesForm } from './roles-form.tsx';

export type AccountTask =
  | { readonly name: 'add' }
  | { readonly name: 'set-roles' | 'give-vault-key' | 'reset-passphrase' | 'revoke'; readonly account: Account };

type AccountDialogProps = { task: AccountTask; onClose: () => void };

export function AccountDialog({ task, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  if (task.name === 'give-vault-key' || task.name === 'revoke') {
    return <ConfirmTask name={task.name} account={task.account} onClose={onClose} />;
  }
  const title =
    task.name === 'add'
      ? t('administration:add.title')
      : t(`administration:${task.name}.title`, { name: task.account.displayName });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={800}
      yOffset="2dvh"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {task.name === 'add' ? <AddAccountForm onDone={onClose} /> : null}
      {task.name === 'set-roles' ? <RolesForm account={task.account} onDone={onClose} /> : null}
      {task.name === 'reset-passphrase' ? <ResetPassphraseForm account={task.account} onDone={onClose} /> : null}
    </Modal>
  );
}

type ConfirmTaskProps = { name: 'give-vault-key' | 'revoke'; account: Account; onClose: () => void };

function ConfirmTask({ name, account, onClose }: ConfirmTaskProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const act = useCall(`account.${name}`, ['account.list']);
  const confirm = async () => {
    await act.mutateAsync({ id: account.id });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t(`administration:${name}.title`, { name: account.displayName })}
      action={t(`administration:${name}.submit`)}
      dangerous={name === 'revoke'}
      busy={act.isPending}
      onConfirm={() => void confirm().catch(() => undefined)}
      onClose={onClose}
    >
      <p>{t(`administration:${name}.text`, { name: account.displayName })}</p>
      <FailureNotice text={text(act.error)} />
    </ConfirmDialog>
  );
}
