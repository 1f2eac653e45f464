import { Button, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { queryKey, useProcedure } from '../../api/query.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { useSize } from '../../i18n/use-size.ts';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import styles from './backup.module.css';
import { ContentsList } from './contents.tsx';

/** To a stick or a folder; it counts only once it was read back. */
export function CreateBackup() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const size = useSize();
  const job = useJob('backup.create');
  const view = useJobView(job);
  const listed = useProcedure('workstation.list-drives', {});
  const [folder, setFolder] = useState<string | null>(null);
  const [ownFolder, setOwnFolder] = useState<string | null>(null);
  const isFinished = job.state.phase === 'finished';

  useEffect(() => {
    if (!isFinished) return;
    void client.invalidateQueries({ queryKey: queryKey('backup.list') });
    void client.invalidateQueries({ queryKey: queryKey('session.describe') });
  }, [isFinished, client]);

  const drives = listed.data?.drives.filter(({ removable }) => removable) ?? [];
  const target = folder ?? ownFolder ?? drives[0]?.path ?? null;
  const chooseFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'backup' });
    if (path === null) return;
    setOwnFolder(path);
    setFolder(path);
  };

  return (
    <Panel title={t('backup:create.title')} note={t('backup:create.note')}>
      <Stack gap="md">
        {job.state.phase === 'finished' ? (
          <Notice
            tone="good"
            title={t('backup:create.done', { file: job.state.value.file })}
            actions={
              <Button variant="default" onClick={job.reset}>
                {t('backup:create.another')}
              </Button>
            }
          >
            <p>{t('backup:create.doneNote')}</p>
            <ContentsList contents={job.state.value.contents} />
          </Notice>
        ) : null}
        {job.state.phase === 'idle' || job.state.phase === 'failed' ? (
          <>
            <Radio.Group label={t('backup:create.where')} value={target} onChange={setFolder}>
              <div className={styles.drives}>
                {drives.map((drive) => (
                  <Radio
                    key={drive.path}
                    value={drive.path}
                    label={drive.label === '' ? drive.path : `${drive.label} (${drive.path})`}
                    description={t('backup:create.free', {
                      free: size(drive.freeBytes),
                      total: size(drive.totalBytes),
                    })}
                  />
                ))}
                {ownFolder === null ? null : <Radio value={ownFolder} label={ownFolder} />}
              </div>
            </Radio.Group>
            {listed.isSuccess && drives.length === 0 ? (
              <p className={styles.dim}>{t('backup:create.noDrive')}</p>
            ) : null}
            <div className={styles.row}>
              <Button disabled={target === null} onClick={() => target !== null && void job.start({ folder: target })}>
                {t('backup:create.submit')}
              </Button>
              <Button variant="default" onClick={() => void chooseFolder()}>
                {t('backup:create.otherFolder')}
              </Button>
              <Button variant="subtle" onClick={() => void listed.refetch()}>
                {t('backup:create.lookAgain')}
              </Button>
            </div>
          </>
        ) : null}
        <JobView {...view} />
      </Stack>
    </Panel>
  );
}
