/** Generated cases that nobody checked: rows within rows in every group, typed values, every marker, and nothing. */
import fc from 'fast-check';
import { countryCodes } from '#shared/dictionary/reference-lists/country.ts';
import { indexOf } from '#shared/dictionary/register-index.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import type { FieldDeclaration } from '#shared/dictionary/vocabulary.ts';
import { isoDay } from '#shared/records/partial-date.ts';
import type { FieldValue, RuleSubject } from '#shared/records/record.ts';
import { aCase, type Row } from './a-case.ts';

const index = indexOf(justice);

// All steps lie in the years 2022 to 2024, so that they fall before, between and on the days of each other.
const firstDay = Date.UTC(2022, 0, 1) / 86_400_000;
const day = fc.integer({ min: firstDay, max: firstDay + 1095 }).map(isoDay);

const mostRows: Readonly<Record<string, number>> = {
  sentence: 1,
  cooperation: 1,
  claim: 1,
  asset: 2,
  asset_decision: 2,
};

function codesOf(field: FieldDeclaration): readonly string[] {
  if (field.list === 'COUNTRY') return countryCodes;
  return index.codeList(field.list ?? '')?.codes.map(({ code }) => code) ?? ['first', 'second'];
}

function known(field: FieldDeclaration): fc.Arbitrary<FieldValue> {
  const low = typeof field.min === 'number' ? Math.ceil(field.min) : 0;
  const high = typeof field.max === 'number' ? field.max : 100_000;
  switch (field.type) {
    case 'int':
    case 'decimal':
      return fc.integer({ min: low, max: high });
    case 'text':
      return fc.string({ minLength: 1, maxLength: 20 });
    case 'date':
      return day;
    case 'partial_date':
      return fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
    case 'code':
      return fc.constantFrom(...codesOf(field));
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codesOf(field)), { minLength: 1, maxLength: 3 });
  }
}

function anyValue(field: FieldDeclaration): fc.Arbitrary<FieldValue> {
  const markers = field.missing.map((missing): FieldValue => ({ missing }));
  return fc.oneof(
    { weight: 8, arbitrary: known(field) },
    { weight: 1, arbitrary: fc.constant(null) },
    ...(markers.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...markers) }] : []),
  );
}

/** Answers of an entity, and rows of every group within it. */
function anyRow(entity: string, least: Readonly<Record<string, number>>): fc.Arbitrary<Row> {
  const fields = index.fieldsOf(entity).filter(({ meta }) => meta === undefined);
  const groups = justice.entities.filter(({ parent, role }) => parent === entity && role === 'group');
  const rows = groups.map(({ id }) => {
    const lengths = { minLength: least[id] ?? 0, maxLength: mostRows[id] ?? 3 };
    return [id, fc.array(anyRow(id, least), lengths)] as const;
  });
  const answers: Record<string, fc.Arbitrary<Row[string]>> = Object.fromEntries([
    ...fields.map((field) => [field.id, anyValue(field)] as const),
    ...rows,
  ]);
  return fc.record(answers);
}

/** A case with its steps in any order; `least` asks for so many rows of a group within each row that holds it. */
export function anyCase(least: Readonly<Record<string, number>> = {}): fc.Arbitrary<RuleSubject> {
  return anyRow('case', least).map((tree) => aCase(tree));
}

/** The same case with one more row at the end of a group. */
export function withRow(subject: RuleSubject, entity: string, within: string, row: Row): RuleSubject {
  const rows = subject.groups[entity] ?? [];
  const added = { id: `added ${entity} ${rows.length}`, values: { ...(row as Record<string, FieldValue>), within } };
  return { ...subject, groups: { ...subject.groups, [entity]: [...rows, added] } };
}
