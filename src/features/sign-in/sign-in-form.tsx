import { Autocomplete, Button, PasswordInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { SessionInfo } from '#shared/contract/session.ts';
import { failureOf } from '../../api/failure.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import styles from './sign-in-page.module.css';

type Workstation = Output<'workstation.describe'>;

type SignInFormProps = {
  register: Workstation['registers'][number];
  demo: Workstation['demo'];
  onSignedIn: (session: SessionInfo) => void;
  onForgotten: () => void;
};

export function SignInForm({ register, demo, onSignedIn, onForgotten }: SignInFormProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const signIn = useCall('session.sign-in');
  const [login, setLogin] = useState(demo?.login ?? (register.logins.length === 1 ? (register.logins[0] ?? '') : ''));
  const [passphrase, setPassphrase] = useState(demo?.passphrase ?? '');
  const [hasCapsLock, setCapsLock] = useState(false);
  const passphraseInput = useRef<HTMLInputElement>(null);
  const secondsLeft = useWait(signIn.error);

  const submit = async () => {
    try {
      onSignedIn(await signIn.mutateAsync({ path: register.path, login: login.trim(), passphrase }));
    } catch {
      // The failure is shown from the call itself; what was typed stays, so that one letter can be mended.
      passphraseInput.current?.select();
    }
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {demo === null ? null : <Notice tone="warn">{t('signIn:form.demo', { passphrase: demo.passphrase })}</Notice>}
      {register.unfinished ? <Notice tone="info">{t('signIn:form.unfinished')}</Notice> : null}
      <Autocomplete
        label={t('signIn:form.login')}
        value={login}
        onChange={setLogin}
        data={register.logins}
        openOnFocus={false}
        autoComplete="off"
        spellCheck={false}
        autoFocus={login === ''}
        required
        withAsterisk={false}
      />
      <PasswordInput
        ref={passphraseInput}
        label={t('signIn:form.passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        onKeyUp={watchCapsLock}
        description={hasCapsLock ? t('signIn:form.capsLock') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show') }}
        autoComplete="off"
        autoFocus={login !== ''}
        required
        withAsterisk={false}
      />
      <Button type="submit" loading={signIn.isPending} disabled={secondsLeft > 0}>
        {secondsLeft > 0 ? t('signIn:form.wait', { count: secondsLeft }) : t('signIn:form.submit')}
      </Button>
      {signIn.isPending ? <p className={styles.detail}>{t('signIn:form.opening')}</p> : null}
      <FailureNotice text={text(signIn.error)} />
      <Button className={styles.forgotten} variant="subtle" onClick={onForgotten}>
        {t('signIn:form.forgotten')}
      </Button>
    </form>
  );
}

/** Seconds until another try is taken, counted down. */
function useWait(thrown: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const { code, params } = failureOf(thrown);
    if (thrown === null || code !== 'SIGN_IN_DELAYED' || typeof params.seconds !== 'number') return;
    const until = performance.now() + params.seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [thrown]);
  return left;
}
