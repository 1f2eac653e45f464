import type { Language } from '../../languages.ts';

/** An entry of a reference list; the institution edits its own copy after delivery. */
export interface ReferenceEntry {
  readonly code: string;
  /** Names in the languages used there; a missing one is shown in the official language of the country. */
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** INST: code of INSTTYPE. */
  readonly type: string | null;
  /** ISO 3166-1 alpha-3 or XKX. */
  readonly country: string | null;
  readonly municipality: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
}

/** Fills in what an entry does not say. */
export function entry(
  code: string,
  names: ReferenceEntry['names'],
  more: Partial<Omit<ReferenceEntry, 'code' | 'names'>> = {},
): ReferenceEntry {
  return { code, names, type: null, country: null, municipality: null, activeFrom: null, activeTo: null, ...more };
}
