import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { login as loginShape } from '#shared/contract/shapes.ts';
import { FieldRow } from './field-row.tsx';

export interface Person {
  readonly displayName: string;
  readonly login: string;
  readonly passphrase: string;
}

export const nobody: Person = { displayName: '', login: '', passphrase: '' };

/** What the contract takes as a name for sign-in. */
export const isLogin = (login: string): boolean => loginShape.safeParse(login).success;

type AccountFieldsProps = { person: Person; onChange: (person: Person) => void; loginError?: string | undefined };

/** Who it is, and the name typed at sign-in. */
export function AccountFields({ person, onChange, loginError }: AccountFieldsProps) {
  const { t } = useTranslation();
  const wrong = person.login === '' || isLogin(person.login) ? loginError : t('common:account.loginWrong');
  return (
    <>
      <FieldRow label={t('common:account.displayName')} required hint={t('common:account.displayNameHint')}>
        {(control) => (
          <TextInput
            {...control}
            value={person.displayName}
            maxLength={120}
            onChange={(event) => onChange({ ...person, displayName: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </FieldRow>
      <FieldRow label={t('common:account.login')} required hint={t('common:account.loginRule')} error={wrong}>
        {(control) => (
          <TextInput
            {...control}
            value={person.login}
            maxLength={64}
            onChange={(event) => onChange({ ...person, login: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </FieldRow>
    </>
  );
}
