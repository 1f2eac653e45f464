import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePassphraseHelp } from '../../api/use-passphrase.ts';
import { AccountFields, isLogin } from '../../ui/account-fields.tsx';
import { FieldRows } from '../../ui/field-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import type { SetupDraft } from './draft.ts';
import { StepButtons } from './step-buttons.tsx';

type PeopleStepProps = {
  who: 'administrator' | 'supervisor';
  draft: SetupDraft;
  onChange: (changed: Partial<SetupDraft>) => void;
  onBack: () => void;
  onNext: () => void;
};

const sameLogin = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** The first administrator and the first supervisor: two people, so that nobody holds everything; or one, said plainly. */
export function PeopleStep({ who, draft, onChange, onBack, onNext }: PeopleStepProps) {
  const { t } = useTranslation();
  const person = draft[who];
  const help = usePassphraseHelp(person.passphrase, [
    draft.institution,
    draft.office,
    person.displayName,
    person.login,
  ]);
  const isTaken = who === 'supervisor' && person.login !== '' && sameLogin(person.login, draft.administrator.login);
  const isReady =
    person.displayName.trim() !== '' && isLogin(person.login) && !isTaken && help.judgement?.acceptable === true;
  const isLast = who === 'supervisor' || draft.isOnePerson;
  const title = who === 'administrator' && draft.isOnePerson ? 'onePerson' : who;

  return (
    <>
      {who === 'administrator' ? (
        <Panel title={t('setup:people.title')} note={t('setup:people.note')}>
          <Radio.Group
            value={draft.isOnePerson ? 'one' : 'two'}
            onChange={(value) => onChange({ isOnePerson: value === 'one' })}
            aria-label={t('setup:people.title')}
          >
            <Stack gap="sm">
              <Radio value="two" label={t('setup:people.two')} description={t('setup:people.twoNote')} />
              <Radio value="one" label={t('setup:people.one')} description={t('setup:people.oneNote')} />
            </Stack>
          </Radio.Group>
        </Panel>
      ) : null}
      {who === 'administrator' && draft.isOnePerson ? (
        <Notice tone="warn">{t('setup:people.oneWarning')}</Notice>
      ) : null}
      <Panel title={t(`setup:people.${title}Title`)} note={t(`setup:people.${title}Note`)}>
        <FieldRows>
          <AccountFields
            person={person}
            onChange={(changed) => onChange({ [who]: changed })}
            loginError={isTaken ? t('setup:people.sameLogin') : undefined}
          />
          <PassphraseField
            label={t('common:account.passphrase')}
            value={person.passphrase}
            onChange={(passphrase) => onChange({ [who]: { ...person, passphrase } })}
            {...help}
          />
        </FieldRows>
      </Panel>
      <StepButtons
        onBack={onBack}
        onNext={onNext}
        next={isLast ? t('setup:create.submit') : t('common:next')}
        isReady={isReady}
      />
    </>
  );
}
