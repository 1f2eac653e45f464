import { Button, CloseButton, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldNote } from '#shared/contract/note.ts';
import type { FieldRef } from '#shared/records/record.ts';
import { call } from '../../../api/client.ts';
import { saveBeforeLock } from '../../../api/lock.ts';
import { useCall, useProcedure } from '../../../api/query.ts';
import { useFailureText } from '../../../api/use-failure-text.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { fieldKey } from '../editor/field-key.ts';
import { useEditor, useFormTools } from '../form/form-context.ts';
import { useWords } from '../texts/use-words.ts';
import classes from './help-panel.module.css';

type FieldNotesProps = { at: FieldRef; isOpen: boolean; onOpen: () => void; onDone: () => void };

/** A note that somebody began at a field and has not added yet. */
interface BegunNote {
  readonly at: FieldRef;
  readonly text: string;
}

/**
 * Notes that were begun, by field. Another field may be looked at meanwhile; what still stands there when the register
 * is locked or the record is left is added as it is, and its author can take it away again.
 */
function useBegunNotes(recordId: string) {
  const [begun, setBegun] = useState<Readonly<Record<string, BegunNote>>>({});
  const addAll = useEffectEvent(async (): Promise<void> => {
    const left = Object.values(begun).filter(({ text }) => text.trim() !== '');
    setBegun({});
    await Promise.allSettled(left.map((note) => call('note.add', { recordId, ...note })));
  });
  useEffect(() => {
    const forgetLock = saveBeforeLock(() => addAll());
    return () => {
      forgetLock();
      void addAll();
    };
  }, []);
  return {
    textAt: (at: FieldRef): string => begun[fieldKey(at)]?.text ?? '',
    begin: (note: BegunNote): void => setBegun((others) => ({ ...others, [fieldKey(note.at)]: note })),
  };
}

/** Notes on the focused field; they may name a person, so reading them is an act of its own, as with the identity. */
export function FieldNotes({ at, isOpen, onOpen, onDone }: FieldNotesProps) {
  const { t } = useTranslation('records');
  const { store } = useFormTools();
  const recordId = useEditor((state) => state.meta.id);
  const begun = useBegunNotes(recordId);
  const access = useEditor((state) => state.allowed.identity);
  const reason = useEditor((state) => state.identityReason);
  const count = useEditor((state) => state.noteCounts[fieldKey(at)] ?? 0);
  const isReadable = access === 'open' || (access === 'with-reason' && reason !== null);
  const asked = { recordId, reason: access === 'open' ? null : reason };
  const list = useProcedure('note.list', asked, { enabled: isOpen && isReadable, forget: true });
  const remove = useCall('note.remove', ['note.list', 'record.history']);
  const failure = useFailureText()(list.error ?? remove.error);
  const notes = (list.data?.notes ?? []).filter((note) => fieldKey(note.at) === fieldKey(at));
  if (access === 'no') return null;
  return (
    <section aria-label={t('note.title')} data-help="notes">
      <h3 className={classes.helpHeading}>{t('note.title')}</h3>
      {!isReadable && <p className={classes.helpText}>{t('note.openIdentity')}</p>}
      {isReadable && !isOpen && (
        <>
          <p className={classes.helpText}>{t('note.count', { count })}</p>
          <Button onClick={onOpen} rightSection={<KeyHint of="note" />} size="compact-sm" variant="default">
            {t(count > 0 ? 'note.show' : 'note.write')}
          </Button>
        </>
      )}
      <FailureNotice text={failure} />
      {isOpen && isReadable && (
        <>
          {notes.map((note) => (
            <Note
              key={note.id}
              note={note}
              onRemove={() =>
                remove.mutate({ recordId, id: note.id }, { onSuccess: () => store.countNote(note.at, -1) })
              }
            />
          ))}
          <NewNote
            at={at}
            key={fieldKey(at)}
            onDone={onDone}
            onText={(text) => begun.begin({ at, text })}
            text={begun.textAt(at)}
          />
        </>
      )}
    </section>
  );
}

function Note({ note, onRemove }: { note: FieldNote; onRemove: () => void }) {
  const { t } = useTranslation('records');
  const words = useWords();
  return (
    <article className={classes.helpEntry}>
      <div className={classes.helpEntryHead}>
        <span>{note.by}</span>
        <span>{words.formats.dateTime(note.writtenAt)}</span>
        {note.mayRemove && <CloseButton aria-label={t('note.remove')} onClick={onRemove} size="sm" />}
      </div>
      <p className={classes.noteText}>{note.text}</p>
    </article>
  );
}

type NewNoteProps = { at: FieldRef; text: string; onText: (text: string) => void; onDone: () => void };

function NewNote({ at, text, onText, onDone }: NewNoteProps) {
  const { t } = useTranslation('records');
  const { store } = useFormTools();
  const recordId = useEditor((state) => state.meta.id);
  const canWrite = useEditor((state) => state.allowed.identity === 'open' && !state.meta.binned);
  const add = useCall('note.add', ['note.list', 'record.history']);
  const failure = useFailureText()(add.error);
  if (!canWrite) return null;
  const write = () =>
    add.mutate(
      { recordId, at, text },
      {
        onSuccess: (note) => {
          store.countNote(note.at, 1);
          onText('');
          onDone();
        },
      },
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && text.trim() !== '') write();
    else if (event.key === 'Escape') onDone();
    else return;
    // These keys mean something to the page too.
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    event.stopPropagation();
  };
  return (
    <div className={classes.newNote}>
      <Textarea
        aria-label={t('note.text')}
        autosize
        data-note
        maxLength={2000}
        minRows={2}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder={t('note.placeholder')}
        spellCheck={false}
        value={text}
      />
      <FailureNotice text={failure} />
      <Button disabled={text.trim() === ''} loading={add.isPending} onClick={write} size="compact-sm" variant="default">
        {t('note.add')}
      </Button>
    </div>
  );
}
