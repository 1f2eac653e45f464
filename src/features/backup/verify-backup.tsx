import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { ContentsList } from './contents.tsx';

/** Reads a backup of this register from end to end with the keys of the session. */
export function VerifyBackup() {
  const { t } = useTranslation();
  const job = useJob('backup.verify');
  const view = useJobView(job);

  const choose = async () => {
    const { path } = await call('workstation.choose-file', { purpose: 'backup' });
    if (path !== null) await job.start({ file: path, key: null });
  };
  return (
    <Panel title={t('backup:verify.title')} note={t('backup:verify.note')}>
      <Stack gap="md" align="flex-start">
        {job.state.phase === 'finished' ? (
          <Notice tone="good" title={t('backup:verify.done', { file: job.state.value.file })}>
            <ContentsList contents={job.state.value.contents} />
          </Notice>
        ) : null}
        <JobView {...view} />
        {job.state.phase === 'running' ? null : (
          <Button variant="default" onClick={() => void choose()}>
            {t('backup:verify.choose')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
