import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../api/jobs.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import styles from './audit.module.css';

/** Reads the whole register and its log, and compares with a seal that stands on an earlier print. */
export function CheckRegister() {
  const { t } = useTranslation();
  const job = useJob('register.check');
  const view = useJobView(job);
  const [seal, setSeal] = useState('');
  return (
    <Panel title={t('audit:check.title')} note={t('audit:check.note')}>
      <FieldRows>
        <FieldRow label={t('audit:check.seal')} hint={t('audit:check.sealHint')}>
          {(control) => (
            <TextInput
              {...control}
              value={seal}
              onChange={(event) => setSeal(event.currentTarget.value)}
              maxLength={60}
              spellCheck={false}
            />
          )}
        </FieldRow>
        <FieldActions>
          <Button
            variant="default"
            disabled={job.state.phase === 'running'}
            onClick={() => void job.start({ seal: seal.trim() === '' ? null : seal.trim() })}
          >
            {t('audit:check.submit')}
          </Button>
        </FieldActions>
        <JobView {...view} />
        {job.state.phase === 'finished' ? (
          <Notice
            tone={job.state.value.sound ? 'good' : 'error'}
            title={job.state.value.sound ? t('audit:check.sound') : t('audit:check.unsound')}
          >
            <ul className={styles.findings}>
              {job.state.value.findings.map(({ check, sound }) => (
                <li key={check}>
                  <span aria-hidden="true">{sound ? '✓' : '✗'}</span>
                  {t(`audit:check.of.${check}`)}: {sound ? t('audit:check.good') : t('audit:check.bad')}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </FieldRows>
    </Panel>
  );
}
