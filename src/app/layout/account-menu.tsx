import { Menu, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roles } from '#shared/contract/roles.ts';
import { useSession } from '../../api/session.ts';
import styles from './app-frame.module.css';

export function AccountMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { account, seal } = useSession();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles.quietButton} aria-label={t('frame:account', { name: account.displayName })}>
          <span className={styles.account}>{account.displayName}</span> <span aria-hidden="true">▾</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {roles
            .filter((role) => account.roles.includes(role))
            .map((role) => t(`common:roles.${role}`))
            .join(', ')}
        </Menu.Label>
        <Menu.Label>{t('frame:seal', { entry: seal.entry, mark: seal.mark })}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: '/passphrase' })}>{t('frame:changePassphrase')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
