/** Columns of an export and what a pseudonymised one leaves out or makes coarser. */
import { createHmac } from 'node:crypto';
import { formatCell } from '#shared/dictionary/derive-import.ts';
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { EntityDeclaration, FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isKnown } from '#shared/records/record.ts';

/** Columns that only an export has; an import passes them over. */
export const exportOnlyColumns = ['position', 'revision', 'completed_revision', 'dictionary_version'] as const;

export interface ExportForm {
  readonly index: RegisterIndex;
  /** null: codes without labels. */
  readonly label: ((list: string, code: string) => string) | null;
  /** null: everything as it stands; otherwise the key of this export's pseudonyms, thrown away afterwards. */
  readonly pseudonymKey: Buffer | null;
}

/** Small places and spoken languages single a person out; a pseudonymised export has none. */
const omittedLists = new Set(['MUNI', 'LANG']);
const yearsPerBand = 5;

/** Fields of an entity that an export of this form has, in the order of the dictionary. */
export function exportedFields({ index, pseudonymKey }: ExportForm, entity: string): readonly FieldDeclaration[] {
  const fields = index.fieldsOf(entity);
  if (!pseudonymKey) return fields;
  return fields.filter(
    ({ sensitivity, type, list, meta }) =>
      sensitivity !== 'special' &&
      sensitivity !== 'direct' &&
      !omittedLists.has(list ?? '') &&
      (type !== 'text' || meta !== undefined),
  );
}

/** Header of an entity's file. */
export function exportHeader(form: ExportForm, entity: EntityDeclaration): string[] {
  const keys = entity.parent === null ? ['id'] : ['id', `${entity.parent}_id`, 'position'];
  const fields = exportedFields(form, entity.id).flatMap((field) =>
    form.label && field.list ? [field.id, `${field.id}__label`] : [field.id],
  );
  const versions = entity.parent === null ? ['revision', 'completed_revision', 'dictionary_version'] : [];
  return [...keys, ...fields, ...versions];
}

/** The same id or code always gives the same pseudonym within one export, and another one in the next. */
export function exportedId({ pseudonymKey }: ExportForm, id: string): string {
  if (!pseudonymKey) return id;
  return createHmac('sha256', pseudonymKey).update(id, 'utf8').digest('hex').slice(0, 20);
}

/** Cells of one field: its code or value, and its label where labels were asked for. */
export function exportedCells(form: ExportForm, field: FieldDeclaration, value: FieldValue | undefined): string[] {
  const written = formatCell(field, form.pseudonymKey ? coarser(form, field, value) : value);
  if (!form.label || !field.list) return [written];
  const { label } = form;
  const codes = isKnown(value) ? (Array.isArray(value) ? value : [String(value)]) : [];
  return [written, codes.map((code) => label(field.list ?? '', code)).join(' | ')];
}

function coarser(form: ExportForm, field: FieldDeclaration, value: FieldValue | undefined): FieldValue | undefined {
  if (!isKnown(value)) return value;
  if (field.meta === 'code') return exportedId(form, String(value));
  if (field.meta === 'number') return null;
  // Ages and years of birth become the first year of their band of five.
  if (field.sensitivity === 'quasi' && typeof value === 'number') return value - (value % yearsPerBand);
  return value;
}
