/** Turns what is typed into a value; null where it is not one (yet). */
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { Formats } from '#shared/locale/formats.ts';
import type { FieldValue } from '#shared/records/record.ts';

export type Reading =
  | { readonly value: FieldValue }
  | { readonly problem: 'number' | 'wholeNumber' | 'date' | 'wholeDate' };

function readNumber(text: string, whole: boolean): Reading {
  // Both decimal signs are accepted in every language; spaces may part thousands.
  const plain = text.replace(/[\s ]/g, '').replace(',', '.');
  if (!/^-?\d+(\.\d{1,2})?$/.test(plain)) return { problem: whole ? 'wholeNumber' : 'number' };
  if (whole && !/^-?\d+$/.test(plain)) return { problem: 'wholeNumber' };
  return { value: Number(plain) };
}

function readDate(text: string, partial: boolean, formats: Formats): Reading {
  const date = formats.parsePartialDate(text);
  if (date === null) return { problem: partial ? 'date' : 'wholeDate' };
  return partial || date.length === 10 ? { value: date } : { problem: 'wholeDate' };
}

export function readTyped(field: FieldDeclaration, text: string, formats: Formats): Reading {
  if (text.trim() === '') return { value: null };
  switch (field.type) {
    case 'int':
      return readNumber(text, true);
    case 'decimal':
      return readNumber(text, false);
    case 'date':
      return readDate(text, false, formats);
    case 'partial_date':
      return readDate(text, true, formats);
    default:
      return { value: text };
  }
}

/** How a value stands in its field while nobody is typing. */
export function typedText(field: FieldDeclaration, value: FieldValue, formats: Formats): string {
  // Years are whole numbers too: no sign between thousands.
  if (typeof value === 'number') return field.type === 'decimal' ? formats.number(value, 2) : String(value);
  if (typeof value !== 'string') return '';
  return field.type === 'date' || field.type === 'partial_date' ? formats.date(value) : value;
}
