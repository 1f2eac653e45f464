import { expect, test } from 'vitest';
import { differences, writeField } from './content.ts';
import { rebase } from './rebase.ts';
import type { RecordContent } from './record.ts';

const sent: RecordContent = {
  values: { sex: 'female', citizenship: ['MDA'] },
  groups: { recruiter: [{ id: 'r1', values: { recruiter_sex: 'male' } }] },
};
const answer: RecordContent = { ...sent, values: { ...sent.values, age_group: 'a18_24' } };

test('what was typed while a save was on its way is not overwritten by its answer', () => {
  const typed = writeField(sent, { entity: 'victim', field: 'sex' }, 'male');
  expect(rebase(typed, sent, answer).values).toEqual({ sex: 'male', citizenship: ['MDA'], age_group: 'a18_24' });
});

test('a row added while a save was on its way stays, and so does a cell changed in an older row', () => {
  const changed = writeField(sent, { entity: 'recruiter', row: 'r1', field: 'recruiter_sex' }, { missing: 'unknown' });
  const typed = { ...changed, groups: { recruiter: [...(changed.groups.recruiter ?? []), { id: 'r2', values: {} }] } };
  expect(rebase(typed, sent, answer).groups.recruiter).toEqual([
    { id: 'r1', values: { recruiter_sex: { missing: 'unknown' } } },
    { id: 'r2', values: {} },
  ]);
});

test('a row removed while a save was on its way does not come back with its answer', () => {
  expect(rebase({ ...sent, groups: { recruiter: [] } }, sent, answer).groups.recruiter).toEqual([]);
});

test('two versions differ in exactly the fields that differ, rows included', () => {
  const theirs = { values: { ...sent.values, sex: 'male' }, groups: {} };
  expect(differences('victim', sent, theirs).map(({ ref }) => `${ref.entity}.${ref.field}`)).toEqual([
    'victim.sex',
    'recruiter.recruiter_sex',
  ]);
});
