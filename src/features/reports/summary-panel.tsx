import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SummaryFormat, summaryFormats } from '#shared/contract/summary.ts';
import { type Language, languages } from '#shared/languages.ts';
import { call } from '../../api/client.ts';
import { useHasRole } from '../../api/session.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Badge } from '../../ui/badge.tsx';
import { FieldActions, FieldGroupRow, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Panel } from '../../ui/page.tsx';
import { periodText } from '../../ui/period-choice.ts';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { useFocusAfter } from '../../ui/use-focus-back.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WithButton } from '../../ui/with-button.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import styles from './reports.module.css';
import { SummaryFiles } from './summary-files.tsx';
import { useSummaryChoice } from './use-summary-choice.ts';
import { useSummaryJob } from './use-summary-job.ts';

/** The statistical summary: what it covers, how it is written, and the files once they are there. */
export function SummaryPanel() {
  const { t } = useTranslation();
  const formats = useFormats();
  const maySeeInternal = useHasRole()('supervisor', 'analyst');
  const [choice, choose] = useSummaryChoice();
  const job = useSummaryJob();
  const jobView = useJobView(job);
  const { state, asked } = job;
  const refused = state.phase === 'failed' && state.failure.code === 'BETRAYS_GROUP' ? state.failure : null;
  const period = periodText(choice.period, formats);
  const view = maySeeInternal ? choice.view : 'public';
  const isComplete =
    period !== null && choice.languages.length > 0 && choice.formats.length > 0 && choice.folder.trim() !== '';
  const isReady = isComplete && job.state.phase !== 'running';

  const chooseFolder = async () => {
    const { path } = await call('workstation.choose-folder', { purpose: 'report' });
    if (path !== null) choose({ folder: path });
  };
  const begin = () => {
    if (!isReady || period === null) return;
    const { folder } = choice;
    void job.start({ period, view, languages: choice.languages, formats: choice.formats, folder: folder.trim() });
  };
  useShortcut('print', begin);
  const submit = useRef<HTMLButtonElement>(null);
  // What stopped the work is gone with it: who works by keyboard goes on where it was begun.
  useFocusAfter(job.state.phase === 'running', submit);

  return (
    <Panel title={t('summary:title')} note={t('summary:page.lead')}>
      <FieldRows>
        <FieldGroupRow label={t('statistics:period.title')}>
          <div className={styles.period}>
            <PeriodFields
              choice={choice.period}
              isReadable={period !== null}
              onChange={(next) => choose({ period: next })}
            />
          </div>
        </FieldGroupRow>
        <FieldGroupRow label={t('statistics:view.title')}>
          {maySeeInternal ? (
            <>
              <SegmentedControl
                aria-label={t('statistics:view.title')}
                color="var(--k-accent)"
                data={[
                  { value: 'public', label: t('statistics:view.public') },
                  { value: 'internal', label: t('statistics:view.internal') },
                ]}
                onChange={(next) => choose({ view: next as 'public' | 'internal' })}
                value={view}
              />
              {view === 'internal' ? <p className={styles.internal}>{t('statistics:view.internalNote')}</p> : null}
            </>
          ) : (
            <Badge tone="accent">{t('statistics:view.public')}</Badge>
          )}
        </FieldGroupRow>
        <FieldGroupRow label={t('summary:page.languages')}>
          <Checkbox.Group
            aria-label={t('summary:page.languages')}
            onChange={(next) => choose({ languages: inOrder(languages, next) })}
            value={[...choice.languages]}
          >
            <div className={styles.choices}>
              {languages.map((each: Language) => (
                <Checkbox key={each} label={languageNames[each]} value={each} />
              ))}
            </div>
          </Checkbox.Group>
          <Button onClick={() => choose({ languages: [...languages] })} size="compact-sm" variant="default">
            {t('summary:page.all')}
          </Button>
        </FieldGroupRow>
        <FieldGroupRow label={t('summary:page.formats')}>
          <Checkbox.Group
            aria-label={t('summary:page.formats')}
            onChange={(next) => choose({ formats: inOrder(summaryFormats, next) })}
            value={[...choice.formats]}
          >
            <div className={styles.choices}>
              {summaryFormats.map((each: SummaryFormat) => (
                <Checkbox key={each} label={t(`summary:page.format.${each}`)} value={each} />
              ))}
            </div>
          </Checkbox.Group>
        </FieldGroupRow>
        <FieldRow hint={t('summary:page.folderHint')} label={t('summary:page.folder')} required>
          {(control) => (
            <WithButton>
              <TextInput
                {...control}
                onChange={(event) => choose({ folder: event.currentTarget.value })}
                spellCheck={false}
                value={choice.folder}
              />
              <Button onClick={() => void chooseFolder()} variant="default">
                {t('common:choose')}
              </Button>
            </WithButton>
          )}
        </FieldRow>
        <FieldActions>
          <Button disabled={!isReady} onClick={begin} ref={submit} rightSection={<KeyHint of="print" />}>
            {t('summary:page.submit')}
          </Button>
          {isComplete ? null : <span className={styles.incomplete}>{t('summary:page.incomplete')}</span>}
        </FieldActions>
      </FieldRows>
      <div className={styles.outcome}>
        {refused === null || asked === null ? (
          <JobView {...jobView} />
        ) : (
          <RefusedDialog
            failure={refused}
            onClose={job.reset}
            onConfirm={(without) => void job.start({ ...asked, without: [...(asked.without ?? []), ...without] })}
            period={asked.period}
          />
        )}
        {job.state.phase === 'finished' ? <SummaryFiles onClose={job.reset} written={job.state.value} /> : null}
      </div>
    </Panel>
  );
}

/** What was ticked, in the order in which it is offered. */
const inOrder = <T extends string>(offered: readonly T[], ticked: readonly string[]): T[] =>
  offered.filter((each) => ticked.includes(each));
