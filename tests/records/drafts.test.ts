import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import type { Input, Output } from '#shared/contract/contract.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

let register: TestRegister;
let officer: RecordSession;
let colleague: RecordSession;
let supervisor: RecordSession;

beforeEach(() => {
  register = openTestRegister();
  officer = register.as('ana', ['officer']);
  colleague = register.as('besa', ['officer']);
  supervisor = register.as('cveta', ['supervisor']);
});
afterEach(() => register.close());

const code = (value: string) => expect.objectContaining({ code: value });
type Content = Output<'record.save'>['content'];

/** Kept by a window that is gone: left, locked or killed. */
function keep(id: string, revision: number, more: Partial<Input<'draft.keep'>>, session = officer) {
  const draft = { id, window, revision, content: null, unread: {}, identity: null, ...more };
  register.records.drafts.keep(session, draft);
  register.records.drafts.release(session, id, draft.window);
}
const window = '01900000-0000-7000-8000-00000000000a';
const create = (session = officer) => register.records.create(session, 'victim').meta;
const save = (id: string, revision: number, content: Content, session = officer) =>
  register.records.save(session, { id, revision, content, reason: null });
const typed: Content = { values: { sex: 'female', citizenship: ['ALB'] }, groups: {} };

test('what was typed is offered again with the record, to whoever typed it and to nobody else', () => {
  const { id } = create();
  keep(id, 1, { content: typed, unread: { 'victim..birth_year': '19' } });
  expect(register.records.open(officer, id).kept).toMatchObject({
    revision: 1,
    content: typed,
    base: null,
    unread: { 'victim..birth_year': '19' },
    hasIdentity: false,
  });
  expect(register.records.open(supervisor, id).kept).toBeNull();
  expect(register.records.drafts.list(officer).drafts).toMatchObject([{ id, changes: 3 }]);
  expect(register.records.drafts.list(supervisor).drafts).toEqual([]);
});

test('a draft that says what the record says is no unsaved change', () => {
  const { id } = create();
  const { content } = save(id, 1, typed);
  keep(id, 2, { content });
  expect(register.records.open(officer, id).kept).toBeNull();
  // What the program sets may differ between window and data: nobody typed it.
  const { age_group: _, ...without } = content.values;
  keep(id, 2, { content: { ...content, values: without } });
  expect(register.records.open(officer, id).kept).toBeNull();
  expect(register.records.drafts.list(officer).drafts).toEqual([]);
});

test('a save takes its draft away, and leaves what the save did not hold', () => {
  const { id } = create();
  keep(id, 1, {
    content: typed,
    unread: { 'victim..birth_year': '19' },
    identity: { values: { first_name: 'Zzyxanta' }, unread: {} },
  });
  const { meta } = save(id, 1, typed);
  const { kept } = register.records.open(officer, id);
  expect(kept).toMatchObject({ content: null, unread: { 'victim..birth_year': '19' }, hasIdentity: true });
  expect(register.records.identities.open(officer, id, null)).toMatchObject({
    values: {},
    kept: { values: { first_name: 'Zzyxanta' } },
  });
  register.records.identities.save(officer, {
    recordId: id,
    revision: meta.revision,
    values: { first_name: 'Zzyxanta' },
  });
  expect(register.records.open(officer, id).kept).toMatchObject({ content: null, hasIdentity: false });
  register.records.drafts.discard(officer, id, window);
  expect(register.records.open(officer, id).kept).toBeNull();
});

test('a draft from before another person saved brings the version it began from', () => {
  const { id } = create();
  const first = save(id, 1, typed);
  keep(id, 2, { content: { ...first.content, values: { ...first.content.values, sex: 'male' } } });
  save(id, 2, { ...first.content, values: { ...first.content.values, sex: { missing: 'unknown' } } }, supervisor);
  const { kept, content } = register.records.open(officer, id);
  expect(kept?.base?.values.sex).toBe('female');
  expect(kept?.content?.values.sex).toBe('male');
  expect(content.values.sex).toEqual({ missing: 'unknown' });
});

