import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FieldActions, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import type { Account } from './account-table.tsx';
import { RoleChoice } from './role-choice.tsx';

type RolesFormProps = { account: Account; onDone: () => void };

export function RolesForm({ account, onDone }: RolesFormProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const setRoles = useCall('account.set-roles', ['account.list', 'session.describe']);
  const [chosen, setChosen] = useState(account.roles as readonly (typeof account.roles)[number][]);
  const submit = async () => {
    await setRoles.mutateAsync({ id: account.id, roles: [...chosen] });
    onDone();
  };
  return (
    <FieldRows>
      <RoleChoice chosen={chosen} onChange={setChosen} />
      <FailureNotice text={text(setRoles.error)} />
      <FieldActions>
        <Button
          disabled={chosen.length === 0}
          loading={setRoles.isPending}
          onClick={() => void submit().catch(() => undefined)}
        >
          {t('administration:set-roles.submit')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </FieldActions>
    </FieldRows>
  );
}
