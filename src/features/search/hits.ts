/** What the search found, as one list that the arrow keys walk through. */
import type { Output } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';

export type Found = Output<'search.find'>;
export type NameHit = Found['names']['hits'][number];

export type Hit =
  | { readonly group: 'codes' | 'texts'; readonly meta: RecordMeta }
  | { readonly group: 'names'; readonly meta: RecordMeta; readonly name: NameHit };

export interface HitGroup {
  readonly id: Hit['group'];
  readonly hits: readonly Hit[];
}

/** Groups in which something was found, in the order in which they are shown. */
export function groupsOf(found: Found): readonly HitGroup[] {
  const groups: HitGroup[] = [
    { id: 'codes', hits: found.codes.map((meta) => ({ group: 'codes', meta })) },
    { id: 'texts', hits: found.texts.hits.map((meta) => ({ group: 'texts', meta })) },
    { id: 'names', hits: found.names.hits.map((name) => ({ group: 'names', meta: name.meta, name })) },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}

export const hasMore = ({ texts, names }: Found): boolean => texts.hasMore || names.hasMore;
