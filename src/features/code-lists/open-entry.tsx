import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useHasRole, useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { DataList } from '../../ui/data-list.tsx';
import { FieldActions, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import classes from './code-lists.module.css';
import { alikeOf, draftOf, factsOf } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryHistory } from './entry-history.tsx';
import { type Entries, type Entry, useEntryWords } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type OpenEntryProps = {
  list: NamedList;
  entries: Entries;
  entry: Entry;
  /** Records that hold it; null while they are counted. */
  uses: string | null;
  onTask: (task: 'retire' | 'move') => void;
  onDone: (what: 'corrected' | 'reinstated') => void;
};

/** An entry: how it is used, what may be done with it, its names to correct, and what became of it. */
export function OpenEntry({ list, entries, entry, uses, onTask, onDone }: OpenEntryProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const { register } = useSession();
  const correct = useCall('reference.correct', ['reference.list', 'reference.history']);
  const [draft, setDraft] = useState(() => draftOf(entry, formats));
  const alike = alikeOf(draft, entries, entry);
  const facts = factsOf(list, draft, register.language, alike, formats);
  const { code, revision } = entry;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(entry, formats));
  return (
    <div className={classes.stack}>
      <EntryUse entries={entries} entry={entry} list={list} onDone={onDone} onTask={onTask} uses={uses} />
      <p className={classes.quiet}>{t('form.correctNote', { context: list.id })}</p>
      <FieldRows>
        <EntryFields
          alike={alike}
          draft={draft}
          entries={entries}
          list={list}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <FailureNotice text={text(correct.error)} />
        <FieldActions>
          <Button
            disabled={facts === null || !isChanged}
            loading={correct.isPending}
            onClick={() => {
              if (facts === null) return;
              correct.mutate({ list: list.id, code, revision, ...facts }, { onSuccess: () => onDone('corrected') });
            }}
          >
            {t('form.save')}
          </Button>
        </FieldActions>
      </FieldRows>
      <EntryHistory code={code} entries={entries} list={list} />
    </div>
  );
}

function EntryUse({ list, entries, entry, uses, onTask, onDone }: OpenEntryProps) {
  const { t } = useTranslation('code-lists');
  const text = useFailureText();
  const isSupervisor = useHasRole()('supervisor');
  const words = useEntryWords(list, entries);
  const reinstate = useCall('reference.reinstate', ['reference.list', 'reference.history']);
  const { code, revision, activeTo, successor } = entry;
  const isRetired = activeTo !== null;
  return (
    <section aria-label={t('use.title')} className={classes.use}>
      <DataList
        items={[
          [t('columns.code'), <code key="code">{code}</code>],
          [t('columns.use'), words.usage(entry)],
          [t('columns.records'), uses ?? '…'],
        ]}
      />
      <Group gap={8}>
        <Button onClick={() => onTask('retire')} variant="default">
          {t('use.retire')}
        </Button>
        {isRetired ? (
          <Button
            loading={reinstate.isPending}
            onClick={() =>
              reinstate.mutate({ list: list.id, code, revision }, { onSuccess: () => onDone('reinstated') })
            }
            variant="default"
          >
            {t('use.reinstate')}
          </Button>
        ) : null}
        {successor !== null && isSupervisor ? (
          <Button onClick={() => onTask('move')} variant="default">
            {t('use.move')}
          </Button>
        ) : null}
      </Group>
      {successor !== null && !isSupervisor ? <p className={classes.quiet}>{t('use.moveBySupervisor')}</p> : null}
      <FailureNotice text={text(reinstate.error)} />
    </section>
  );
}
