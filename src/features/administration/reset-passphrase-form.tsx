import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { usePassphraseHelp } from '../../api/use-passphrase.ts';
import { FieldActions, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import type { Account } from './account-table.tsx';

type ResetPassphraseFormProps = { account: Account; onDone: () => void };

/** A forgotten passphrase cannot be read back; the account gets a new one, and the vault key has to be given again. */
export function ResetPassphraseForm({ account, onDone }: ResetPassphraseFormProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const { register } = useSession();
  const reset = useCall('account.reset-passphrase', ['account.list']);
  const [passphrase, setPassphrase] = useState('');
  const help = usePassphraseHelp(passphrase, [
    register.institution,
    register.office,
    account.displayName,
    account.login,
  ]);
  const submit = async () => {
    await reset.mutateAsync({ id: account.id, passphrase });
    onDone();
  };
  return (
    <FieldRows>
      <Notice tone="info">{t('administration:reset-passphrase.text', { name: account.displayName })}</Notice>
      <PassphraseField
        label={t('administration:reset-passphrase.next')}
        value={passphrase}
        onChange={setPassphrase}
        {...help}
      />
      <FailureNotice text={text(reset.error)} />
      <FieldActions>
        <Button
          disabled={help.judgement?.acceptable !== true}
          loading={reset.isPending}
          onClick={() => void submit().catch(() => undefined)}
        >
          {t('administration:reset-passphrase.submit')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </FieldActions>
    </FieldRows>
  );
}
