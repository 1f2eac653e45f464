import { expect, test } from 'vitest';
import type { FieldValue, RuleContext } from '../records/record.ts';
import { victims } from './registers/victims/register.ts';
import { settle } from './settle.ts';

const context: RuleContext = {
  today: '2026-11-22',
  ownCountry: 'XKX',
  institution: () => undefined,
  inUse: () => undefined,
  otherRegistrations: [],
  likelyDuplicates: [],
};
const notApplicable = { missing: 'not_applicable' };

const settled = (values: Record<string, FieldValue>, services: readonly Record<string, FieldValue>[] = []) =>
  settle(
    victims,
    {
      entity: 'victim',
      id: 'v',
      values,
      groups: { service: services.map((row, id) => ({ id: String(id), values: row })) },
    },
    context,
  );

test('a field that does not apply says so, and so does what rests on it', () => {
  expect(settled({ assistance_offered: 'no', assistance_accepted: 'yes' }).values).toMatchObject({
    assistance_accepted: notApplicable,
    decline_reason: notApplicable,
  });
});

test('the program takes not applicable back when the field applies again', () => {
  const before = settled({ assistance_offered: 'no' });
  const after = settled({ ...before.values, assistance_offered: 'yes' });
  expect(after.values['assistance_accepted']).toBeNull();
});

test('what is not known yet neither gives nor takes anything', () => {
  expect(settled({ assistance_accepted: 'yes' }).values['assistance_accepted']).toBe('yes');
  expect(settled({}).values['assistance_accepted']).toBeUndefined();
});

test('what a supervisor withholds stays withheld', () => {
  const withheld = { missing: 'withheld' } as const;
  expect(settled({ assistance_offered: 'no', assistance_accepted: withheld }).values['assistance_accepted']).toEqual(
    withheld,
  );
});

test('rows are settled one by one', () => {
  const rows = settled({}, [{ service_type: 'shelter' }, { service_type: 'medical' }]).groups['service'];
  expect(rows?.map(({ values }) => values['shelter_type'] ?? null)).toEqual([null, notApplicable]);
});
