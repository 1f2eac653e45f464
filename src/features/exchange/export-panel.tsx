import { Button, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../api/client.ts';
import { useJob } from '../../api/jobs.ts';
import { useHasRole } from '../../api/session.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { FieldActions, FieldGroupRow, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { WithButton } from '../../ui/with-button.tsx';
import styles from './exchange.module.css';
import { ExportResult } from './export-result.tsx';

const noLabels = 'none';

/** Records as files: pseudonymised and encrypted unless somebody who may gives a reason. */
export function ExportPanel() {
  const { t } = useTranslation();
  const maySeeIdentified = useHasRole()('supervisor');
  const job = useJob('exchange.export');
  const view = useJobView(job);
  const [folder, setFolder] = useState('');
  const [labels, setLabels] = useState<Language | null>(null);
  const [isIdentified, setIdentified] = useState(false);
  const [reason, setReason] = useState('');
  const [isClear, setClear] = useState(false);
  const isReady = folder !== '' && (!isIdentified || reason.trim().length >= 3) && job.state.phase !== 'running';

  const chooseFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'export' });
    if (path !== null) setFolder(path);
  };
  const begin = () =>
    void job.start({ folder, labels, identifiedReason: isIdentified ? reason.trim() : null, clear: isClear });

  return (
    <Panel title={t('exchange:export.title')} note={t('exchange:export.note')}>
      <FieldRows>
        <FieldRow label={t('exchange:export.folder')} required>
          {(control) => (
            <WithButton>
              <TextInput
                {...control}
                value={folder}
                onChange={(event) => setFolder(event.currentTarget.value)}
                spellCheck={false}
              />
              <Button variant="default" onClick={() => void chooseFolder()}>
                {t('common:choose')}
              </Button>
            </WithButton>
          )}
        </FieldRow>
        <FieldRow label={t('exchange:export.labels')} hint={t('exchange:export.labelsHint')}>
          {(control) => (
            <Select
              {...control}
              data={[
                { value: noLabels, label: t('exchange:export.codesOnly') },
                ...languages.map((value) => ({ value, label: languageNames[value] })),
              ]}
              value={labels ?? noLabels}
              onChange={(value) => setLabels(languages.find((each) => each === value) ?? null)}
              allowDeselect={false}
            />
          )}
        </FieldRow>
        <FieldGroupRow label={t('exchange:export.persons')}>
          <Radio.Group
            value={isIdentified ? 'identified' : 'pseudonymised'}
            onChange={(value) => setIdentified(value === 'identified')}
            aria-label={t('exchange:export.persons')}
          >
            <Stack gap={8} pt={6}>
              <Radio
                value="pseudonymised"
                label={t('exchange:export.pseudonymised')}
                description={t('exchange:export.pseudonymisedNote')}
              />
              {maySeeIdentified ? (
                <Radio
                  value="identified"
                  label={t('exchange:export.identified')}
                  description={t('exchange:export.identifiedNote')}
                />
              ) : null}
            </Stack>
          </Radio.Group>
        </FieldGroupRow>
        {isIdentified ? (
          <FieldRow label={t('exchange:export.reason')} required hint={t('exchange:export.reasonHint')}>
            {(control) => (
              <Textarea
                {...control}
                autosize
                minRows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </FieldRow>
        ) : null}
        <FieldGroupRow label={t('exchange:export.protection')}>
          <Radio.Group
            value={isClear ? 'clear' : 'encrypted'}
            onChange={(value) => setClear(value === 'clear')}
            aria-label={t('exchange:export.protection')}
          >
            <Stack gap={8} pt={6}>
              <Radio
                value="encrypted"
                label={t('exchange:export.encrypted')}
                description={t('exchange:export.encryptedNote')}
              />
              <Radio value="clear" label={t('exchange:export.clear')} description={t('exchange:export.clearNote')} />
            </Stack>
          </Radio.Group>
        </FieldGroupRow>
        {isClear ? <Notice tone="warn">{t('exchange:export.clearWarning')}</Notice> : null}
        <FieldActions>
          <Button disabled={!isReady} onClick={begin}>
            {t('exchange:export.submit')}
          </Button>
        </FieldActions>
      </FieldRows>
      <div className={styles.outcome}>
        <JobView {...view} />
        {job.state.phase === 'finished' ? <ExportResult result={job.state.value} onClose={job.reset} /> : null}
      </div>
    </Panel>
  );
}