test('direct identifiers of a draft are unreadable without the vault key', () => {
  const { id } = create();
  keep(id, 1, { identity: { values: { last_name: 'Qwordova' }, unread: { 'victim_identity..date_of_birth': '14.' } } });
  const row = register.database.prepare('SELECT * FROM draft').get();
  expect(JSON.stringify({ ...row, sealed: Buffer.from(row?.sealed as Uint8Array).toString('latin1') })).not.toContain(
    'Qwordova',
  );
  const stranger = { ...officer, register: { ...officer.register, keys: { ...officer.register.keys, vault: null } } };
  expect(register.records.identities.open(officer, id, null).kept?.values).toEqual({ last_name: 'Qwordova' });
  expect(() => register.records.identities.open(stranger, id, null)).toThrow(code('VAULT_KEY_NEEDED'));
  const wrong = {
    ...officer,
    register: { ...officer.register, keys: { ...officer.register.keys, vault: randomBytes(32) } },
  };
  expect(() => register.records.identities.open(wrong, id, null)).toThrow();
});

test('nobody keeps a draft of a record that is not theirs to type into, and what was typed before a lock of the record stays', () => {
  const { id } = create();
  expect(() => keep(id, 1, { content: typed }, colleague)).toThrow(code('FORBIDDEN'));
  keep(id, 1, { content: typed });
  register.records.states.bin(supervisor, id, 1, 'entered twice');
  expect(() => keep(id, 1, { content: typed })).toThrow(code('RECORD_NOT_FOUND'));
  register.records.states.restore(supervisor, id, 'it was not');
  expect(register.records.open(officer, id).kept?.content).toEqual(typed);
});

test('what another window of the same session is typing is its own, until it leaves the record', () => {
  const { id } = create();
  const draft = { id, revision: 1, content: typed, unread: {}, identity: null };
  const other = '01900000-0000-7000-8000-00000000000b';
  register.records.drafts.keep(officer, { ...draft, window });
  expect(register.records.open(officer, id).kept).toBeNull();
  expect(register.records.drafts.list(officer).drafts).toEqual([]);
  register.records.drafts.keep(officer, { ...draft, window: other, unread: { 'victim..birth_year': '19' } });
  register.records.drafts.release(officer, id, window);
  // Both are kept apart: the one that was left is offered, the other still typed.
  expect(register.records.open(officer, id).kept).toMatchObject({ window, unread: {} });
  register.records.drafts.discard(officer, id, window);
  expect(register.records.open(officer, id).kept).toBeNull();
  register.records.drafts.release(officer, id, other);
  expect(register.records.open(officer, id).kept).toMatchObject({ window: other });
});

describe('a save takes in what its window had kept', () => {
  const other = '01900000-0000-7000-8000-00000000000b';
  const draft = { window, unread: {} };
  const newer: Content = { values: { ...typed.values, sex: 'male' }, groups: {} };

  test('so that a cut of power does not offer older typing over it', () => {
    const { id } = create();
    keep(id, 1, { content: typed, unread: { 'victim..birth_year': '19' } });
    const { meta } = register.records.save(officer, { id, revision: 1, content: newer, reason: null, draft });
    expect(register.records.open(officer, id).kept).toBeNull();
    // On its way while the window saved: it goes on from that save, and nobody is asked to choose between the two.
    keep(id, 1, { content: { values: { ...newer.values, citizenship: ['MKD'] }, groups: {} } });
    expect(register.records.open(officer, id).kept).toMatchObject({ revision: meta.revision, base: null });
  });

  test('while texts that are no value yet, the vault and other windows keep what they have', () => {
    const { id } = create();
    const identity = { values: { first_name: 'Blerta' }, unread: {} };
    const unread = { 'victim..birth_year': '19' };
    keep(id, 1, { content: typed, identity });
    keep(id, 1, { content: typed, window: other });
    register.records.save(officer, { id, revision: 1, content: newer, reason: null, draft: { window, unread } });
    register.records.drafts.discard(officer, id, other);
    expect(register.records.open(officer, id).kept).toMatchObject({ content: null, unread, hasIdentity: true });
    keep(id, 1, { content: typed, window: other });
    expect(register.records.open(officer, id).kept).toMatchObject({ content: typed, window: other });
  });

  test('and in the vault the same: the older name is gone, half a date stays', () => {
    const { id } = create();
    keep(id, 1, { identity: { values: { first_name: 'Ble' }, unread: { 'victim_identity..date_of_birth': '14.' } } });
    const unread = { 'victim_identity..date_of_birth': '14.3' };
    const values = { first_name: 'Blerta' };
    const saved = { recordId: id, revision: 1, values, draft: { window, unread } };
    const { meta } = register.records.identities.save(officer, saved);
    expect(register.records.identities.open(officer, id, null).kept).toEqual({ values, unread });
    const again = { ...saved, revision: meta.revision, values: { first_name: 'Blerina' }, draft };
    register.records.identities.save(officer, again);
    expect(register.records.open(officer, id).kept).toBeNull();
  });
});
