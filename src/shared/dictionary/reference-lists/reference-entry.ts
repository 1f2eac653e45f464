import type { Language } from '../../languages.ts';
import { type EntryFacts, noFacts } from './entry-facts.ts';

/** An entry of a reference list; the institution edits its own copy after delivery. */
export interface ReferenceEntry extends EntryFacts {
  readonly code: string;
  /** Names in the languages used there; a missing one is shown in the official language of the country. */
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** Code of the list that the list of the entry declares for its kinds: of an institution INSTTYPE. */
  readonly type: string | null;
  readonly municipality: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
  /** Code of the entry that took its place. */
  readonly successor: string | null;
}

const nothingKnown = { ...noFacts, type: null, municipality: null, activeFrom: null, activeTo: null, successor: null };

/** Fills in what an entry does not say. */
export function entry(
  code: string,
  names: ReferenceEntry['names'],
  more: Partial<Omit<ReferenceEntry, 'code' | 'names'>> = {},
): ReferenceEntry {
  return { ...nothingKnown, code, names, ...more };
}
