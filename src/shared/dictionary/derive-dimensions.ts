import type { RegisterIndex } from './register-index.ts';
import type { FieldDeclaration } from './vocabulary.ts';

/** Something that a table can count by. */
export interface Dimension {
  /** `victim.sex` */
  readonly id: string;
  readonly field: FieldDeclaration;
  /** code: one class per record; codes: several, sums exceed the total; band: classes of an int; year: year of a date. */
  readonly kind: 'code' | 'codes' | 'band' | 'year';
  /** Code list or reference list. */
  readonly list?: string;
  /** Coarser classes of the list, in their order; empty where the list has none. */
  readonly groups: readonly string[];
  readonly bands: readonly { readonly from: number; readonly to: number | null }[];
}

/** Dimensions of one entity: every coded field, every date by year, every int with declared classes; no identities. */
export function dimensionsOf(index: RegisterIndex, entity: string): readonly Dimension[] {
  return index.fieldsOf(entity).flatMap((field) => {
    const dimension = field.sensitivity === 'direct' ? undefined : dimensionOf(index, field);
    return dimension ? [dimension] : [];
  });
}

function dimensionOf(index: RegisterIndex, field: FieldDeclaration): Dimension | undefined {
  const base = { id: `${field.entity}.${field.id}`, field, groups: [], bands: [] };
  if (field.type === 'code' || field.type === 'codes') {
    return { ...base, kind: field.type, list: field.list, groups: groupsOf(index, field.list ?? '') };
  }
  if (field.type === 'date' || field.type === 'partial_date') return { ...base, kind: 'year' };
  if (field.bands === undefined) return undefined;
  const starts = field.bands;
  const bands = starts.map((from, position) => ({ from, to: endBefore(starts[position + 1], field) }));
  return { ...base, kind: 'band', bands };
}

const endBefore = (next: number | undefined, field: FieldDeclaration) =>
  next === undefined ? (typeof field.max === 'number' ? field.max : null) : next - 1;

function groupsOf(index: RegisterIndex, list: string): readonly string[] {
  const groups = (index.codeList(list)?.codes ?? []).flatMap((code) => (code.group === undefined ? [] : [code.group]));
  return [...new Set(groups)];
}
