import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/page.tsx';
import classes from './publications.module.css';
import { usePublicationWords } from './use-publication-words.ts';

type Answer = Output<'publication.check-digest'>;

/** Whether a digest at the foot of a page is one of ours, answered in a sentence. */
export function CheckDigest() {
  const { t } = useTranslation('publications');
  const failure = useFailureText();
  const check = useCall('publication.check-digest');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') check.mutate({ digest: typed });
  };
  return (
    <Panel title={t('check.title')}>
      <div className={classes.stack}>
        <form onSubmit={submit}>
          <FieldRows>
            <FieldRow hint={t('check.hint')} label={t('check.label')}>
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  maxLength={80}
                  onChange={(event) => {
                    setTyped(event.currentTarget.value);
                    check.reset();
                  }}
                  spellCheck={false}
                  value={typed}
                />
              )}
            </FieldRow>
            <FieldActions>
              <Button disabled={typed.trim() === ''} loading={check.isPending} type="submit" variant="default">
                {t('check.submit')}
              </Button>
            </FieldActions>
          </FieldRows>
        </form>
        <FailureNotice text={failure(check.error)} />
        {check.data !== undefined && <DigestAnswer answer={check.data} />}
      </div>
    </Panel>
  );
}

function DigestAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('publications');
  const words = usePublicationWords();
  const formats = useFormats();
  const { digest, found } = answer;
  if (digest === null) return <Notice title={t('check.notADigest')} tone="warn" />;
  if (found.length === 0) return <Notice title={t('check.unknown', { digest })} tone="warn" />;
  return found.map(({ publication, table, isIntact }) => {
    const { id, statistic, period, at, by, withdrawn } = publication;
    const facts = {
      digest,
      table: table === null ? null : words.table(table),
      what: words.what(statistic),
      period: words.period(period.text),
      by,
    };
    const sentence = t(table === null ? 'check.whole' : 'check.table', { ...facts, date: formats.dateTime(at) });
    return (
      <Notice key={`${id} ${table}`} title={sentence} tone={isIntact && withdrawn === null ? 'good' : 'warn'}>
        {t(isIntact ? 'check.intact' : 'check.damaged')}
        {withdrawn !== null &&
          ` ${t('check.withdrawn', { date: formats.date(withdrawn.at), reason: withdrawn.reason })}`}
      </Notice>
    );
  });
}
