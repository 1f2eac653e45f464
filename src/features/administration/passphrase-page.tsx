import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/failure.ts';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { usePassphraseHelp } from '../../api/use-passphrase.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';

/** Everybody changes the own passphrase; nobody else's is touched. */
export function PassphrasePage() {
  const { t } = useTranslation();
  const text = useFailureText();
  const { account, register } = useSession();
  const change = useCall('session.change-passphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const help = usePassphraseHelp(next, [register.institution, register.office, account.displayName, account.login]);
  const isWrong = change.isError && failureOf(change.error).code === 'WRONG_PASSPHRASE';

  const submit = async () => {
    await change.mutateAsync({ current, next });
    setCurrent('');
    setNext('');
  };
  return (
    <Page narrow>
      <PageHeader title={t('administration:passphrase.title')} />
      {change.isSuccess ? <Notice tone="good" title={t('administration:passphrase.done')} /> : null}
      <Panel title={t('administration:passphrase.panel')} note={t('administration:passphrase.note')}>
        <FieldRows>
          <FieldRow
            label={t('administration:passphrase.current')}
            required
            error={isWrong ? text(change.error)?.what : undefined}
          >
            {(control) => (
              <PasswordInput
                {...control}
                value={current}
                onChange={(event) => setCurrent(event.currentTarget.value)}
                autoComplete="off"
                visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show') }}
              />
            )}
          </FieldRow>
          <PassphraseField label={t('administration:passphrase.next')} value={next} onChange={setNext} {...help} />
          <FieldActions>
            <Button
              disabled={current === '' || help.judgement?.acceptable !== true}
              loading={change.isPending}
              onClick={() => void submit().catch(() => undefined)}
            >
              {t('administration:passphrase.submit')}
            </Button>
          </FieldActions>
        </FieldRows>
      </Panel>
      {isWrong ? null : <FailureNotice text={text(change.error)} />}
    </Page>
  );
}
