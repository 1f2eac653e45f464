import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '#shared/contract/roles.ts';
import { FieldGroupRow } from '../../ui/field-row.tsx';

type RoleChoiceProps = { chosen: readonly Role[]; onChange: (chosen: readonly Role[]) => void };

/** Roles with what each may do, in plain words. */
export function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const { t } = useTranslation();
  const toggle = (role: Role, isHeld: boolean) =>
    onChange(roles.filter((each) => (each === role ? isHeld : chosen.includes(each))));
  return (
    <FieldGroupRow label={t('administration:accounts.roles')}>
      <Stack gap={8} pt={6}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={t(`common:roles.${role}`)}
            description={t(`administration:roleMeaning.${role}`)}
            checked={chosen.includes(role)}
            onChange={(event) => toggle(role, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </FieldGroupRow>
  );
}
