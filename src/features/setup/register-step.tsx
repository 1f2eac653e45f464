import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useProcedure } from '../../api/query.ts';
import { FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { Panel } from '../../ui/page.tsx';
import { WithButton } from '../../ui/with-button.tsx';
import { CountrySelect } from './country-select.tsx';
import type { SetupDraft } from './draft.ts';
import { StepButtons } from './step-buttons.tsx';

type RegisterStepProps = {
  draft: SetupDraft;
  onChange: (changed: Partial<SetupDraft>) => void;
  onBack: () => void;
  onNext: () => void;
};

/** Institution, country and folder of the new register. */
export function RegisterStep({ draft, onChange, onBack, onNext }: RegisterStepProps) {
  const { t } = useTranslation();
  const workstation = useProcedure('workstation.describe', {});
  const suggestedFolder = workstation.data?.suggestedFolder;
  const propose = useEffectEvent((folder: string) => {
    if (draft.path === '') onChange({ path: folder });
  });
  useEffect(() => {
    if (suggestedFolder !== undefined) propose(suggestedFolder);
  }, [suggestedFolder]);

  const chooseFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'register' });
    if (path !== null) onChange({ path });
  };
  const isReady = draft.institution.trim().length >= 2 && draft.path.trim() !== '';

  return (
    <>
      <Panel title={t('setup:register.title')} note={t('setup:register.note')}>
        <FieldRows>
          <FieldRow label={t('setup:register.institution')} required hint={t('setup:register.institutionHint')}>
            {(control) => (
              <TextInput
                {...control}
                value={draft.institution}
                maxLength={200}
                onChange={(event) => onChange({ institution: event.currentTarget.value })}
                spellCheck={false}
              />
            )}
          </FieldRow>
          <FieldRow label={t('setup:register.office')} hint={t('setup:register.officeHint')}>
            {(control) => (
              <TextInput
                {...control}
                value={draft.office}
                maxLength={200}
                onChange={(event) => onChange({ office: event.currentTarget.value })}
                spellCheck={false}
              />
            )}
          </FieldRow>
          <FieldRow label={t('setup:register.country')} required>
            {(control) => (
              <CountrySelect control={control} value={draft.country} onChange={(country) => onChange({ country })} />
            )}
          </FieldRow>
          <FieldRow label={t('setup:register.folder')} required hint={t('setup:register.folderHint')}>
            {(control) => (
              <WithButton>
                <TextInput
                  {...control}
                  value={draft.path}
                  onChange={(event) => onChange({ path: event.currentTarget.value })}
                  spellCheck={false}
                />
                <Button variant="default" onClick={() => void chooseFolder()}>
                  {t('common:choose')}
                </Button>
              </WithButton>
            )}
          </FieldRow>
          <FieldRow label={t('setup:register.training')} hint={t('setup:register.trainingHint')}>
            {(control) => (
              <Checkbox
                {...control}
                mt={6}
                checked={draft.training}
                onChange={(event) => onChange({ training: event.currentTarget.checked })}
              />
            )}
          </FieldRow>
        </FieldRows>
      </Panel>
      <StepButtons onBack={onBack} onNext={onNext} isReady={isReady} />
    </>
  );
}
