/** What a list can be narrowed by, as the menu of filters offers it. */
import type { FilterKind, RecordFilter } from '#shared/contract/list-query.ts';
import { filtersOf, type ListFilter } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { subjectOf } from './list-view.ts';

export const metaKinds = ['state', 'enteredBy', 'saved', 'completed', 'identity', 'archived'] as const;
export type MetaKind = (typeof metaKinds)[number] & FilterKind;

/** Something of the record itself, or a field of it or of one of its groups. */
export type FilterTarget =
  | { readonly subject: string; readonly meta: MetaKind }
  | { readonly subject: string; readonly filter: ListFilter };

const ofField = (filter: ListFilter): FilterTarget => ({ subject: `field ${filter.field.id}`, filter });

/** Everything offered for one record type; `identity` only where it has direct identifiers. */
export function targetsOf(index: RegisterIndex, entity: string): readonly FilterTarget[] {
  const kinds = metaKinds.filter((kind) => kind !== 'identity' || index.vaultOf(entity) !== undefined);
  return [...kinds.map((meta): FilterTarget => ({ subject: meta, meta })), ...filtersOf(index, entity).map(ofField)];
}

/** What a filter narrows; undefined where the dictionary no longer has it. */
export const targetOf = (targets: readonly FilterTarget[], filter: RecordFilter): FilterTarget | undefined =>
  targets.find(({ subject }) => subject === subjectOf(filter));
