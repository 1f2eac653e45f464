import { expect, test } from 'vitest';
import type { FieldValue } from '../records/record.ts';
import { checkValues, offeredCodes, type SchemaOptions, schemaOf } from './derive-schema.ts';
import { indexOfKind } from './registers.ts';

const index = indexOfKind('victims');
const officer: SchemaOptions = {
  hasReference: (list, code) => list === 'INST' && code === 'kp_thb',
  mayWithhold: () => false,
};
const codesOf = (field: string, value: FieldValue, options = officer, entity = 'victim') =>
  checkValues(index, entity, { [field]: value }, options).map((issue) => issue.code);

test('a value of another type, out of range or not in its list is refused by the name of its field', () => {
  expect(codesOf('hours_per_week', 169, officer, 'exploitation')).toEqual(['OUT_OF_RANGE']);
  expect(codesOf('hours_per_week', 40.5, officer, 'exploitation')).toEqual(['NOT_A_NUMBER']);
  expect(codesOf('debt_amount', 10.005)).toEqual(['NOT_A_NUMBER']);
  expect(codesOf('debt_amount', 1234.56)).toEqual([]);
  expect(codesOf('registration_date', '2026-02-29')).toEqual(['NOT_A_DATE']);
  expect(codesOf('registration_date', '2026-02')).toEqual(['NOT_A_DATE']);
  expect(codesOf('registration_date', '1999-12-31')).toEqual(['OUT_OF_RANGE']);
  expect(codesOf('recruitment_date', '2026-02')).toEqual([]);
  expect(codesOf('recruitment_date', '1899')).toEqual(['OUT_OF_RANGE']);
  expect(codesOf('recruitment_date', '1900')).toEqual([]);
  expect(codesOf('sex', 'f')).toEqual(['UNKNOWN_CODE']);
  expect(codesOf('sex', ['female'])).toEqual(['UNKNOWN_CODE']);
  expect(codesOf('acts', 'transfer')).toEqual(['UNKNOWN_CODE']);
  expect(codesOf('acts', ['transfer', 'transfer'])).toEqual(['DUPLICATE_KEY']);
  expect(codesOf('shoe_size', 40)).toEqual(['UNKNOWN_COLUMN']);
});

test('countries are known, other references are asked for', () => {
  expect(codesOf('citizenship', ['XKX', 'STATELESS'])).toEqual([]);
  expect(codesOf('citizenship', ['XKK'])).toEqual(['UNKNOWN_CODE']);
  expect(codesOf('reporting_institution', 'kp_thb')).toEqual([]);
  expect(codesOf('reporting_institution', 'nobody')).toEqual(['UNKNOWN_CODE']);
});

test('a marker stands only where the dictionary allows it, and "withheld" only with permission', () => {
  expect(codesOf('sex', { missing: 'unknown' })).toEqual([]);
  expect(codesOf('sex', { missing: 'refused' })).toEqual(['MARKER_NOT_ALLOWED']);
  expect(codesOf('sex', { missing: 'withheld' })).toEqual(['MARKER_NOT_ALLOWED']);
  expect(codesOf('sex', { missing: 'withheld' }, { ...officer, mayWithhold: () => true })).toEqual([]);
  expect(codesOf('intended_forms', { missing: 'not_applicable' })).toEqual([]);
});

test('a code that only the program sets is not offered but may stand where the program put it', () => {
  const mainForm = index.field('victim', 'exploitation_main_form');
  expect(offeredCodes(index, mainForm).map((code) => code.code)).not.toContain('mixed');
  expect(codesOf('exploitation_main_form', 'mixed')).toEqual([]);
});

test('an issue never repeats what was typed into a text', () => {
  const issues = checkValues(index, 'victim_identity', { first_name: 'Invented'.repeat(20) }, officer);
  expect(issues).toEqual([{ field: 'first_name', code: 'TOO_LONG', params: { limit: 100 } }]);
  expect(JSON.stringify(issues)).not.toContain('Invented');
});

test('the schema of an entity reports the same issues under the path of the field', () => {
  const result = schemaOf(index, 'victim', officer).safeParse({ sex: 'female', children_count: 21 });
  expect(result.error?.issues.map((issue) => [issue.path, issue.message])).toEqual([
    [['children_count'], 'OUT_OF_RANGE'],
  ]);
  expect(schemaOf(index, 'victim', officer).safeParse({ sex: { missing: 'because' } }).success).toBe(false);
});
