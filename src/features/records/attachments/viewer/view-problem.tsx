import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../../ui/notice.tsx';
import classes from './viewer.module.css';

/** Why a file that opened cannot be shown; what lies in the register is not touched by it. */
export type Problem = 'damaged' | 'password' | 'tooLarge';

export function ViewProblem({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const what = {
    damaged: t('attachments:viewer.problem.damaged'),
    password: t('attachments:viewer.problem.password'),
    tooLarge: t('attachments:viewer.problem.tooLarge'),
  }[problem];
  return (
    <div className={classes.middle}>
      <FailureNotice text={{ what, safe: t('attachments:viewer.problem.safe'), todo: '' }} />
    </div>
  );
}
