import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { languages } from '#shared/languages.ts';
import { useSession } from '../../api/session.ts';
import { languageNames } from '../../i18n/languages-by-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { FieldRow } from '../../ui/field-row.tsx';
import classes from './code-lists.module.css';
import { dayOf, type EntryDraft } from './entry-draft.ts';
import { type Entries, today, useEntryWords } from './entry-words.ts';
import { factFields } from './fact-fields.tsx';
import type { NamedList } from './use-list-names.ts';

type EntryFieldsProps = {
  list: NamedList;
  entries: Entries;
  draft: EntryDraft;
  /** Entries with the same name. */
  alike: Entries;
  onChange: (part: Partial<EntryDraft>) => void;
};

const longestName = 200;

/** Names in every language, the language of the register first, and what the list says of its entries. */
export function EntryFields({ list, entries, draft, alike, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('code-lists');
  const formats = useFormats();
  const { register } = useSession();
  const words = useEntryWords(list, entries);
  const order = [register.language, ...languages.filter((language) => language !== register.language)];
  return (
    <>
      {order.map((language, at) => (
        <FieldRow
          hint={at === 0 ? t('form.namesHint') : undefined}
          key={language}
          label={
            <>
              {t('form.name')} (<span lang={language}>{languageNames[language]}</span>)
            </>
          }
          required={at === 0}
        >
          {(control) => (
            <TextInput
              {...control}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              lang={language}
              maxLength={longestName}
              onChange={(event) => onChange({ names: { ...draft.names, [language]: event.currentTarget.value } })}
              value={draft.names[language] ?? ''}
            />
          )}
        </FieldRow>
      ))}
      {alike.length === 0 ? null : (
        <div className={classes.alike} role="alert">
          <p>{t('form.alike', { context: list.id, entries: alike.map(words.titled).join(', ') })}</p>
          <Checkbox
            checked={draft.despiteAlike}
            label={t('form.despiteAlike')}
            onChange={(event) => onChange({ despiteAlike: event.currentTarget.checked })}
          />
        </div>
      )}
      <DeclaredFields draft={draft} entries={entries} list={list} onChange={onChange} />
      <FieldRow
        error={
          dayOf(draft.activeFrom, formats) === undefined
            ? t('form.dayWrong', { example: formats.date(today()) })
            : undefined
        }
        hint={t('form.activeFromHint', { context: list.id })}
        label={t('form.activeFrom', { context: list.id })}
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={20}
            onChange={(event) => onChange({ activeFrom: event.currentTarget.value })}
            value={draft.activeFrom}
            w={180}
          />
        )}
      </FieldRow>
    </>
  );
}

/** Of what kind it is, and what follows from that; then the facts that the list declares. */
function DeclaredFields({ list, entries, draft, onChange }: Omit<EntryFieldsProps, 'alike'>) {
  const { t } = useTranslation();
  const { kind } = useSession().register;
  const words = useEntryWords(list, entries);
  const { kinds, facts = [] } = list.declared;
  const codes = kinds === undefined ? [] : (indexOfKind(kind).codeList(kinds)?.codes ?? []);
  return (
    <>
      {kinds === undefined || words.kindName === null ? null : (
        <FieldRow hint={words.following(draft.kind)} label={words.kindName} required>
          {(control) => (
            <Select
              {...control}
              allowDeselect={false}
              data={codes.map(({ code }) => ({ value: code, label: t(codeTextKey(kinds, code)) }))}
              maxDropdownHeight={260}
              nothingFoundMessage={t('common:nothingFound')}
              onChange={(code) => onChange({ kind: code })}
              searchable
              value={draft.kind}
            />
          )}
        </FieldRow>
      )}
      {facts.map((fact) => {
        const Field = factFields[fact];
        return <Field draft={draft} key={fact} onChange={onChange} />;
      })}
    </>
  );
}
