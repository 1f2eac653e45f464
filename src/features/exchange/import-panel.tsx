import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { queryKey } from '../../api/query.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { Panel } from '../../ui/page.tsx';
import styles from './exchange.module.css';
import { ImportFileRow } from './import-file-row.tsx';
import { ImportReport } from './import-report.tsx';
import { guessEntity, useEntities } from './use-entities.ts';

export type ImportFile = Input<'exchange.import'>['files'][number];

/** Files, then a check that writes nothing, then the import: all of it or nothing. */
export function ImportPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const entities = useEntities();
  const job = useJob('exchange.import');
  const view = useJobView(job);
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const isRunning = job.state.phase === 'running';
  const isCommitted = job.state.phase === 'finished' && job.state.value.committed;

  useEffect(() => {
    if (!isCommitted) return;
    void client.invalidateQueries({ queryKey: queryKey('record.count') });
    void client.invalidateQueries({ queryKey: queryKey('record.list') });
  }, [isCommitted, client]);

  // A report speaks of the files as they were; other files need another check.
  const change = (changed: readonly ImportFile[]) => {
    setFiles(changed);
    job.reset();
  };
  const addFile = async () => {
    const { path } = await call('workstation.choose-file', { purpose: 'import' });
    if (path === null || files.some(({ file }) => file === path)) return;
    change([...files, { entity: guessEntity(path, entities), file: path, encoding: 'auto', delimiter: 'auto' }]);
  };
  const run = (commit: boolean) => void job.start({ files: [...files], commit });

  return (
    <Panel title={t('exchange:import.title')} note={t('exchange:import.note')}>
      {files.length === 0 ? (
        <EmptyState
          title={t('exchange:import.emptyTitle')}
          action={<Button onClick={() => void addFile()}>{t('exchange:import.addFile')}</Button>}
        >
          {t('exchange:import.emptyText')}
        </EmptyState>
      ) : (
        <div className={styles.stack}>
          <div className={styles.files}>
            {files.map((file, index) => (
              <ImportFileRow
                key={file.file}
                file={file}
                entities={entities}
                disabled={isRunning}
                onChange={(changed) => change(files.map((each, at) => (at === index ? changed : each)))}
                onRemove={() => change(files.filter((_, at) => at !== index))}
              />
            ))}
          </div>
          <div className={styles.row}>
            <Button disabled={isRunning || isCommitted} onClick={() => run(false)}>
              {t('exchange:import.check')}
            </Button>
            <Button variant="default" disabled={isRunning || files.length >= 12} onClick={() => void addFile()}>
              {t('exchange:import.addFile')}
            </Button>
          </div>
          <JobView {...view} />
          {job.state.phase === 'finished' ? (
            <ImportReport report={job.state.value} onCommit={() => run(true)} onAgain={() => change([])} />
          ) : null}
        </div>
      )}
    </Panel>
  );
}
