import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../api/jobs.ts';
import { useProcedure } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useJobView } from '../../api/use-job-view.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JobView } from '../../ui/job-view.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import classes from './code-lists.module.css';
import { EntryDialogs, type EntryTask } from './entry-dialogs.tsx';
import { EntryTable } from './entry-table.tsx';
import { type Entries, type Entry, today, useEntryWords } from './entry-words.ts';
import { ListHead, type ShownPart } from './list-head.tsx';
import type { NamedList } from './use-list-names.ts';

type KeptListProps = { list: NamedList; entries: Entries };

/** A list that the installation keeps: added to, corrected, retired and replaced, never deleted from. */
export function KeptList({ list, entries }: KeptListProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const words = useEntryWords(list, entries);
  const uses = useProcedure('reference.uses', { list: list.id }, { keepPrevious: true });
  const [search, setSearch] = useState('');
  const [part, setPart] = useState<ShownPart>('inUse');
  const [task, setTask] = useState<EntryTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const shown = useShown(entries, words.name, search, part);
  const begin = (next: EntryTask) => {
    setDone(null);
    setTask(next);
  };
  const add = <Button onClick={() => begin({ name: 'add' })}>{t('add')}</Button>;
  return (
    <div className={classes.panel}>
      <ListHead
        action={add}
        count={shown.length}
        list={list}
        note={t('keptNote', { context: list.id })}
        onSearch={setSearch}
        search={search}
        shown={{ part, onChange: setPart }}
      />
      <div className={classes.notices}>
        <FailureNotice text={text(uses.error)} />
        {done === null ? null : <Notice title={done} tone="good" />}
        <Moving />
      </div>
      {entries.length === 0 ? (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <p className={classes.none}>{t('noneFits')}</p>
      ) : (
        <EntryTable
          entries={shown}
          list={list}
          onOpen={({ code }) => begin({ name: 'open', code })}
          uses={uses.data?.uses}
          words={words}
        />
      )}
      <EntryDialogs
        entries={entries}
        list={list}
        onClose={() => setTask(null)}
        onDone={(what, entry) => {
          setTask(null);
          setDone(t(`done.${what}`, { entry }));
        }}
        onTask={setTask}
        task={task}
        usesOf={(code) => (uses.data === undefined ? null : formats.number(uses.data.uses[code] ?? 0))}
      />
    </div>
  );
}

/** Entries that are to be seen, in the alphabet of the screen. */
function useShown(entries: Entries, nameOf: (entry: Entry) => string, search: string, part: ShownPart): Entries {
  const { fold, compare } = useFormats();
  const day = today();
  const isRetired = ({ activeTo }: Entry) => activeTo !== null && activeTo < day;
  const wanted = fold(search);
  const isWanted = (entry: Entry) =>
    wanted === '' ||
    String(entry.number) === search.trim() ||
    [entry.code, ...Object.values(entry.names)].some((text) => fold(text).includes(wanted));
  return entries
    .filter((entry) => (part === 'all' || isRetired(entry) === (part === 'retired')) && isWanted(entry))
    .sort((a, b) => compare(nameOf(a), nameOf(b)));
}

/** The move of records while it runs, and what came of it; it goes on whatever page is looked at. */
function Moving() {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const job = useJob('reference.carry-over');
  const view = useJobView(job);
  const { state } = job;
  if (state.phase !== 'finished') return <JobView {...view} />;
  const { records, left } = state.value;
  return (
    <Notice title={t('move.done', { count: records, number: formats.number(records) })} tone="good">
      {left === 0 ? null : t('move.left', { count: left, number: formats.number(left) })}
    </Notice>
  );
}
