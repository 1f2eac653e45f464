import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { kindListOf } from '#shared/dictionary/reference-lists/edited-lists.ts';
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

type EntryFieldsProps = {
  list: string;
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
          <p>{t('form.alike', { entries: alike.map(words.titled).join(', ') })}</p>
          <Checkbox
            checked={draft.despiteAlike}
            label={t('form.despiteAlike')}
            onChange={(event) => onChange({ despiteAlike: event.currentTarget.checked })}
          />
        </div>
      )}
      <KindFields draft={draft} list={list} onChange={onChange} />
      <FieldRow
        error={
          dayOf(draft.activeFrom, formats) === undefined
            ? t('form.dayWrong', { example: formats.date(today()) })
            : undefined
        }
        hint={t('form.activeFromHint')}
        label={t('form.activeFrom')}
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

/** Of institutions: what they are, and where they stand. */
function KindFields({ list, draft, onChange }: Pick<EntryFieldsProps, 'list' | 'draft' | 'onChange'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { kind } = useSession().register;
  const kinds = kindListOf(list);
  if (kinds === null) return null;
  const codes = indexOfKind(kind).codeList(kinds)?.codes ?? [];
  const found = { nothingFoundMessage: t('common:nothingFound'), searchable: true, maxDropdownHeight: 260 };
  return (
    <>
      <FieldRow label={t('code-lists:form.kind')} required>
        {(control) => (
          <Select
            {...control}
            {...found}
            allowDeselect={false}
            data={codes.map(({ code }) => ({ value: code, label: t(codeTextKey(kinds, code)) }))}
            onChange={(code) => onChange({ kind: code })}
            value={draft.kind}
          />
        )}
      </FieldRow>
      <FieldRow label={t('code-lists:form.country')}>
        {(control) => (
          <Select
            {...control}
            {...found}
            allowDeselect={false}
            data={formats
              .countryCodes()
              .filter((code) => code !== 'STATELESS')
              .map((code) => ({ value: code, label: formats.country(code) }))}
            onChange={(code) => onChange({ country: code })}
            value={draft.country}
          />
        )}
      </FieldRow>
    </>
  );
}
