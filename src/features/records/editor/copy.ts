/** What may be taken over from the record that was typed before, and how it is done. */
import { v7 as uuid } from 'uuid';
import { isTyped } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { readField, rowsOf, sameValue } from '#shared/records/content.ts';
import {
  type FieldRef,
  type FieldValue,
  type GroupRow,
  isMissing,
  type RecordContent,
} from '#shared/records/record.ts';
import type { FormModel } from '../form/form-model.ts';
import type { Change } from './undo.ts';

export type Copyable =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly section: string;
      readonly field: FieldDeclaration;
      readonly value: FieldValue;
    }
  | {
      readonly kind: 'rows';
      readonly key: string;
      readonly section: string;
      readonly entity: string;
      readonly rows: readonly GroupRow[];
    };

/** Answers of the earlier record that this one lacks or has differently, and groups of which it has no row. */
export function copyables(model: FormModel, previous: RecordContent, present: RecordContent): readonly Copyable[] {
  return model.sections.flatMap((section) =>
    section.items.flatMap((item): Copyable[] => {
      if (item.kind === 'vault') return [];
      if (item.kind !== 'field') {
        const rows = rowsOf(previous, item.entity.id);
        const { id: entity } = item.entity;
        if (rows.length === 0 || rowsOf(present, entity).length > 0) return [];
        return [{ kind: 'rows', key: entity, section: section.id, entity, rows }];
      }
      const { field } = item;
      const value = previous.values[field.id] ?? null;
      if (!isTyped(field) || value === null || isSetAside(field, value)) return [];
      if (sameValue(value, present.values[field.id])) return [];
      return [{ kind: 'value', key: `${model.entity}.${field.id}`, section: section.id, field, value }];
    }),
  );
}

const isSetAside = (field: FieldDeclaration, value: FieldValue): boolean =>
  field.applies !== undefined && isMissing(value) && value.missing === 'not_applicable';

/** One act that takes all of it over; rows get ids of their own. */
export function changesOf(chosen: readonly Copyable[], present: RecordContent): readonly Change[] {
  return chosen.flatMap((item): Change[] => {
    if (item.kind === 'rows') {
      return item.rows.map(({ values }, at) => ({
        kind: 'row',
        entity: item.entity,
        row: { id: uuid(), values },
        at,
        isAdded: true,
      }));
    }
    const ref = { entity: item.field.entity, field: item.field.id };
    return [{ kind: 'value', ref, before: readField(present, ref), after: item.value }];
  });
}

/** What stands in the same field one row above, or in the record typed before; null where nothing does. */
export function valueBefore(ref: FieldRef, present: RecordContent, previous: RecordContent | null): FieldValue {
  if (ref.row === undefined) return previous?.values[ref.field] ?? null;
  const rows = rowsOf(present, ref.entity);
  const above = rows[rows.findIndex(({ id }) => id === ref.row) - 1];
  if (above !== undefined) return above.values[ref.field] ?? null;
  return (previous && rowsOf(previous, ref.entity)[0]?.values[ref.field]) ?? null;
}
