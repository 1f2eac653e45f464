/** What rules know of entries of reference lists, from the entries as the lists hold them. */
import type { EntryFacts } from '../dictionary/reference-lists/entry-facts.ts';
import type { RegisterDeclaration } from '../dictionary/vocabulary.ts';
import type { InUse } from './in-use.ts';
import type { ArticleFacts, InstitutionFacts, RuleContext } from './record.ts';

/** Lists of whose entries rules know more than when they are in use. */
export const institutionList = 'INST';
export const articleList = 'ARTICLE';

export interface HeldEntry extends InUse, EntryFacts {
  readonly type: string | null;
}

export const inUseOf = ({ activeFrom, activeTo }: HeldEntry): InUse => ({ activeFrom, activeTo });

export const institutionOf = (entry: HeldEntry): InstitutionFacts => ({
  type: entry.type ?? '',
  country: entry.country ?? '',
  ...inUseOf(entry),
});

export const articleOf = ({ leastMonths, mostMonths, life }: HeldEntry): ArticleFacts => ({
  leastMonths: leastMonths ?? undefined,
  mostMonths: life === true ? undefined : (mostMonths ?? undefined),
});

/** Finds an entry of a list by its code. */
export type FindEntry = (list: string, code: string) => HeldEntry | undefined;
export type ReferenceFacts = Pick<RuleContext, 'institution' | 'inUse' | 'article'>;

const facts = <F>(found: HeldEntry | undefined, of: (entry: HeldEntry) => F): F | undefined => found && of(found);

/** The part of a rule context that comes from the lists of the installation; articles only where the register keeps them. */
export function referenceFacts(
  { referenceLists }: Pick<RegisterDeclaration, 'referenceLists'>,
  find: FindEntry,
): ReferenceFacts {
  const known: ReferenceFacts = {
    institution: (code) => facts(find(institutionList, code), institutionOf),
    inUse: (list, code) => facts(find(list, code), inUseOf),
  };
  if (!referenceLists.includes(articleList)) return known;
  return { ...known, article: (code) => facts(find(articleList, code), articleOf) };
}

/** Finds entries in lists that were read whole. */
export function findIn(lists: Readonly<Record<string, readonly (HeldEntry & { readonly code: string })[]>>): FindEntry {
  const known = new Map(
    Object.entries(lists).map(([list, entries]) => [list, new Map(entries.map((entry) => [entry.code, entry]))]),
  );
  return (list, code) => known.get(list)?.get(code);
}
