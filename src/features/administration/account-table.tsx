import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { roles } from '#shared/contract/roles.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { AccountTask } from './account-dialog.tsx';
import styles from './administration.module.css';

export type Account = Output<'account.list'>['accounts'][number];

type AccountTableProps = { accounts: readonly Account[]; onTask: (task: AccountTask) => void };

export function AccountTable({ accounts, onTask }: AccountTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <SimpleTable
      caption={t('administration:accounts.listTitle')}
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          title: t('administration:accounts.person'),
          cell: ({ displayName, login }) => (
            <>
              <div className={styles.person}>{displayName}</div>
              <div className={styles.login}>{login}</div>
            </>
          ),
        },
        {
          key: 'roles',
          title: t('administration:accounts.roles'),
          cell: (account) =>
            roles
              .filter((role) => account.roles.includes(role))
              .map((role) => t(`common:roles.${role}`))
              .join(', '),
        },
        {
          key: 'state',
          title: t('administration:accounts.state'),
          cell: (account) => <AccountState account={account} />,
        },
        {
          key: 'lastSignIn',
          title: t('administration:accounts.lastSignIn'),
          cell: ({ lastSignIn }) =>
            lastSignIn === null ? t('administration:accounts.never') : formats.dateTime(lastSignIn),
        },
        { key: 'actions', title: '', cell: (account) => <AccountActions account={account} onTask={onTask} /> },
      ]}
    />
  );
}

function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badges}>
      {account.active ? null : <Badge>{t('administration:accounts.closed')}</Badge>}
      {account.active && account.holdsVaultKey ? (
        <Badge tone="accent">{t('administration:accounts.holdsVaultKey')}</Badge>
      ) : null}
      {account.active && account.waitsForVaultKey ? (
        <Badge tone="warn">{t('administration:accounts.waitsForVaultKey')}</Badge>
      ) : null}
    </span>
  );
}

type AccountActionsProps = { account: Account; onTask: (task: AccountTask) => void };

function AccountActions({ account, onTask }: AccountActionsProps) {
  const { t } = useTranslation();
  const session = useSession();
  const isAdministrator = useHasRole()('administrator');
  const isSelf = account.id === session.account.id;
  if (!account.active) return null;
  return (
    <div className={styles.actions}>
      {account.waitsForVaultKey && session.account.holdsVaultKey ? (
        <Button variant="default" onClick={() => onTask({ name: 'give-vault-key', account })}>
          {t('administration:accounts.giveVaultKey')}
        </Button>
      ) : null}
      {isAdministrator ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={t('administration:accounts.more', { name: account.displayName })}>
              {t('administration:accounts.change')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onTask({ name: 'set-roles', account })}>
              {t('administration:accounts.setRoles')}
            </Menu.Item>
            <Menu.Item onClick={() => onTask({ name: 'reset-passphrase', account })} disabled={isSelf}>
              {t('administration:accounts.resetPassphrase')}
            </Menu.Item>
            <Menu.Item color="brick" onClick={() => onTask({ name: 'revoke', account })} disabled={isSelf}>
              {t('administration:accounts.revoke')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
