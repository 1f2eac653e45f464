import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type RegisterKind, registerKinds } from '#shared/dictionary/vocabulary.ts';
import { Panel } from '../../ui/page.tsx';
import { StepButtons } from './step-buttons.tsx';

type KindStepProps = {
  kind: RegisterKind | null;
  onChange: (kind: RegisterKind) => void;
  onBack: () => void;
  onNext: () => void;
};

/** Which register: asked by itself and without a proposal, since it can never be changed afterwards. */
export function KindStep({ kind, onChange, onBack, onNext }: KindStepProps) {
  const { t } = useTranslation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (kind !== null) onNext();
      }}
    >
      <Stack gap="md">
        <Panel title={t('setup:kind.title')} note={t('setup:kind.note')}>
          <Radio.Group
            value={kind}
            onChange={(chosen) => {
              const known = registerKinds.find((each) => each === chosen);
              if (known !== undefined) onChange(known);
            }}
            aria-label={t('setup:kind.title')}
          >
            <Stack gap="sm">
              {registerKinds.map((each) => (
                <Radio key={each} value={each} label={t(`frame:kind.${each}`)} description={t(`setup:kind.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </Panel>
        <StepButtons onBack={onBack} onNext="submit" isReady={kind !== null} />
      </Stack>
    </form>
  );
}
