/** Generated values for every field of an entity: typed values, every marker, and nothing. */
import fc from 'fast-check';
import { countryCodes } from '#shared/dictionary/reference-lists/country.ts';
import { indexOfKind } from '#shared/dictionary/registers.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import type { FieldValue, RecordContent, Values } from '#shared/records/record.ts';

const index = indexOfKind('victims');

const two = (n: number): string => String(n).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 2001, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);

function codesOf(field: FieldDeclaration, references: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const list = field.list ?? '';
  if (list === 'COUNTRY') return countryCodes;
  return index.codeList(list)?.codes.map(({ code }) => code) ?? references[list] ?? [];
}

function known(
  field: FieldDeclaration,
  references: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<FieldValue> {
  const low = typeof field.min === 'number' ? field.min : 0;
  const high = typeof field.max === 'number' ? field.max : 100_000;
  switch (field.type) {
    case 'int':
      return fc.integer({ min: low, max: high });
    case 'decimal':
      return fc.integer({ min: low * 100, max: high * 100 }).map((hundredths) => hundredths / 100);
    case 'text':
      return fc
        .string({ minLength: 1, maxLength: Math.min(field.maxLength ?? 40, 40), unit: 'grapheme' })
        .map((text) => `x${text}`.slice(0, 40).trim());
    case 'date':
      return day;
    case 'partial_date':
      return fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
    case 'code':
      return fc.constantFrom(...codesOf(field, references));
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codesOf(field, references)), { minLength: 1, maxLength: 4 });
  }
}

export function anyValue(
  field: FieldDeclaration,
  references: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<FieldValue> {
  const markers = field.missing.map((missing): FieldValue => ({ missing }));
  return fc.oneof(
    { weight: 6, arbitrary: known(field, references) },
    { weight: 1, arbitrary: fc.constant(null) },
    ...(markers.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...markers) }] : []),
  );
}

/** Values of the fields of an entity that have a place outside the record's own columns. */
export function anyValues(
  entity: string,
  references: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Values> {
  const fields = index.fieldsOf(entity).filter(({ meta }) => meta === undefined);
  const entries = Object.fromEntries(fields.map((field) => [field.id, anyValue(field, references)]));
  return fc
    .record(entries)
    .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)));
}

export function anyContent(
  entity: string,
  references: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<RecordContent> {
  const groups = index.groupsOf(entity).map(({ id }) => id);
  const rows = Object.fromEntries(
    groups.map((group) => [
      group,
      fc.array(fc.record({ id: fc.uuid({ version: 7 }), values: anyValues(group, references) }), { maxLength: 3 }),
    ]),
  );
  return fc
    .record({ values: anyValues(entity, references), groups: fc.record(rows) })
    .map(({ values, groups: all }) => ({
      values,
      groups: Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0)),
    }));
}
