/** Which column of the record list a filter or an order reads, and what that column is made of. */
import type { ListOrder, StoredFilter } from '#shared/contract/list-query.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { GroupTables, RootTables, StoredField } from '../../database/derive-tables.ts';
import type { MetaCell } from '../../database/repositories/list-reader.ts';
import {
  type ListColumn,
  newCodes,
  newCombinations,
  newCounts,
  newDays,
  newNumbers,
  newTexts,
  readMoment,
  readRecordCode,
} from './list-column.ts';

export type ColumnSpec =
  | { readonly of: 'meta'; readonly key: string; readonly name: MetaCell }
  | { readonly of: 'record'; readonly key: string; readonly stored: StoredField }
  | { readonly of: 'rows'; readonly key: string; readonly stored: StoredField; readonly group: GroupTables };

export const specOfMeta = (name: MetaCell): ColumnSpec => ({ of: 'meta', key: name, name });

/** The column of a field of the record or of one of its groups; undefined where the dictionary has none. */
export function specOfField(root: RootTables, id: string): ColumnSpec | undefined {
  const held = root.metaFields.find((field) => field.id === id)?.meta;
  if (held !== undefined) return specOfMeta(held);
  const own = root.fields.find(({ field }) => field.id === id);
  if (own) return { of: 'record', key: `field ${id}`, stored: own };
  for (const group of root.groups) {
    const stored = group.fields.find(({ field }) => field.id === id);
    if (stored) return { of: 'rows', key: `row ${group.table} ${id}`, stored, group };
  }
  return undefined;
}

function declared(root: RootTables, id: string): ColumnSpec {
  const spec = specOfField(root, id);
  // The query was checked against the dictionary before it came here.
  if (!spec) throw new Error(`${root.table} has no field ${id}`);
  return spec;
}

export function specOfFilter(root: RootTables, filter: StoredFilter): ColumnSpec {
  if ('field' in filter) return declared(root, filter.field);
  const names = {
    state: 'state',
    archived: 'archived',
    enteredBy: 'enteredBy',
    saved: 'savedAt',
    completed: 'completedAt',
    identity: 'identity',
  } as const;
  return specOfMeta(names[filter.kind]);
}

export const specOfOrder = (root: RootTables, order: ListOrder): ColumnSpec =>
  order.by === 'field' ? declared(root, order.field) : specOfMeta(order.by);

/** Field behind a column, where there is one. */
export const fieldOf = (spec: ColumnSpec): FieldDeclaration | undefined =>
  spec.of === 'meta' ? undefined : spec.stored.field;

/** Amounts are kept in hundredths. */
export const unitOf = (spec: ColumnSpec): number => (fieldOf(spec)?.type === 'decimal' ? 100 : 1);

/** An empty column for what is declared. */
export function emptyColumn(spec: ColumnSpec): ListColumn {
  if (spec.of === 'meta') {
    switch (spec.name) {
      case 'state':
      case 'archived':
      case 'enteredBy':
        return newCodes();
      case 'savedAt':
      case 'completedAt':
        return newNumbers(readMoment);
      case 'number':
        return newCounts();
      case 'code':
        return newNumbers(readRecordCode);
      case 'identity':
        return newTexts();
    }
  }
  switch (spec.stored.field.type) {
    case 'code':
      return newCodes();
    case 'codes':
      // Of a group every code of every row has a line of its own.
      return spec.of === 'rows' ? newCodes() : newCombinations();
    case 'date':
    case 'partial_date':
      return newDays();
    case 'int':
      return newCounts();
    case 'decimal':
      return newNumbers();
    case 'text':
      return newTexts();
  }
}
