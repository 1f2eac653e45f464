import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import { kindListOf } from '#shared/dictionary/reference-lists/edited-lists.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { entryRemark } from '#shared/dictionary/reference-lists/entry-remark.ts';
import { codeTextKey } from '#shared/dictionary/text-keys.ts';
import { useFormats } from '../../i18n/use-formats.ts';

export type Entry = Output<'reference.list'>['lists'][string][number];
export type Entries = readonly Entry[];

/** How the entries of a list are told to a reader. */
export function useEntryWords(list: string, entries: Entries) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = kindListOf(list);
  const name = (entry: Entry) => entryName(entry, formats.language);
  const titled = (entry: Entry) => `${entry.number} ${name(entry)}`;
  return {
    name,
    /** Number and name, as an answer stands on paper. */
    titled,
    ofCode: (code: string) => {
      const found = entries.find((entry) => entry.code === code);
      return found === undefined ? code : titled(found);
    },
    /** From or until when it is in use, and what took its place. */
    usage: (entry: Entry) => {
      const remark = entryRemark(entry, entries, formats);
      return remark === null ? t('code-lists:inUse') : t(remark.key, remark.params);
    },
    /** The same where a reader has to choose: since when it has been in use says nothing there. */
    usageToday: (entry: Entry) => {
      const remark = entryRemark(entry, entries, formats);
      const isPlain = entry.activeTo === null && (entry.activeFrom ?? '') <= today();
      return remark === null || isPlain ? t('code-lists:inUse') : t(remark.key, remark.params);
    },
    kind: (code: string | null) => (kinds === null || code === null ? '' : t(codeTextKey(kinds, code))),
  };
}

/** Day as the clock of this workstation has it. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
