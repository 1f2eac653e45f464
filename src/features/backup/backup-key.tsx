import { PasswordInput, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/contract.ts';
import { FieldRow } from '../../ui/field-row.tsx';
import { areSound, emptyLines, SheetLinesInput } from '../../ui/sheet-lines.tsx';

export interface TypedKey {
  readonly by: 'account' | 'sheet';
  readonly login: string;
  readonly passphrase: string;
  readonly lines: readonly string[];
}

export const noKey: TypedKey = { by: 'account', login: '', passphrase: '', lines: emptyLines };

/** The key as the contract takes it; null while it is not whole. */
export function keyOf({ by, login, passphrase, lines }: TypedKey): Input<'backup.restore'>['key'] | null {
  if (by === 'sheet') return areSound(lines) ? { lines: [...lines] } : null;
  return login.trim() === '' || passphrase === '' ? null : { login: login.trim(), passphrase };
}

type BackupKeyFieldsProps = { typed: TypedKey; onChange: (typed: TypedKey) => void; wrongLine: number | undefined };

/** What opens a backup on a machine that knows nothing: an account that was in it, or the recovery sheet. */
export function BackupKeyFields({ typed, onChange, wrongLine }: BackupKeyFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow label={t('backup:key.by')}>
        {() => (
          <Radio.Group
            value={typed.by}
            onChange={(by) => onChange({ ...typed, by: by === 'sheet' ? 'sheet' : 'account' })}
            aria-label={t('backup:key.by')}
            pt={6}
          >
            <Radio value="account" label={t('backup:key.account')} mb={8} />
            <Radio value="sheet" label={t('backup:key.sheet')} />
          </Radio.Group>
        )}
      </FieldRow>
      {typed.by === 'account' ? (
        <>
          <FieldRow label={t('common:account.login')} required hint={t('backup:key.loginHint')}>
            {(control) => (
              <TextInput
                {...control}
                value={typed.login}
                onChange={(event) => onChange({ ...typed, login: event.currentTarget.value })}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </FieldRow>
          <FieldRow label={t('common:account.passphrase')} required>
            {(control) => (
              <PasswordInput
                {...control}
                value={typed.passphrase}
                onChange={(event) => onChange({ ...typed, passphrase: event.currentTarget.value })}
                autoComplete="off"
                visibilityToggleButtonProps={{ 'aria-label': t('common:passphrase.show') }}
              />
            )}
          </FieldRow>
        </>
      ) : (
        <SheetLinesInput
          legend={t('backup:key.sheet')}
          lines={typed.lines}
          onChange={(lines) => onChange({ ...typed, lines })}
          wrongLine={wrongLine}
        />
      )}
    </>
  );
}
