import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/contract/roles.ts';
import { failureOf } from '../../api/failure.ts';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { usePassphraseHelp } from '../../api/use-passphrase.ts';
import { AccountFields, isLogin, nobody } from '../../ui/account-fields.tsx';
import { FieldActions, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RoleChoice } from './role-choice.tsx';

export function AddAccountForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const text = useFailureText();
  const { register } = useSession();
  const add = useCall('account.add', ['account.list', 'workstation.describe']);
  const [person, setPerson] = useState(nobody);
  const [chosen, setChosen] = useState<readonly Role[]>(['officer']);
  const help = usePassphraseHelp(person.passphrase, [
    register.institution,
    register.office,
    person.displayName,
    person.login,
  ]);
  const isReady =
    person.displayName.trim() !== '' &&
    isLogin(person.login) &&
    chosen.length > 0 &&
    help.judgement?.acceptable === true;
  const isTaken = add.isError && failureOf(add.error).code === 'LOGIN_TAKEN';

  const submit = async () => {
    await add.mutateAsync({
      displayName: person.displayName.trim(),
      login: person.login.trim(),
      roles: [...chosen],
      passphrase: person.passphrase,
    });
    onDone();
  };
  return (
    <FieldRows>
      <AccountFields person={person} onChange={setPerson} loginError={isTaken ? text(add.error)?.what : undefined} />
      <RoleChoice chosen={chosen} onChange={setChosen} />
      <PassphraseField
        label={t('administration:add.passphrase')}
        value={person.passphrase}
        onChange={(passphrase) => setPerson({ ...person, passphrase })}
        {...help}
      />
      {chosen.includes('officer') || chosen.includes('supervisor') ? (
        <Notice tone="info">{t('administration:add.vaultKeyLater')}</Notice>
      ) : null}
      {isTaken ? null : <FailureNotice text={text(add.error)} />}
      <FieldActions>
        <Button disabled={!isReady} loading={add.isPending} onClick={() => void submit().catch(() => undefined)}>
          {t('administration:add.submit')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </FieldActions>
    </FieldRows>
  );
}
