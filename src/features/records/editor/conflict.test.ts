import { expect, test } from 'vitest';
import type { RecordContent } from '#shared/records/record.ts';
import { conflictKey, conflictOf, contentKeeping } from './conflict.ts';

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
