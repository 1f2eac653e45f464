import { Button, UnstyledButton } from '@mantine/core';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { lockRegister } from '../../api/lock.ts';
import { useSession } from '../../api/session.ts';
import { KeptOffer } from '../../features/tasks/kept-offer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { KeyHintsProvider } from '../../ui/key-hints.tsx';
import { ariaKeysOf } from '../../ui/shortcuts.ts';
import { TrainingBand } from '../../ui/training-band.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './app-frame.module.css';
import { BackupAge } from './backup-age.tsx';
import { BottomLine } from './bottom-line.tsx';
import { GlobalSearch } from './global-search.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { SignInNotices } from './sign-in-notices.tsx';

const lock = () => void lockRegister();

/** Header, rail, page and bottom line of an open register. */
export function AppFrame() {
  const { t } = useTranslation();
  const { register } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isRailOpen, setRailOpen] = useState(false);
  useShortcut('lock', lock);
  useShortcut('newWindow', () => void call('workstation.open-window', { page: path }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top, and closes the rail
  useEffect(() => {
    setRailOpen(false);
    document.getElementById('page')?.scrollTo(0, 0);
  }, [path]);

  return (
    <KeyHintsProvider>
      <div className={styles.frame}>
        <a className={styles.skip} href="#page">
          {t('frame:skip')}
        </a>
        <div className={styles.band}>{register.training ? <TrainingBand text={t('frame:training')} /> : null}</div>
        <header className={styles.header}>
          <UnstyledButton
            className={`${styles.quietButton} ${styles.menuButton}`}
            aria-expanded={isRailOpen}
            onClick={() => setRailOpen(!isRailOpen)}
          >
            {t('frame:menu')}
          </UnstyledButton>
          <span className={styles.program}>{t('frame:program')}</span>
          <Badge tone="accent">{t(`frame:kind.${register.kind}`)}</Badge>
          <GlobalSearch />
          <div className={styles.right}>
            <BackupAge />
            <LanguageMenu />
            <AccountMenu />
            <Button
              variant="default"
              onClick={lock}
              rightSection={<KeyHint of="lock" />}
              aria-keyshortcuts={ariaKeysOf('lock')}
            >
              {t('frame:lock')}
            </Button>
          </div>
        </header>
        <Rail isOpen={isRailOpen} />
        <main className={styles.main} id="page" tabIndex={-1}>
          <SignInNotices />
          {path.startsWith('/records') && <KeptOffer />}
          <ErrorBoundary key={path}>
            <Outlet />
          </ErrorBoundary>
        </main>
        <BottomLine />
        <ShortcutsSheet />
      </div>
    </KeyHintsProvider>
  );
}
