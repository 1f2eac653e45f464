/** What is typed of an entry before it is sent, and what of it is not right yet. */
import {
  contradictedFact,
  type EntryFacts,
  longestTerm,
  noFacts,
} from '#shared/dictionary/reference-lists/entry-facts.ts';
import {
  alikeEntries,
  type EntryNames,
  entryCode,
  longestEntryCode,
} from '#shared/dictionary/reference-lists/entry-names.ts';
import type { Language } from '#shared/languages.ts';
import type { Formats } from '#shared/locale/formats.ts';
import type { Entries, Entry } from './entry-words.ts';
import type { NamedList } from './use-list-names.ts';

export interface EntryDraft {
  readonly names: EntryNames;
  readonly kind: string | null;
  readonly country: string | null;
  /** As they are typed. */
  readonly leastMonths: string;
  readonly mostMonths: string;
  readonly life: boolean;
  readonly activeFrom: string;
  /** It was said that an entry with the same name is another one. */
  readonly despiteAlike: boolean;
}

export const emptyDraft = ({ declared }: NamedList, country: string): EntryDraft => ({
  names: {},
  kind: null,
  country: declared.facts?.includes('country') ? country : null,
  leastMonths: '',
  mostMonths: '',
  life: false,
  activeFrom: '',
  despiteAlike: false,
});

const typedMonths = (months: number | null): string => (months === null ? '' : String(months));

export const draftOf = (entry: Entry, formats: Formats): EntryDraft => ({
  names: entry.names,
  kind: entry.type,
  country: entry.country,
  leastMonths: typedMonths(entry.leastMonths),
  mostMonths: typedMonths(entry.mostMonths),
  life: entry.life === true,
  activeFrom: entry.activeFrom === null ? '' : formats.date(entry.activeFrom),
  despiteAlike: false,
});

/** A whole day; null where nothing is typed, undefined where the text is none. */
export function dayOf(text: string, formats: Formats): string | null | undefined {
  if (text.trim() === '') return null;
  const day = formats.parsePartialDate(text);
  return day !== null && day.length === 10 && !day.includes('/') ? day : undefined;
}

/** Whole months; null where nothing is typed, undefined where the text is none or no law knows such a term. */
export function monthsOf(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const months = /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
  return months !== undefined && months <= longestTerm ? months : undefined;
}

/** The facts of the list as they are sent; null where one of them is wrong. */
function declaredFacts({ country, leastMonths, mostMonths, life }: EntryDraft): EntryFacts | null {
  const [least, most] = [monthsOf(leastMonths), monthsOf(mostMonths)];
  if (least === undefined || most === undefined) return null;
  const facts = { ...noFacts, country, leastMonths: least, mostMonths: most, life: life ? true : null };
  return contradictedFact(facts) === null ? facts : null;
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
export function factsOf(
  { declared }: NamedList,
  draft: EntryDraft,
  working: Language,
  alike: Entries,
  formats: Formats,
) {
  const activeFrom = dayOf(draft.activeFrom, formats);
  const facts = declaredFacts(draft);
  const names = Object.fromEntries(
    Object.entries(draft.names).flatMap(([language, name]) => (name.trim() === '' ? [] : [[language, name.trim()]])),
  ) as EntryNames;
  const isNamed = names[working] !== undefined;
  const isKindKnown = declared.kinds === undefined || draft.kind !== null;
  if (!isNamed || !isKindKnown || activeFrom === undefined || facts === null) return null;
  if (alike.length > 0 && !draft.despiteAlike) return null;
  return { names, type: draft.kind, ...facts, activeFrom, despiteAlike: draft.despiteAlike };
}
