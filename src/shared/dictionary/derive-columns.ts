import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration } from './vocabulary.ts';

export interface ListColumn {
  readonly field: FieldDeclaration;
  /** Shown until the user chooses other columns. */
  readonly isDefault: boolean;
}

export interface ListFilter {
  readonly field: FieldDeclaration;
  /** codes: any of these codes or markers; period: from and to, inclusive. */
  readonly kind: 'codes' | 'period';
}

/** Columns that a list of records can show; what the record itself holds (number, code, state) is always there. */
export function columnsOf(index: RegisterIndex, root: string): readonly ListColumn[] {
  const shown = index.register.listColumns[root] ?? [];
  const rank = (field: FieldDeclaration) => (shown.includes(field.id) ? shown.indexOf(field.id) : shown.length);
  return index
    .fieldsOf(root)
    .filter((field) => field.sensitivity !== 'direct' && field.meta === undefined)
    .map((field) => ({ field, isDefault: shown.includes(field.id) }))
    .toSorted((a, b) => rank(a.field) - rank(b.field));
}

/** Fields of the record that a list can be narrowed by; sorts the fields of the default columns first. */
export function filtersOf(index: RegisterIndex, root: string): readonly ListFilter[] {
  return columnsOf(index, root).flatMap(({ field }): ListFilter[] => {
    if (field.type === 'code' || field.type === 'codes') return [{ field, kind: 'codes' }];
    return field.type === 'date' || field.type === 'partial_date' ? [{ field, kind: 'period' }] : [];
  });
}
