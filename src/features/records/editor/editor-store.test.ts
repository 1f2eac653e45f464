import { expect, test } from 'vitest';
import type { KeptDraft } from '#shared/contract/draft.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { formModel } from '../form/form-model.ts';
import { createEditorStore, hasUnsaved, type Opened } from './editor-store.ts';

const model = formModel(registerOf('victims'), 'victim');
const sex = { entity: 'victim', field: 'sex' };
const platform = { entity: 'victim', field: 'justice_case_ref' };
const sources = { entity: 'victim', field: 'data_source' };
const row = (id: string) => ({ id, values: { recruiter_sex: 'male' } });

const opened = (content: Opened['content'], kept: KeptDraft | null = null, edit = true) =>
  ({
    meta: { id: '01900000-0000-7000-8000-000000000001', entity: 'victim', revision: 4, state: 'draft' },
    content,
    allowed: { edit, editIdentity: edit },
    context: {},
    kept,
    notes: [],
  }) as unknown as Opened;

const empty = { values: {}, groups: {} };
const keptOf = (more: Partial<KeptDraft>): KeptDraft => ({
  at: '2026-06-15T10:00:00.000Z',
  window: '01900000-0000-7000-8000-00000000000a',
  revision: 4,
  content: null,
  base: null,
  unread: {},
  hasIdentity: false,
  ...more,
});

test('a word typed letter by letter is taken back at once, codes one by one', () => {
  const store = createEditorStore(opened(empty), model);
  for (const text of ['P', 'PP', 'PP.', 'PP.1']) store.write(platform, text);
  store.focus(sources);
  store.write(sources, ['police_file']);
  store.write(sources, ['police_file', 'court_file']);
  expect(store.undo()).toEqual(sources);
  expect(store.read(sources)).toEqual(['police_file']);
  store.undo();
  expect(store.read(sources)).toBeNull();
  store.undo();
  expect(store.read(platform)).toBeNull();
  expect(store.undo()).toBeNull();
});

test('what was taken back is done again in order, until something else is typed', () => {
  const store = createEditorStore(opened(empty), model);
  store.write(sex, 'female');
  store.addRow('recruiter', row('r1'));
  store.undo();
  store.undo();
  expect(store.redo()).toEqual(sex);
  expect(store.read(sex)).toBe('female');
  store.write(platform, 'x');
  expect(store.redo()).toBeNull();
  expect(store.get().content.groups.recruiter ?? []).toEqual([]);
});

test('a removed row comes back to its place with all its values', () => {
  const store = createEditorStore(opened({ values: {}, groups: { recruiter: [row('a'), row('b'), row('c')] } }), model);
  store.removeRow('recruiter', 'b');
  expect(store.get().content.groups.recruiter?.map(({ id }) => id)).toEqual(['a', 'c']);
  store.undo();
  expect(store.get().content.groups.recruiter).toEqual([row('a'), row('b'), row('c')]);
});

test('a text that is no value goes with its row and comes back with it, so that nothing asks for a field that is gone', () => {
  const store = createEditorStore(opened({ values: {}, groups: { recruiter: [row('a'), row('b')] } }), model);
  store.setUnread({ entity: 'recruiter', row: 'a', field: 'recruiter_sex' }, '99');
  store.setUnread({ entity: 'recruiter', row: 'b', field: 'recruiter_sex' }, '98');
  store.removeRow('recruiter', 'a');
  expect(store.get().unread).toEqual({ 'recruiter.b.recruiter_sex': '98' });
  store.undo();
  expect(store.get().unread).toEqual({ 'recruiter.a.recruiter_sex': '99', 'recruiter.b.recruiter_sex': '98' });
  store.redo();
  expect(store.get().unread).toEqual({ 'recruiter.b.recruiter_sex': '98' });
});

test('taking back everything that was typed leaves nothing to save', () => {
  const store = createEditorStore(opened({ values: { sex: 'male' }, groups: {} }), model);
  store.write(sex, 'female');
  store.addRow('recruiter', row('a'));
  expect(hasUnsaved(store.get())).toBe(true);
  store.undo();
  store.undo();
  expect(hasUnsaved(store.get())).toBe(false);
  store.write(platform, 'PP');
  store.write(platform, null);
  expect(hasUnsaved(store.get())).toBe(false);
});

test('a step of before a save is taken back on what the save left', () => {
  const store = createEditorStore(opened(empty), model);
  store.write(sex, 'female');
  const sent = store.get().content;
  const meta = { ...store.get().meta, revision: 5 };
  const content = { values: { sex: 'female', age_group: 'unknown' }, groups: {} };
  store.adoptSaved({ meta, content } as never, sent);
  store.undo();
  expect(store.get().content.values).toMatchObject({ sex: null, age_group: 'unknown' });
  expect(hasUnsaved(store.get())).toBe(true);
});

test('what was kept stands in the form again and is told answer by answer', () => {
  const content = { values: { sex: 'female', age_group: 'unknown' }, groups: {} };
  const kept = keptOf({ content, unread: { 'victim..birth_year': '19' } });
  const { content: shown, offer, unread } = createEditorStore(opened(empty, kept), model).get();
  expect(shown.values.sex).toBe('female');
  expect(unread).toEqual({ 'victim..birth_year': '19' });
  // The age group is the program's own answer.
  expect(offer).toMatchObject({ unread, conflict: null, isOutside: false });
  expect(offer?.changes.map(({ ref }) => ref.field)).toEqual(['sex']);
});

test('what somebody else saved meanwhile stays where the draft did not touch it, and is asked about where it did', () => {
  const base = { values: { sex: 'female' }, groups: {} };
  const mine = { values: { sex: 'male' }, groups: {} };
  const elsewhere = { values: { sex: 'female', justice_case_ref: 'PP' }, groups: {} };
  const kept = keptOf({ revision: 3, base, content: mine });
  const calm = createEditorStore(opened(elsewhere, kept), model).get();
  expect(calm.content.values).toEqual({ sex: 'male', justice_case_ref: 'PP' });
  expect(calm.offer?.conflict).toBeNull();
  const contested = createEditorStore(opened({ values: { sex: { missing: 'unknown' } }, groups: {} }, kept), model);
  expect(contested.get().offer?.conflict?.mine.map(({ ref }) => ref.field)).toEqual(['sex']);
});

test('what was kept of a record that takes no changes any more stays beside the form', () => {
  const kept = keptOf({ content: { values: { sex: 'female' }, groups: {} } });
  const { content, offer } = createEditorStore(opened(empty, kept, false), model).get();
  expect(content.values.sex).toBeUndefined();
  expect(offer).toMatchObject({ isOutside: true });
  expect(offer?.changes).toHaveLength(1);
});

test('names that were kept take over only what was typed: what somebody else stored meanwhile stays', () => {
  const store = createEditorStore(opened(empty, keptOf({ hasIdentity: true })), model);
  const kept = { values: { first_name: 'Typed' }, base: {}, unread: {} };
  store.identityOpened({ values: { first_name: 'Stored', contact_details: '044' }, kept }, null);
  expect(store.get().identity).toEqual({ first_name: 'Typed', contact_details: '044' });
});
