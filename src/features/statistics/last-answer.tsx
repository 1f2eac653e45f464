import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './statistics.module.css';

type LastAnswerProps = {
  /** The answer is that to what was chosen before; the one to what is chosen now is on its way. */
  isOfBefore: boolean;
  children: ReactNode;
};

/** Figures of what was chosen before stay as a shade while others are counted: nobody takes them for those. */
export function LastAnswer({ isOfBefore, children }: LastAnswerProps) {
  const { t } = useTranslation('statistics');
  return (
    <>
      {isOfBefore && (
        <p className={classes.counting} role="status">
          {t('counting')}
        </p>
      )}
      <div className={isOfBefore ? classes.ofBefore : undefined} inert={isOfBefore}>
        {children}
      </div>
    </>
  );
}
