import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedure } from '../../api/query.ts';
import styles from './entrance-frame.module.css';
import { LanguageMenu } from './language-menu.tsx';

type EntranceFrameProps = { children: ReactNode };

/** Around the pages before sign-in: the program, the language, nothing of any register. */
export function EntranceFrame({ children }: EntranceFrameProps) {
  const { t } = useTranslation();
  const workstation = useProcedure('workstation.describe', {});
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <span className={styles.program}>{t('frame:program')}</span>
        <span className={styles.purpose}>{t('frame:purpose')}</span>
        <span className={styles.right}>
          <LanguageMenu />
        </span>
      </header>
      <main className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <span>{t('frame:version', { version: workstation.data?.version ?? '' })}</span>
        <span>{t('frame:noNetwork')}</span>
      </footer>
    </div>
  );
}
