import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldValue } from '../records/record.ts';
import { formatCell, importColumnsOf, parseCell } from './derive-import.ts';
import { offeredCodes } from './derive-schema.ts';
import { indexOfKind, registerOf } from './registers.ts';
import type { FieldDeclaration } from './vocabulary.ts';

const index = indexOfKind('victims');

test('the template asks for every typed field once and for nothing that the program sets', () => {
  const named = registerOf('victims').entities.flatMap((entity) =>
    importColumnsOf(index, entity.id).flatMap((column) => (column.field ? [column.field] : [])),
  );
  expect(new Set(named.map((field) => field.id)).size).toBe(named.length);
  expect(named.some((field) => field.derived || field.meta)).toBe(false);
  expect(importColumnsOf(index, 'victim').map((column) => column.name)).toEqual(
    expect.arrayContaining(['id', 'sex', 'exploitation_main_form', 'birth_year']),
  );
  expect(importColumnsOf(index, 'exploitation').slice(0, 2)).toEqual([
    { name: 'id', role: 'key' },
    { name: 'victim_id', role: 'parent' },
  ]);
  expect(importColumnsOf(index, 'victim_identity')[0]).toEqual({ name: 'victim_id', role: 'parent' });
});

test('what is written into a cell is read back as the same value', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...registerOf('victims').fields)
        .chain((field) => fc.tuple(fc.constant(field), anyValueOf(field))),
      ([field, value]) => {
        expect(parseCell(field, formatCell(field, value))).toEqual({ ok: true, value });
      },
    ),
  );
});

function anyValueOf(field: FieldDeclaration): fc.Arbitrary<FieldValue> {
  const marker = fc
    .constantFrom('unknown', 'not_applicable', 'not_asked', 'refused', 'withheld')
    .map((missing) => ({ missing }) as const);
  const codes =
    field.list && index.codeList(field.list) ? offeredCodes(index, field).map((code) => code.code) : ['XKX', 'ALB'];
  const some = codes.length > 0 ? codes : ['yes'];
  const values: Record<FieldDeclaration['type'], fc.Arbitrary<FieldValue>> = {
    int: fc.integer({ min: -1000, max: 100_000 }),
    decimal: fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100),
    text: fc
      .oneof(fc.string({ minLength: 1 }), fc.constantFrom('?', '??', '?unknown', 'a|b', '=1'))
      .filter((text) => text.trim() !== ''),
    code: fc.constantFrom(...some),
    codes: fc.uniqueArray(fc.constantFrom(...some), { minLength: 1 }),
    date: fc.constantFrom('2024-02-29', '1999-12-31'),
    partial_date: fc.constantFrom('2024', '2024-02', '2024-02-29'),
  };
  return fc.oneof(values[field.type], marker, fc.constant(null));
}

test('a number is never guessed', () => {
  const debt = index.field('victim', 'debt_amount');
  expect(parseCell(debt, '1500,50')).toEqual({ ok: true, value: 1500.5 });
  for (const cell of ['1.500,50', '1 500', '1e3', '0x10', '12,345'])
    expect(parseCell(debt, cell)).toEqual({ ok: false, code: 'NOT_A_NUMBER' });
  expect(parseCell(index.field('victim', 'children_count'), '2.0')).toEqual({ ok: false, code: 'NOT_A_NUMBER' });
  expect(parseCell(index.field('victim', 'sex'), '?dunno')).toEqual({ ok: false, code: 'MARKER_NOT_ALLOWED' });
});
