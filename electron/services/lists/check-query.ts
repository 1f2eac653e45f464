/** Compares a query with the dictionary: nothing that it does not declare ever becomes part of a question. */
import { AppError } from '#shared/contract/errors.ts';
import { isFigureFilter } from '#shared/contract/figure-filter.ts';
import type { ListQuery, StoredFilter } from '#shared/contract/list-query.ts';
import { columnsOf } from '#shared/dictionary/derive-columns.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { type FieldDeclaration, missingMarkers } from '#shared/dictionary/vocabulary.ts';

const typesOf = {
  codes: ['code', 'codes'],
  period: ['date', 'partial_date'],
  number: ['int', 'decimal'],
  answer: ['int', 'decimal', 'text', 'code', 'codes', 'date', 'partial_date'],
} satisfies Partial<Record<StoredFilter['kind'], readonly FieldDeclaration['type'][]>>;

const reasons: ReadonlySet<string> = new Set([...missingMarkers, 'not_entered']);

/** INVALID_INPUT with the place of what does not fit: unknown field, other kind of value, code that no list has. */
export function checkQuery(index: RegisterIndex, { entity, filters, order }: ListQuery): void {
  filters.forEach((filter, at) => {
    // Those of a figure find nothing where the dictionary has no such field.
    if (isFigureFilter(filter) || !('field' in filter)) return;
    const field = listedField(index, entity, filter.field);
    const types: readonly string[] = typesOf[filter.kind];
    if (!field || !types.includes(field.type)) refuse(`filters.${at}.field`);
    else if (filter.kind === 'codes' && !filter.anyOf.every((code) => isCodeOf(index, field, code))) {
      refuse(`filters.${at}.anyOf`);
    }
  });
  if (order.by === 'field' && !columnsOf(index, entity).some(({ field }) => field.id === order.field)) {
    refuse('order.field');
  }
}

/** A field of the record or of its groups, never of its vault. */
function listedField(index: RegisterIndex, entity: string, id: string): FieldDeclaration | undefined {
  const holders = [entity, ...index.groupsOf(entity).map((group) => group.id)];
  const field = holders.map((holder) => index.findField(holder, id)).find((found) => found !== undefined);
  return field?.sensitivity === 'direct' ? undefined : field;
}

/** Entries of reference lists belong to the installation: one that it has not (any more) finds nothing. */
function isCodeOf(index: RegisterIndex, field: FieldDeclaration, code: string): boolean {
  const list = index.codeList(field.list ?? '');
  return reasons.has(code) || list === undefined || index.code(list.id, code) !== undefined;
}

function refuse(field: string): never {
  throw new AppError('INVALID_INPUT', { fields: [field] });
}
