/** What is typed of an entry before it is sent, and what of it is not right yet. */
import { kindListOf } from '#shared/dictionary/reference-lists/edited-lists.ts';
import {
  alikeEntries,
  type EntryNames,
  entryCode,
  longestEntryCode,
} from '#shared/dictionary/reference-lists/entry-names.ts';
import type { Language } from '#shared/languages.ts';
import type { Formats } from '#shared/locale/formats.ts';
import type { Entries, Entry } from './entry-words.ts';

export interface EntryDraft {
  readonly names: EntryNames;
  readonly kind: string | null;
  readonly country: string | null;
  /** As it is typed. */
  readonly activeFrom: string;
  /** It was said that an entry with the same name is another one. */
  readonly despiteAlike: boolean;
}

export const emptyDraft = (list: string, country: string): EntryDraft => ({
  names: {},
  kind: null,
  country: kindListOf(list) === null ? null : country,
  activeFrom: '',
  despiteAlike: false,
});

export const draftOf = ({ names, type, country, activeFrom }: Entry, formats: Formats): EntryDraft => ({
  names,
  kind: type,
  country,
  activeFrom: activeFrom === null ? '' : formats.date(activeFrom),
  despiteAlike: false,
});

/** A whole day; null where nothing is typed, undefined where the text is none. */
export function dayOf(text: string, formats: Formats): string | null | undefined {
  if (text.trim() === '') return null;
  const day = formats.parsePartialDate(text);
  return day !== null && day.length === 10 && !day.includes('/') ? day : undefined;
}

/** The first of its entries with a name that was typed newly; what was accepted as alike before is not asked again. */
export function alikeOf(draft: EntryDraft, entries: Entries, entry: Entry | null): Entries {
  const fresh = Object.fromEntries(
    Object.entries(draft.names).filter(([language, name]) => name.trim() !== '' && entry?.names[language] !== name),
  );
  return alikeEntries(
    fresh,
    entries.filter(({ code }) => code !== entry?.code),
  );
}

export const isCode = (code: string): boolean => entryCode.test(code) && code.length <= longestEntryCode;

/** The facts as they are sent; null as long as something is missing or wrong. */
export function factsOf(list: string, draft: EntryDraft, working: Language, alike: Entries, formats: Formats) {
  const activeFrom = dayOf(draft.activeFrom, formats);
  const names = Object.fromEntries(
    Object.entries(draft.names).flatMap(([language, name]) => (name.trim() === '' ? [] : [[language, name.trim()]])),
  ) as EntryNames;
  const isNamed = names[working] !== undefined;
  const isKindKnown = kindListOf(list) === null || draft.kind !== null;
  if (!isNamed || !isKindKnown || activeFrom === undefined) return null;
  if (alike.length > 0 && !draft.despiteAlike) return null;
  return { names, type: draft.kind, country: draft.country, activeFrom, despiteAlike: draft.despiteAlike };
}
