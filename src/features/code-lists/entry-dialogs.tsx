import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddEntry } from './add-entry.tsx';
import classes from './code-lists.module.css';
import { type Entries, useEntryWords } from './entry-words.ts';
import { MoveRecords } from './move-records.tsx';
import { OpenEntry } from './open-entry.tsx';
import { RetireEntry } from './retire-entry.tsx';
import type { NamedList } from './use-list-names.ts';

export type EntryTask = { readonly name: 'add' } | { readonly name: 'open' | 'retire' | 'move'; readonly code: string };
export type Outcome = 'added' | 'corrected' | 'retired' | 'reinstated';

type EntryDialogsProps = {
  list: NamedList;
  entries: Entries;
  task: EntryTask | null;
  /** Records that hold the entry; null while they are counted. */
  usesOf: (code: string) => string | null;
  onTask: (task: EntryTask) => void;
  onDone: (what: Outcome, entry: string) => void;
  onClose: () => void;
};

/** One dialog at a time: an entry is opened, and what is done with it is asked in its place. */
export function EntryDialogs({ list, entries, task, usesOf, onTask, onDone, onClose }: EntryDialogsProps) {
  const { t } = useTranslation();
  const words = useEntryWords(list, entries);
  if (task === null) return null;
  const parts = { list, entries };
  if (task.name === 'add') {
    return (
      <Dialog onClose={onClose} title={t('code-lists:addTitle', { list: list.name })}>
        <AddEntry {...parts} onDone={(entry) => onDone('added', entry)} />
      </Dialog>
    );
  }
  const entry = entries.find(({ code }) => code === task.code);
  if (entry === undefined) return null;
  const titled = words.titled(entry);
  const back = () => onTask({ name: 'open', code: entry.code });
  if (task.name === 'open') {
    return (
      <Dialog onClose={onClose} title={titled}>
        <OpenEntry
          {...parts}
          entry={entry}
          key={entry.revision}
          onDone={(what) => onDone(what, titled)}
          onTask={(name) => onTask({ name, code: entry.code })}
          uses={usesOf(entry.code)}
        />
      </Dialog>
    );
  }
  if (task.name === 'retire') {
    return <RetireEntry {...parts} entry={entry} onClose={back} onDone={() => onDone('retired', titled)} />;
  }
  return <MoveRecords {...parts} entry={entry} onClose={back} onStarted={onClose} />;
}

function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={800}
      title={title}
      yOffset="2dvh"
    >
      <div className={classes.form}>{children}</div>
    </Modal>
  );
}
