import { expect, test } from 'vitest';
import type { FieldValue, RuleSubject } from '../../../records/record.ts';
import { spans } from './spans.ts';

const victim = (values: Record<string, FieldValue>, rows: Record<string, FieldValue>[] = []): RuleSubject => ({
  entity: 'victim',
  id: 'v',
  values,
  groups: { exploitation: rows.map((row, at) => ({ id: `e${at}`, values: row })) },
});

test('a duration is exact between two days, and a range where a date is known in part', () => {
  const found = spans(
    victim({ first_contact_date: '2026-03-01', identification_date: '2026-03-31' }, [
      { exploitation_start: '2025-01-15', exploitation_end: '2025-07-14' },
      { exploitation_start: '2025-01', exploitation_end: '2025-07' },
      { exploitation_start: '2025-07', exploitation_end: '2025-01' },
    ]),
  );
  expect(found).toEqual([
    { at: { entity: 'victim', field: 'identification_date' }, unit: 'days', least: 30, most: 30 },
    { at: { entity: 'exploitation', field: 'exploitation_end', row: 'e0' }, unit: 'months', least: 5, most: 5 },
    { at: { entity: 'exploitation', field: 'exploitation_end', row: 'e1' }, unit: 'months', least: 5, most: 6 },
  ]);
});

test('ages are shown as a range only where more than one is possible', () => {
  const ages = (values: Record<string, FieldValue>) =>
    spans(victim(values)).map(({ at, least, most }) => [at.field, least, most]);
  expect(ages({ registration_date: '2026-06-15', birth_year: 2009 })).toEqual([['age_at_identification', 16, 17]]);
  expect(ages({ registration_date: '2026-12-31', birth_year: 2009 })).toEqual([]);
  expect(ages({ recruitment_date: '2024', birth_year: 2009 })).toEqual([['age_at_recruitment', 14, 15]]);
});
