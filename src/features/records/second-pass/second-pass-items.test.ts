import { expect, test } from 'vitest';
import { registerOf } from '#shared/dictionary/registers.ts';
import { formModel } from '../form/form-model.ts';
import { agree, secondPassItems } from './second-pass-items.ts';

const model = formModel(registerOf('victims'), 'victim');

test('what was typed can be typed again: rows too, identities only where they are open, nothing the program sets', () => {
  const content = {
    values: { sex: 'female', age_group: 'a18_24', residence_permit: { missing: 'not_applicable' } as const },
    groups: { recruiter: [{ id: 'r1', values: { recruiter_sex: { missing: 'unknown' } as const } }] },
  };
  const fields = (identity: Record<string, string> | null) =>
    secondPassItems(model, content, identity).map(({ field, rowNumber }) => [field.id, rowNumber]);
  expect(fields(null)).toEqual([
    ['sex', null],
    ['recruiter_sex', 1],
  ]);
  expect(fields({ first_name: 'Zzyxanta', contact_details: 'Rruga 9' })).toContainEqual(['first_name', null]);
  expect(fields({ contact_details: 'Rruga 9' })).toHaveLength(2);
});

test('codes agree in any order, texts but for capitals and spaces, and a marker with nothing but itself', () => {
  expect(agree(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(agree(['a'], ['a', 'b'])).toBe(false);
  expect(agree('Ana  Hoxha', 'ana hoxha ')).toBe(true);
  expect(agree({ missing: 'unknown' }, { missing: 'refused' })).toBe(false);
  expect(agree(3, 3)).toBe(true);
});
