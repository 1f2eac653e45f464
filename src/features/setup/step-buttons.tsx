import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './setup-wizard.module.css';

type StepButtonsProps = {
  onBack?: () => void;
  /** `submit`: the step is a form, which Enter sends as well. */
  onNext?: (() => void) | 'submit';
  next?: string;
  back?: string;
  isReady?: boolean;
};

/** Back on the left, the way forward on the right. */
export function StepButtons({ onBack, onNext, next, back, isReady = true }: StepButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      {onBack === undefined ? null : (
        <Button variant="default" onClick={onBack}>
          {back ?? t('common:back')}
        </Button>
      )}
      {onNext === undefined ? null : (
        <Button
          className={styles.forward}
          {...(onNext === 'submit' ? { type: 'submit' as const } : { onClick: onNext })}
          disabled={!isReady}
        >
          {next ?? t('common:next')}
        </Button>
      )}
    </div>
  );
}
