/** Which answers can be typed a second time from the paper, and whether the two agree. */
import { isTyped } from '#shared/dictionary/register-index.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { rowsOf, sameValue } from '#shared/records/content.ts';
import { identityOfRow } from '#shared/records/identity.ts';
import { type FieldRef, type FieldValue, isMissing, type RecordContent, type Values } from '#shared/records/record.ts';
import type { FormModel } from '../form/form-model.ts';

export interface SecondPassItem {
  readonly ref: FieldRef;
  readonly field: FieldDeclaration;
  readonly section: string;
  /** Number of the row, from 1; null outside of a table. */
  readonly rowNumber: number | null;
}

/** Every answer that was typed, in the order of the form. `identity`: null where it was not opened. */
export function secondPassItems(
  model: FormModel,
  content: RecordContent,
  identity: Values | null,
): readonly SecondPassItem[] {
  return model.sections.flatMap((section) =>
    section.items.flatMap((item): SecondPassItem[] => {
      if (item.kind === 'field') return itemOf(item.field, section.id, content.values);
      if (item.kind === 'vault') {
        if (identity === null) return [];
        const persons = item.outer === undefined ? [undefined] : rowsOf(content, item.outer);
        return persons.flatMap((person, at) => {
          const row = person && { id: person.id, number: at + 1 };
          const known = identityOfRow(identity, person?.id);
          return item.fields.flatMap(({ field }) => itemOf(field, section.id, known, row));
        });
      }
      return rowsOf(content, item.entity.id).flatMap((row, at) =>
        item.fields.flatMap(({ field }) => itemOf(field, section.id, row.values, { id: row.id, number: at + 1 })),
      );
    }),
  );
}

function itemOf(
  field: FieldDeclaration,
  section: string,
  values: Values,
  row?: { readonly id: string; readonly number: number },
): SecondPassItem[] {
  const value = values[field.id] ?? null;
  const isSetAside = field.applies !== undefined && isMissing(value) && value.missing === 'not_applicable';
  // Long texts are read through, not typed twice.
  if (!isTyped(field) || value === null || isSetAside || field.multiline === true) return [];
  const ref = { entity: field.entity, field: field.id, ...(row === undefined ? {} : { row: row.id }) };
  return [{ ref, field, section, rowNumber: row?.number ?? null }];
}

/** Of several codes the order does not count, nor do capitals and spaces of a text. */
export function agree(first: FieldValue, second: FieldValue): boolean {
  const plain = (value: FieldValue): FieldValue =>
    Array.isArray(value)
      ? value.toSorted()
      : typeof value === 'string'
        ? value.trim().replace(/\s+/g, ' ').toLowerCase()
        : value;
  return sameValue(plain(first), plain(second));
}
