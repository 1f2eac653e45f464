import { Button, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../api/jobs.ts';
import { useProcedure } from '../../api/query.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { JobView } from '../../ui/job-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { periodText } from '../../ui/period-choice.ts';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { useFocusAfter } from '../../ui/use-focus-back.ts';
import classes from './publications.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { usePublicationWords } from './use-publication-words.ts';
import { everything, usePublishChoice } from './use-publish-choice.ts';

/** What is to go out: chosen, compared with everything before, then confirmed. */
export function PublishPanel() {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const offered = useProcedure('statistics.list', {}).data?.statistics ?? [];
  const [{ id, period }, choose] = usePublishChoice();
  const [digest, setDigest] = useState<string | null>(null);
  const job = useJob('publication.preview');
  const { phase } = job.state;
  const asked = periodText(period, formats);
  const button = useRef<HTMLButtonElement>(null);
  // The button that opens the dialog cannot keep the focus while it is busy.
  useFocusAfter(phase === 'running' || phase === 'finished', button);
  const check = () => {
    if (asked === null) return;
    const isAll = id === everything;
    setDigest(null);
    void job.start({ kind: isAll ? 'summary' : 'table', id: isAll ? null : id, period: asked });
  };
  return (
    <Panel note={t('publish.note')} title={t('publish.title')}>
      <div className={classes.stack}>
        <div className={classes.publish}>
          <Select
            allowDeselect={false}
            data={[
              { value: everything, label: t('publish.summary') },
              ...offered.map((statistic) => ({
                value: statistic.id,
                label: `${statistic.id} · ${words.what(statistic.id)}`,
              })),
            ]}
            label={t('publish.what')}
            onChange={(next) => choose({ id: next ?? everything })}
            nothingFoundMessage={t('common:nothingFound')}
            searchable
            value={id}
          />
          <PeriodFields choice={period} isReadable={asked !== null} onChange={(next) => choose({ period: next })} />
          <Button disabled={asked === null} loading={phase === 'running'} onClick={check} ref={button}>
            {t('publish.check')}
          </Button>
        </div>
        <JobView {...useJobView(job)} />
        {digest !== null && <Notice title={t('publish.done', { digest: words.digest(digest) })} tone="good" />}
        {job.state.phase === 'finished' && (
          <PublishDialog
            onClose={job.reset}
            onPublished={(published) => {
              setDigest(published.digest);
              job.reset();
            }}
            preview={job.state.value}
          />
        )}
      </div>
    </Panel>
  );
}
