import { expect, test } from 'vitest';
import { personFieldsOf } from './person-fields.ts';
import { indexOf } from './register-index.ts';
import { registerOf } from './registers.ts';
import { registerKinds } from './vocabulary.ts';

const declared = registerKinds.flatMap((kind) => {
  try {
    return [registerOf(kind)];
  } catch {
    // A kind that this version does not know yet.
    return [];
  }
});

test.each(declared)('in the register of $kind only fields of a vault hold names and personal numbers', (register) => {
  const index = indexOf(register);
  for (const { id, entity, personRole, sensitivity } of register.fields) {
    if (personRole === undefined) continue;
    const isInVault = index.entity(entity).role === 'vault';
    const isIdentity = ['given_name', 'family_name', 'personal_number', 'birth_date'].includes(personRole);
    expect(isInVault, id).toBe(isIdentity);
    expect(sensitivity === 'direct', id).toBe(isIdentity);
  }
});

test('a victim is known by name, number and birth date, a prevented case names nobody', () => {
  const index = indexOf(registerOf('victims'));
  expect(personFieldsOf(index, 'victim')).toMatchObject({
    vault: 'victim_identity',
    given: [{ id: 'first_name' }],
    family: [{ id: 'last_name' }],
    personalNumber: { id: 'national_id' },
    birthDate: { id: 'date_of_birth' },
    birthYear: { id: 'birth_year' },
    sex: { id: 'sex' },
    citizenship: { id: 'citizenship' },
  });
  expect(personFieldsOf(index, 'prevented_case')).toBeNull();
});
