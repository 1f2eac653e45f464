import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestEntryCode, proposeCode } from '#shared/dictionary/reference-lists/entry-names.ts';
import { useCall } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useFailureText } from '../../api/use-failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FieldActions, FieldRow, FieldRows } from '../../ui/field-row.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { alikeOf, emptyDraft, factsOf, isCode } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import type { Entries } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

type AddEntryProps = {
  list: NamedList;
  entries: Entries;
  /** Number and name of what was added. */
  onDone: (entry: string) => void;
};

/** A new entry: its code is proposed from the name and never changes again, its number is given by the program. */
export function AddEntry({ list, entries, onDone }: AddEntryProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const text = useFailureText();
  const { register } = useSession();
  const add = useCall('reference.add', ['reference.list']);
  const [draft, setDraft] = useState(() => emptyDraft(list, register.country));
  const [typedCode, setTypedCode] = useState<string | null>(null);
  const name = draft.names[register.language] ?? '';
  const code =
    typedCode ??
    proposeCode(
      name,
      entries.map((entry) => entry.code),
    );
  const alike = alikeOf(draft, entries, null);
  const facts = factsOf(list, draft, register.language, alike, formats);
  const submit = () => {
    if (facts === null) return;
    add.mutate(
      { list: list.id, code, ...facts },
      { onSuccess: ({ number }) => onDone(`${number} ${facts.names[formats.language] ?? name.trim()}`) },
    );
  };
  return (
    <FieldRows>
      <EntryFields
        alike={alike}
        draft={draft}
        entries={entries}
        list={list}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <FieldRow
        error={code !== '' && !isCode(code) ? t('form.codeHint') : undefined}
        hint={t('form.codeHint')}
        label={t('form.code')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={longestEntryCode}
            onChange={(event) => setTypedCode(event.currentTarget.value.trim())}
            value={code}
          />
        )}
      </FieldRow>
      <FailureNotice text={text(add.error)} />
      <FieldActions>
        <Button disabled={facts === null || !isCode(code)} loading={add.isPending} onClick={submit}>
          {t('form.add')}
        </Button>
      </FieldActions>
    </FieldRows>
  );
}
