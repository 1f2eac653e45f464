/** What may be taken over from the record that was typed before, and how it is done. */
import { v7 as uuid } from 'uuid';
import { isGiven, isTyped, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { outerRowOf, readField, rowsOf, rowsWithin, sameValue, withinKey } from '#shared/records/content.ts';
import {
  type FieldRef,
  type FieldValue,
  type GroupRow,
  isMissing,
  type RecordContent,
  type Values,
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
      /** What stands within them, at every depth; outer rows first. */
      readonly inner: readonly { readonly entity: string; readonly row: GroupRow }[];
    };

/** Answers of the earlier record that this one lacks or has differently, and groups of which it has no row. */
export function copyables(model: FormModel, previous: RecordContent, present: RecordContent): readonly Copyable[] {
  return model.sections.flatMap((section) =>
    section.items.flatMap((item): Copyable[] => {
      // Rows within other ones go with these.
      if (item.kind === 'vault' || (item.kind === 'group' && item.outer !== undefined)) return [];
      if (item.kind !== 'field') {
        const rows = rowsOf(previous, item.entity.id);
        const { id: entity } = item.entity;
        if (rows.length === 0 || rowsOf(present, entity).length > 0) return [];
        const inner = rows.flatMap(({ id }) => rowsWithin(previous, id));
        return [{ kind: 'rows', key: entity, section: section.id, entity, rows, inner }];
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

/** The values of a row for another row: what is given to one row alone stays with it. */
export const valuesToCopy = (index: RegisterIndex, entity: string, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([id]) => {
      const field = index.findField(entity, id);
      return field === undefined || !isGiven(field);
    }),
  );

/** One act that takes all of it over; rows get ids of their own. */
export function changesOf(
  index: RegisterIndex,
  chosen: readonly Copyable[],
  present: RecordContent,
): readonly Change[] {
  return chosen.flatMap((item): Change[] => {
    if (item.kind === 'rows') {
      const ids = new Map<string, string>();
      const places = new Map<string, number>();
      return [...item.rows.map((row) => ({ entity: item.entity, row })), ...item.inner].map(({ entity, row }) => {
        const id = uuid();
        ids.set(row.id, id);
        const outer = ids.get(outerRowOf(row) ?? '');
        const copied = valuesToCopy(index, entity, row.values);
        const at = places.get(entity) ?? rowsOf(present, entity).length;
        places.set(entity, at + 1);
        const values = outer === undefined ? copied : { ...copied, [withinKey]: outer };
        return { kind: 'row', entity, row: { id, values }, at, isAdded: true };
      });
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
