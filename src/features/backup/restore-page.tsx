import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { queryKey, useProcedure } from '../../api/query.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ComesIntoView } from '../../ui/comes-into-view.tsx';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, PageHeader, Panel } from '../../ui/page.tsx';
import { WithButton } from '../../ui/with-button.tsx';
import styles from './backup.module.css';
import { BackupKeyFields, keyOf, noKey } from './backup-key.tsx';
import { Comparison, ContentsList } from './contents.tsx';

type RestorePageProps = { onLeave: () => void };

/** File, key and folder; then what would be replaced; then the restore. Nothing is replaced before the last step. */
export function RestorePage({ onLeave }: RestorePageProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const workstation = useProcedure('workstation.describe', {});
  const inspect = useJob('backup.inspect');
  const restore = useJob('backup.restore');
  const inspectView = useJobView(inspect);
  const restoreView = useJobView(restore);
  const [file, setFile] = useState('');
  const [typedTarget, setTarget] = useState<string | null>(null);
  const [typedKey, setTypedKey] = useState(noKey);
  const target = typedTarget ?? workstation.data?.suggestedFolder ?? '';
  const key = keyOf(typedKey);
  const isRestored = restore.state.phase === 'finished';

  useEffect(() => {
    if (isRestored) void client.invalidateQueries({ queryKey: queryKey('workstation.describe') });
  }, [isRestored, client]);

  const leave = () => {
    inspect.reset();
    restore.reset();
    onLeave();
  };
  const change = (apply: () => void) => {
    apply();
    if (inspect.state.phase !== 'running') inspect.reset();
  };
  const chooseFile = async () => {
    const { path } = await call('workstation.choose-file', { purpose: 'backup' });
    if (path !== null) change(() => setFile(path));
  };
  const chooseFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'restore' });
    if (path !== null) change(() => setTarget(path));
  };
  const failure = inspect.state.phase === 'failed' ? inspect.state.failure : null;
  const wrongLine = typeof failure?.params.line === 'number' ? failure.params.line : undefined;

  if (restore.state.phase === 'finished') {
    const { path, contents, safetyCopy, erasedBack } = restore.state.value;
    return (
      <div className={styles.entrance}>
        <Page>
          <PageHeader title={t('backup:restore.title')} />
          <Notice
            tone="good"
            title={t('backup:restore.done', { path })}
            actions={<Button onClick={leave}>{t('backup:restore.toSignIn')}</Button>}
          >
            {safetyCopy === null ? null : <p>{t('backup:restore.safetyCopy', { path: safetyCopy })}</p>}
            <ErasedBack count={erasedBack} />
            <ContentsList contents={contents} />
          </Notice>
        </Page>
      </div>
    );
  }

  return (
    <div className={styles.entrance}>
      <Page>
        <PageHeader title={t('backup:restore.title')} />
        <Panel title={t('backup:restore.fileTitle')} note={t('backup:restore.note')}>
          <FieldRows>
            <FieldRow label={t('backup:restore.file')} required>
              {(control) => (
                <WithButton>
                  <TextInput
                    {...control}
                    value={file}
                    onChange={(event) => change(() => setFile(event.currentTarget.value))}
                    spellCheck={false}
                  />
                  <Button variant="default" onClick={() => void chooseFile()}>
                    {t('backup:restore.chooseFile')}
                  </Button>
                </WithButton>
              )}
            </FieldRow>
            <BackupKeyFields
              typed={typedKey}
              onChange={(typed) => change(() => setTypedKey(typed))}
              wrongLine={wrongLine}
            />
            <FieldRow label={t('backup:restore.target')} required hint={t('backup:restore.targetHint')}>
              {(control) => (
                <WithButton>
                  <TextInput
                    {...control}
                    value={target}
                    onChange={(event) => change(() => setTarget(event.currentTarget.value))}
                    spellCheck={false}
                  />
                  <Button variant="default" onClick={() => void chooseFolder()}>
                    {t('backup:restore.chooseFolder')}
                  </Button>
                </WithButton>
              )}
            </FieldRow>
            <FieldActions>
              <Button
                disabled={file === '' || key === null || target === '' || inspect.state.phase === 'running'}
                variant={inspect.state.phase === 'finished' ? 'default' : 'filled'}
                onClick={() => key !== null && void inspect.start({ file, key, target })}
              >
                {t('backup:restore.inspect')}
              </Button>
              <Button variant="default" onClick={leave}>
                {t('common:back')}
              </Button>
            </FieldActions>
          </FieldRows>
        </Panel>
        <JobView {...inspectView} />
        {inspect.state.phase === 'finished' && key !== null ? (
          <ComesIntoView>
            <Panel
              title={t('backup:restore.compareTitle')}
              note={
                inspect.state.value.replaces === null
                  ? t('backup:restore.replacesNothing')
                  : t('backup:restore.replaces')
              }
            >
              <Comparison backup={inspect.state.value.contents} present={inspect.state.value.replaces} />
              <div className={styles.row}>
                <Button
                  color={inspect.state.value.replaces === null ? undefined : 'brick'}
                  disabled={restore.state.phase === 'running'}
                  onClick={() => void restore.start({ file, key, target })}
                >
                  {inspect.state.value.replaces === null
                    ? t('backup:restore.submit')
                    : t('backup:restore.submitReplacing')}
                </Button>
              </div>
            </Panel>
          </ComesIntoView>
        ) : null}
        <JobView {...restoreView} />
      </Page>
    </div>
  );
}

/** Whether the backup brought back what was erased for good since; nothing is said where it certainly did not. */
function ErasedBack({ count }: { count: number | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (count === 0) return null;
  if (count === null) return <p>{t('backup:restore.erasedUnknown')}</p>;
  return <p>{t('backup:restore.erasedBack', { count, number: formats.number(count) })}</p>;
}
