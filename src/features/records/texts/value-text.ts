import type { TFunction } from 'i18next';
import { markerTextKey } from '#shared/dictionary/text-keys.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isMissing } from '#shared/records/record.ts';
import type { Words } from './use-words.ts';

/** A value as it is read in lists, tables and the history; '' where nothing is entered. */
export function valueText(field: FieldDeclaration, value: FieldValue | undefined, words: Words, t: TFunction): string {
  if (value === null || value === undefined) return '';
  if (isMissing(value)) return t(markerTextKey(value.missing));
  if (typeof value === 'number') return field.type === 'decimal' ? words.formats.number(value, 2) : String(value);
  if (typeof value !== 'string') return value.map((code) => words.code(field.list ?? '', code)).join(', ');
  if (field.type === 'code') return words.code(field.list ?? '', value);
  return field.type === 'date' || field.type === 'partial_date' ? words.formats.date(value) : value;
}
