import { isDate, isPartialDate } from '../records/partial-date.ts';
import { type FieldValue, isMissing } from '../records/record.ts';
import type { ValueIssueCode } from './derive-schema.ts';
import { isTyped, type RegisterIndex } from './register-index.ts';
import { type FieldDeclaration, type MissingMarker, missingMarkers } from './vocabulary.ts';

export interface ImportColumn {
  readonly name: string;
  /** key: names the row within its file; parent: the key of the record that the row belongs to. */
  readonly role: 'key' | 'parent' | 'field';
  readonly field?: FieldDeclaration;
}

/** Columns of the import template of one entity: its keys, then each field that somebody types. */
export function importColumnsOf(index: RegisterIndex, entity: string): readonly ImportColumn[] {
  const { role, parent } = index.entity(entity);
  const keys: ImportColumn[] = role === 'vault' ? [] : [{ name: 'id', role: 'key' }];
  if (parent !== null) keys.push({ name: `${parent}_id`, role: 'parent' });
  const typed = index.fieldsOf(entity).filter(isTyped);
  return [...keys, ...typed.map((field): ImportColumn => ({ name: field.id, role: 'field', field }))];
}

const separator = '|';
const markerSign = '?';

export type ParsedCell =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly code: ValueIssueCode };

/**
 * Reads one cell. Empty: not entered; `?unknown` and so on: a marker; several codes stand with `|` between them;
 * a text that begins with `?` is written `??`. Whether the value may stand is for the schema.
 */
export function parseCell(field: FieldDeclaration, cell: string): ParsedCell {
  const text = field.type === 'text' ? cell : cell.trim();
  if (text.trim() === '') return { ok: true, value: null };
  if (text.startsWith(markerSign) && !text.startsWith(markerSign + markerSign)) return parseMarker(text.trim());
  switch (field.type) {
    case 'int':
      return /^[+-]?\d{1,15}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, code: 'NOT_A_NUMBER' };
    case 'decimal':
      return parseDecimal(text);
    case 'date':
      return isDate(text) ? { ok: true, value: text } : { ok: false, code: 'NOT_A_DATE' };
    case 'partial_date':
      return isPartialDate(text) ? { ok: true, value: text } : { ok: false, code: 'NOT_A_DATE' };
    case 'code':
      return { ok: true, value: text };
    case 'codes':
      return { ok: true, value: text.split(separator).map((code) => code.trim()) };
    case 'text':
      return { ok: true, value: text.startsWith(markerSign) ? text.slice(1) : text };
  }
}

/** Writes a value so that reading the cell gives the same value back. */
export function formatCell(field: FieldDeclaration, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (isMissing(value)) return markerSign + value.missing;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.join(separator);
  return field.type === 'text' && value.startsWith(markerSign) ? markerSign + value : value;
}

function parseMarker(text: string): ParsedCell {
  const marker = missingMarkers.find((known): known is MissingMarker => known === text.slice(1));
  return marker ? { ok: true, value: { missing: marker } } : { ok: false, code: 'MARKER_NOT_ALLOWED' };
}

// Spreadsheets of the region write a decimal comma; a separator of thousands would be a guess and is refused.
function parseDecimal(text: string): ParsedCell {
  const isDecimal = /^[+-]?\d{1,13}([.,]\d{1,2})?$/.test(text);
  return isDecimal ? { ok: true, value: Number(text.replace(',', '.')) } : { ok: false, code: 'NOT_A_NUMBER' };
}
