import type { Output } from '#shared/contract/contract.ts';
import type { Language } from '#shared/languages.ts';
import { useProcedure } from '../../../api/query.ts';

export type ReferenceLists = Output<'reference.list'>['lists'];
export type ReferenceEntry = ReferenceLists[string][number];

const none: ReferenceLists = {};

/** Institutions, municipalities, communities and languages of this register; empty until they have come. */
export function useReferenceLists(): ReferenceLists {
  return useProcedure('reference.list', {}).data?.lists ?? none;
}

/** Name in the language of the screen, else in English, else in the language it was entered in. */
export function nameOf(entry: ReferenceEntry, language: Language): string {
  return entry.names[language] ?? entry.names.en ?? Object.values(entry.names)[0] ?? entry.code;
}
