import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/failure.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { usePassphraseHelp } from '../../api/use-passphrase.ts';
import { AccountFields, isLogin, nobody } from '../../ui/account-fields.tsx';
import { FieldActions, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { areSound, emptyLines, SheetLinesInput } from '../../ui/sheet-lines.tsx';

type RecoveryPageProps = { path: string; onLeave: () => void };

/** Nobody can sign in any more: the recovery sheet makes a new administrator, and everybody will be told. */
export function RecoveryPage({ path, onLeave }: RecoveryPageProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const issue = useCall('recovery.issue-administrator', ['workstation.describe']);
  const [lines, setLines] = useState(emptyLines);
  const [vaultLines, setVaultLines] = useState(emptyLines);
  const [hasVaultSheet, setHasVaultSheet] = useState(false);
  const [person, setPerson] = useState(nobody);
  const { displayName, login, passphrase } = person;
  const help = usePassphraseHelp(passphrase, [displayName, login]);
  const isReady =
    areSound(lines) &&
    (!hasVaultSheet || areSound(vaultLines)) &&
    displayName.trim() !== '' &&
    isLogin(login) &&
    help.judgement?.acceptable === true;
  const wrongLine = issue.isError ? failureOf(issue.error).params.line : undefined;

  if (issue.isSuccess) {
    return (
      <Page narrow centred>
        <PageHeader title={t('signIn:recovery.title')} />
        <Notice
          tone="good"
          title={t('signIn:recovery.doneTitle', { login })}
          actions={<Button onClick={onLeave}>{t('signIn:recovery.toSignIn')}</Button>}
        >
          {t('signIn:recovery.doneText')}
        </Notice>
      </Page>
    );
  }
  return (
    <Page narrow centred>
      <PageHeader title={t('signIn:recovery.title')} beside={path} />
      <Panel title={t('signIn:recovery.otherWaysTitle')} note={t('signIn:recovery.otherWays')} />
      <Panel title={t('signIn:recovery.sheetTitle')} note={t('signIn:recovery.sheetNote')}>
        <SheetLinesInput
          legend={t('signIn:recovery.sheetTitle')}
          lines={lines}
          onChange={setLines}
          wrongLine={typeof wrongLine === 'number' ? wrongLine : undefined}
        />
        <Checkbox
          mt="md"
          label={t('signIn:recovery.hasVaultSheet')}
          checked={hasVaultSheet}
          onChange={(event) => setHasVaultSheet(event.currentTarget.checked)}
        />
      </Panel>
      {hasVaultSheet ? (
        <Panel title={t('signIn:recovery.vaultTitle')} note={t('signIn:recovery.vaultNote')}>
          <SheetLinesInput legend={t('signIn:recovery.vaultTitle')} lines={vaultLines} onChange={setVaultLines} />
        </Panel>
      ) : null}
      <Panel title={t('signIn:recovery.accountTitle')}>
        <FieldRows>
          <AccountFields person={person} onChange={setPerson} />
          <PassphraseField
            label={t('common:account.passphrase')}
            value={passphrase}
            onChange={(typed) => setPerson({ ...person, passphrase: typed })}
            {...help}
          />
          <FieldActions>
            <Button
              disabled={!isReady}
              loading={issue.isPending}
              onClick={() =>
                issue.mutate({
                  path,
                  lines: [...lines],
                  vaultLines: hasVaultSheet ? [...vaultLines] : null,
                  account: { login: login.trim(), displayName: displayName.trim(), passphrase },
                })
              }
            >
              {t('signIn:recovery.submit')}
            </Button>
            <Button variant="default" onClick={onLeave}>
              {t('common:back')}
            </Button>
          </FieldActions>
        </FieldRows>
      </Panel>
      <FailureNotice text={text(issue.error)} />
    </Page>
  );
}
