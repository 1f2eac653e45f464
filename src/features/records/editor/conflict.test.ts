import { expect, test } from 'vitest';
import type { RecordContent } from '#shared/records/record.ts';
import { conflictKey, conflictOf, contentKeeping, identityConflictOf, identityKeeping } from './conflict.ts';

const base: RecordContent = {
  values: { sex: 'female', settlement_type: 'urban' },
  groups: { recruiter: [{ id: 'r1', values: { recruiter_sex: 'male' } }] },
};
const mine: RecordContent = {
  values: { sex: 'male', settlement_type: 'rural' },
  groups: { recruiter: [...(base.groups.recruiter ?? []), { id: 'r2', values: { recruiter_sex: 'female' } }] },
};
const theirs: RecordContent = {
  ...base,
  values: { ...base.values, sex: { missing: 'unknown' }, interpreter_needed: 'yes' },
};

test('their changes stay where I changed nothing, mine only where I chose them', () => {
  const conflict = conflictOf('victim', base, mine, theirs);
  const kept = new Set(conflict.mine.map(conflictKey).filter((key) => !key.endsWith('.sex')));
  const content = contentKeeping(conflict, kept, theirs);
  expect(content.values).toEqual({ sex: { missing: 'unknown' }, settlement_type: 'rural', interpreter_needed: 'yes' });
  expect(content.groups.recruiter).toHaveLength(2);
});

test('taking all of theirs loses none of theirs and keeps none of mine', () => {
  expect(contentKeeping(conflictOf('victim', base, mine, theirs), new Set(), theirs)).toEqual(theirs);
});

const people = (values: Record<string, string>): RecordContent => ({
  values: {},
  groups: { recruiter: [{ id: 'r1', values }] },
});

test('a row that I removed is gone, and one of theirs that I changed comes back whole', () => {
  const started = people({ recruiter_sex: 'male', recruiter_relation: 'friend' });
  const without: RecordContent = { values: {}, groups: { recruiter: [] } };
  const changed = people({ recruiter_sex: 'female', recruiter_relation: 'friend' });
  const keepAll = (mine: RecordContent, stored: RecordContent) => {
    const conflict = conflictOf('victim', started, mine, stored);
    return contentKeeping(conflict, new Set(conflict.mine.map(conflictKey)), stored).groups.recruiter;
  };
  expect(keepAll(without, started)).toEqual([]);
  expect(keepAll(changed, without)).toEqual(changed.groups.recruiter);
});

test('identifiers that somebody else typed stay beside mine', () => {
  const conflict = identityConflictOf(
    'victim_identity',
    {},
    { first_name: 'A' },
    { first_name: 'B', national_id: '1' },
  );
  expect(identityKeeping(conflict, new Set(conflict.mine.map(conflictKey)))).toEqual({
    first_name: 'A',
    national_id: '1',
  });
  expect(identityKeeping(conflict, new Set())).toBe(conflict.stored);
});
