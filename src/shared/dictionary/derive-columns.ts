import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration } from './vocabulary.ts';

export interface ListColumn {
  readonly field: FieldDeclaration;
  /** Shown until the user chooses other columns. */
  readonly isDefault: boolean;
}

export interface ListFilter {
  readonly field: FieldDeclaration;
  /** How its values are narrowed; whether and why it is unanswered can be asked of every field. */
  readonly kind: 'codes' | 'period' | 'number' | 'answer';
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

const filterKinds = {
  code: 'codes',
  codes: 'codes',
  date: 'period',
  partial_date: 'period',
  int: 'number',
  decimal: 'number',
  text: 'answer',
} as const;

/**
 * Fields that a list can be narrowed by: of the record, the default columns first, then of its groups. Direct
 * identifiers are not among them, nor what the list has filters of its own for (number, code, state, archive).
 */
export function filtersOf(index: RegisterIndex, root: string): readonly ListFilter[] {
  const ofGroups = index.groupsOf(root).flatMap(({ id }) => index.fieldsOf(id));
  return [...columnsOf(index, root).map(({ field }) => field), ...ofGroups]
    .filter((field) => field.sensitivity !== 'direct')
    .map((field) => ({ field, kind: filterKinds[field.type] }));
}
