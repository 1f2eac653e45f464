import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { SessionInfo } from '#shared/contract/session.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { RegisterList } from './register-list.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

type SignInPageProps = {
  onSignedIn: (session: SessionInfo) => void;
  onNewRegister: () => void;
  onRestore: () => void;
  onForgotten: (path: string) => void;
};

type Registers = Output<'workstation.describe'>['registers'];

const firstUsable = (registers: Registers) => registers.find(({ problem }) => problem === null)?.path ?? null;

/** The registers of this workstation on the left, name and passphrase on the right. */
export function SignInPage({ onSignedIn, onNewRegister, onRestore, onForgotten }: SignInPageProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const described = useProcedure('workstation.describe', {});
  const [chosenPath, setChosenPath] = useState<string | null>(null);
  if (described.isError) return <FailureNotice text={text(described.error)} />;
  if (described.data === undefined) return null;

  const { registers, demo } = described.data;
  const path = chosenPath ?? demo?.path ?? firstUsable(registers);
  const chosen = registers.find((register) => register.path === path && register.problem === null);
  return (
    <div className={styles.columns}>
      <h1 className={styles.title}>{t('signIn:title')}</h1>
      <Panel title={t('signIn:registers.title')}>
        <RegisterList
          registers={registers}
          chosen={path}
          onChoose={setChosenPath}
          onNewRegister={onNewRegister}
          onRestore={onRestore}
        />
      </Panel>
      <Panel
        title={
          chosen === undefined ? t('signIn:form.title') : t('signIn:form.titleOf', { institution: chosen.institution })
        }
      >
        {chosen === undefined ? (
          <EmptyState title={t('signIn:form.noneTitle')}>{t('signIn:form.noneText')}</EmptyState>
        ) : (
          <SignInForm
            key={chosen.path}
            register={chosen}
            demo={demo?.path === chosen.path ? demo : null}
            onSignedIn={onSignedIn}
            onForgotten={() => onForgotten(chosen.path)}
          />
        )}
      </Panel>
    </div>
  );
}
