import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../api/jobs.ts';
import { queryKey } from '../../api/query.ts';
import { useHasRole } from '../../api/session.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './quality.module.css';

/** Some records were never judged by the rules of today: figures about rules would look better than the data is. */
export function JudgeNeeded() {
  const { t } = useTranslation('quality');
  const mayJudge = useHasRole()('supervisor');
  return (
    <>
      <Notice title={t('judge.needed')} tone="warn">
        {t('judge.why')} {mayJudge ? null : t('judge.ask')}
      </Notice>
      <JudgeButton label={t('judge.start')} />
    </>
  );
}

type JudgeAgainProps = { note: string };

/** When everything was judged last; what depends on the day or on other records may have changed since. */
export function JudgeAgain({ note }: JudgeAgainProps) {
  const { t } = useTranslation('quality');
  return (
    <>
      <p className={classes.quiet}>{note}</p>
      <JudgeButton label={t('judge.again')} />
    </>
  );
}

function JudgeButton({ label }: { label: string }) {
  const { t } = useTranslation('quality');
  const formats = useFormats();
  const mayJudge = useHasRole()('supervisor');
  const job = useJob('quality.judge');
  const view = useJobView(job);
  const client = useQueryClient();
  const { phase } = job.state;
  // Where nothing else was found than before, no record changed, and yet all are judged now.
  useEffect(() => {
    if (phase === 'finished') void client.invalidateQueries({ queryKey: queryKey('quality.table') });
  }, [phase, client]);
  if (!mayJudge) return null;
  return (
    <div className={classes.judge}>
      {job.state.phase === 'running' ? null : (
        <Button onClick={() => void job.start({})} variant="default">
          {label}
        </Button>
      )}
      <JobView {...view} />
      {job.state.phase === 'finished' ? (
        <p className={classes.quiet} role="status">
          {t('judge.done', { count: job.state.value.records, changed: formats.number(job.state.value.changed, 0) })}
        </p>
      ) : null}
    </div>
  );
}
