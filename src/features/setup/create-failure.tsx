import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { failureOf } from '../../api/failure.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { StepButtons } from './step-buttons.tsx';

const aboutPeople: readonly ErrorCode[] = ['PASSPHRASE_TOO_WEAK', 'LOGIN_TAKEN'];

type CreateFailureProps = {
  thrown: unknown;
  onBack: (to: 'register' | 'administrator') => void;
  onAgain: () => void;
};

/** Nothing was made; the way back leads to the question that has to be answered anew. */
export function CreateFailure({ thrown, onBack, onAgain }: CreateFailureProps) {
  const { t } = useTranslation();
  const text = useFailureText();
  const isAboutPeople = aboutPeople.includes(failureOf(thrown).code);
  return (
    <>
      <FailureNotice
        text={text(thrown)}
        actions={
          <Button variant="default" onClick={onAgain}>
            {t('setup:create.again')}
          </Button>
        }
      />
      <StepButtons onBack={() => onBack(isAboutPeople ? 'administrator' : 'register')} />
    </>
  );
}
