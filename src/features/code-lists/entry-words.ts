import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/contract.ts';
import type { EntryFact } from '#shared/dictionary/reference-lists/entry-facts.ts';
import { entryName } from '#shared/dictionary/reference-lists/entry-names.ts';
import { entryRemark } from '#shared/dictionary/reference-lists/entry-remark.ts';
import { codeTextKey, listTextKey } from '#shared/dictionary/text-keys.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { NamedList } from './use-list-names.ts';

export type Entry = Output<'reference.list'>['lists'][string][number];
export type Entries = readonly Entry[];

/** How the entries of a list are told to a reader. */
export function useEntryWords({ declared }: NamedList, entries: Entries) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { kinds, follows } = declared;
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
    /** What the kind of an entry is called in this list; null where it knows none. */
    kindName: kinds === undefined ? null : t(listTextKey(kinds)),
    kind: (code: string | null) => (kinds === undefined || code === null ? '' : t(codeTextKey(kinds, code))),
    /** What follows from a kind: of an offence, the classes that a charge can have. */
    following: (kind: string | null) =>
      follows === undefined || kind === null
        ? null
        : t('code-lists:follows', {
            list: t(listTextKey(follows.list)),
            codes: follows
              .of(kind)
              .map((code) => t(codeTextKey(follows.list, code)))
              .join('; '),
          }),
    /** How facts stand in the table, as far as they help to tell entries apart there. */
    facts: {
      penaltyRange: ({ leastMonths, mostMonths, life }: Entry) => {
        const [least, most] = [leastMonths, mostMonths].map((months) =>
          months === null ? '' : formats.number(months),
        );
        if (life === true)
          return t(leastMonths === null ? 'code-lists:penalty.life' : 'code-lists:penalty.toLife', { least });
        if (leastMonths !== null && mostMonths !== null) return t('code-lists:penalty.range', { least, most });
        if (leastMonths !== null) return t('code-lists:penalty.least', { least });
        return mostMonths === null ? '–' : t('code-lists:penalty.most', { most });
      },
    } satisfies Partial<Record<EntryFact, (entry: Entry) => string>>,
  };
}

/** Day as the clock of this workstation has it. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
