import { Button, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '#shared/contract/contract.ts';
import { useCall, useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { periodText, usualPeriod } from '../../ui/period-choice.ts';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { isFocusLost } from '../../ui/use-focus-back.ts';
import classes from './publications.module.css';
import { PublishDialog } from './publish-dialog.tsx';
import { usePublicationWords } from './use-publication-words.ts';

type Subject = Input<'publication.preview'>;
type Checked = { readonly subject: Subject; readonly preview: Output<'publication.preview'> };

/** Stands for all tables in the list of choices. */
const everything = '*';

/** What is to go out: chosen, compared with everything before, then confirmed. */
export function PublishPanel() {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const failure = useFailureText();
  const offered = useProcedure('statistics.list', {}).data?.statistics ?? [];
  const [id, setId] = useState(everything);
  const [period, setPeriod] = useState(() => usualPeriod(new Date()));
  const [checked, setChecked] = useState<Checked | null>(null);
  const [digest, setDigest] = useState<string | null>(null);
  const preview = useCall('publication.preview');
  const asked = periodText(period, formats);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = checked !== null;
  // The button that opens the dialog cannot keep the focus while it is busy.
  useEffect(() => {
    if (!isOpen && isFocusLost()) button.current?.focus();
  }, [isOpen]);
  const check = () => {
    if (asked === null) return;
    const subject: Subject = {
      kind: id === everything ? 'summary' : 'table',
      id: id === everything ? null : id,
      period: asked,
    };
    setDigest(null);
    preview.mutate(subject, { onSuccess: (found) => setChecked({ subject, preview: found }) });
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
            onChange={(next) => setId(next ?? everything)}
            nothingFoundMessage={t('common:nothingFound')}
            searchable
            value={id}
          />
          <PeriodFields choice={period} isReadable={asked !== null} onChange={setPeriod} />
          <Button disabled={asked === null} loading={preview.isPending} onClick={check} ref={button}>
            {t('publish.check')}
          </Button>
        </div>
        {preview.isPending && (
          <p className={classes.quiet} role="status">
            {t('publish.checking')}
          </p>
        )}
        <FailureNotice text={failure(preview.error)} />
        {digest !== null && <Notice title={t('publish.done', { digest: words.digest(digest) })} tone="good" />}
        {checked !== null && (
          <PublishDialog
            {...checked}
            onClose={() => setChecked(null)}
            onPublished={(published) => {
              setDigest(published.digest);
              setChecked(null);
            }}
          />
        )}
      </div>
    </Panel>
  );
}
