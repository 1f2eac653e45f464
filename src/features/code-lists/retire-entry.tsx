import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/query.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import classes from './code-lists.module.css';
import { dayOf } from './entry-draft.ts';
import { type Entries, type Entry, today, useEntryWords } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type RetireEntryProps = {
  list: NamedList;
  entries: Entries;
  entry: Entry;
  onClose: () => void;
  onDone: () => void;
};

/** Asks for the last day and for what takes the place of the entry; says what happens to records that hold it. */
export function RetireEntry({ list, entries, entry, onClose, onDone }: RetireEntryProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const words = useEntryWords(list, entries);
  const retire = useCall('reference.retire', ['reference.list', 'reference.history']);
  const [typedDay, setTypedDay] = useState(() => formats.date(entry.activeTo ?? today()));
  const [successor, setSuccessor] = useState(entry.successor);
  const [reason, setReason] = useState('');
  const { code, revision, activeFrom } = entry;
  const lastDay = dayOf(typedDay, formats) ?? undefined;
  const isTooEarly = lastDay !== undefined && activeFrom !== null && lastDay < activeFrom;
  const isReasonReady = reason.trim() === '' || isReason(reason);
  const dayError =
    lastDay === undefined
      ? t('form.dayWrong', { example: formats.date(today()) })
      : isTooEarly && activeFrom !== null
        ? t('retire.tooEarly', { date: formats.date(activeFrom) })
        : undefined;
  const others = entries
    .filter(
      (each) => each.code !== code && (lastDay === undefined || each.activeTo === null || each.activeTo > lastDay),
    )
    .sort((a, b) => formats.compare(words.name(a), words.name(b)));
  const confirm = () => {
    if (lastDay === undefined) return;
    const stated = reason.trim() === '' ? null : reason.trim();
    retire.mutate({ list: list.id, code, revision, lastDay, successor, reason: stated }, { onSuccess: onDone });
  };
  return (
    <ConfirmDialog
      action={t('retire.submit')}
      busy={retire.isPending}
      disabled={dayError !== undefined || !isReasonReady}
      onClose={onClose}
      onConfirm={confirm}
      opened
      size="lg"
      title={t('retire.title', { entry: words.titled(entry) })}
    >
      <div className={classes.stack}>
        <p>{t('retire.note', { context: list.id })}</p>
        <TextInput
          data-autofocus
          error={dayError}
          label={t('retire.lastDay', { context: list.id })}
          maxLength={20}
          onChange={(event) => setTypedDay(event.currentTarget.value)}
          required
          value={typedDay}
          w={200}
        />
        <Select
          clearable
          data={others.map((each) => ({ value: each.code, label: words.titled(each) }))}
          description={t('retire.successorHint')}
          label={t('retire.successor')}
          maxDropdownHeight={220}
          nothingFoundMessage={t('noneFits')}
          onChange={setSuccessor}
          searchable
          value={successor}
        />
        <ReasonField
          hint={t('retire.reasonHint')}
          label={t('retire.reason')}
          onChange={setReason}
          required={false}
          value={reason}
        />
        <FailureNotice text={text(retire.error)} />
      </div>
    </ConfirmDialog>
  );
}
