import { Button, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client.ts';
import { useJob } from '../../../api/jobs.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { useJobView } from '../../../api/use-job-view.ts';
import { JobView } from '../../../ui/job-view.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import classes from './attachments.module.css';
import { fileName } from './file-names.ts';

type AddAttachmentProps = { recordId: string; onAdded: () => void };

const longestDescription = 500;

/** Choose a file, say what it is, add it. The data reads it from its place; it never passes through the window. */
export function AddAttachment({ recordId, onAdded }: AddAttachmentProps) {
  const { t } = useTranslation();
  const job = useJob('attachment.add');
  const view = useJobView(job);
  const text = useFailureText();
  const [file, setFile] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [thrown, setThrown] = useState<unknown>(null);
  // Where the keyboard stands again when the form has gone.
  const [wasChosen, setWasChosen] = useState(false);
  const isRunning = job.state.phase === 'running';
  const isDone = job.state.phase === 'finished';

  // What came of an earlier file was told already.
  const forgetEarlier = useEffectEvent(() => {
    if (!isRunning) job.reset();
  });
  useEffect(() => forgetEarlier(), []);
  const tellAdded = useEffectEvent(() => {
    setFile(null);
    setDescription('');
    onAdded();
  });
  useEffect(() => {
    if (isDone) tellAdded();
  }, [isDone]);

  const choose = async () => {
    setThrown(null);
    job.reset();
    try {
      const { path } = await call('workstation.choose-file', { purpose: 'attachment' });
      if (path === null) return;
      setFile(path);
      setWasChosen(true);
    } catch (error) {
      setThrown(error);
    }
  };

  return (
    <section aria-label={t('attachments:add.choose')} className={classes.form}>
      {file === null && !isRunning && (
        <div>
          <Button autoFocus={wasChosen} onClick={() => void choose()}>
            {t('attachments:add.choose')}
          </Button>
        </div>
      )}
      {file !== null && !isRunning && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void job.start({ recordId, file, description });
          }}
        >
          <p>
            {t('attachments:add.file')}: <strong className={classes.name}>{fileName(file)}</strong>
          </p>
          <TextInput
            autoComplete="off"
            autoFocus
            description={t('attachments:add.descriptionHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            label={t('attachments:add.description')}
            maxLength={longestDescription}
            onChange={(event) => setDescription(event.currentTarget.value)}
            value={description}
          />
          <div className={classes.actions}>
            <Button type="submit">{t('attachments:add.submit')}</Button>
            <Button
              onClick={() => {
                job.reset();
                setFile(null);
              }}
              variant="default"
            >
              {t('common:cancel')}
            </Button>
          </div>
        </form>
      )}
      <JobView {...view} />
      <FailureNotice text={text(thrown)} />
      {isDone && (
        <Notice tone="good" title={t('attachments:add.done')}>
          {t('attachments:add.original')}
        </Notice>
      )}
    </section>
  );
}
