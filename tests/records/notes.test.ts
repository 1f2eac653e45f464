import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
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
const sex = { entity: 'victim', field: 'sex' };
const create = (session = officer) => register.records.create(session, 'victim').meta;
const add = (recordId: string, text: string, session = officer, at: { entity: string; field: string } = sex) =>
  register.records.notes.add(session, { recordId, at, text });

test('a note stands at its field with who wrote it, and the record says where notes are without what they say', () => {
  const { id } = create();
  add(id, 'Motra e saj Zzyxanta e konfirmoi me telefon.');
  add(id, 'Checked with the shelter.', supervisor);
  expect(register.records.open(colleague, id).notes).toEqual([{ at: sex, count: 2 }]);
  expect(register.records.notes.list(officer, id, null).notes).toMatchObject([
    { at: sex, by: 'Name of ana', text: 'Motra e saj Zzyxanta e konfirmoi me telefon.', mayRemove: true },
    { by: 'Name of cveta', mayRemove: false },
  ]);
});

test('a note may name a person: without the vault key it is unreadable, and of a colleague it takes a reason', () => {
  const { id } = create();
  add(id, 'Motra e saj Zzyxanta');
  const stored = register.database.prepare('SELECT "sealed" FROM "field_note"').get();
  expect(Buffer.from(stored?.sealed as Uint8Array).toString('latin1')).not.toContain('Zzyxanta');
  expect(() => register.records.notes.list(colleague, id, null)).toThrow(code('REASON_NEEDED'));
  expect(register.records.notes.list(colleague, id, 'Asked by the court').notes).toHaveLength(1);
  expect(() => add(id, 'mine too', colleague)).toThrow(code('FORBIDDEN'));
});

test('who wrote a note takes it away, or a supervisor; the history keeps that it was there', () => {
  const { id } = create();
  const own = add(id, 'one');
  const other = add(id, 'two', supervisor);
  expect(() => register.records.notes.remove(officer, id, other.id)).toThrow(code('FORBIDDEN'));
  register.records.notes.remove(officer, id, own.id);
  register.records.notes.remove(supervisor, id, other.id);
  expect(register.records.open(officer, id).notes).toEqual([]);
  const { changes } = register.records.history(officer, id);
  expect(changes.map(({ event }) => event)).toEqual([
    'note-removed',
    'note-removed',
    'note-added',
    'note-added',
    'created',
  ]);
  expect(JSON.stringify(changes)).not.toContain('two');
});

test('a note belongs to a declared field of this kind of record', () => {
  const { id } = create();
  expect(() => add(id, 'x', officer, { entity: 'victim', field: 'shoe_size' })).toThrow(code('INVALID_INPUT'));
  expect(() => add(id, 'x', officer, { entity: 'prevented_case', field: 'prevented_date' })).toThrow(
    code('INVALID_INPUT'),
  );
});

test('what an account saved last is there to copy from, of the same type and out of the bin', () => {
  const save = (id: string, values: Record<string, string>, session = officer) =>
    register.records.save(session, { id, revision: 1, content: { values, groups: {} }, reason: null });
  const [first, second, third] = [create(), create(), create()];
  save(first.id, { sex: 'female' });
  save(second.id, { sex: 'male' });
  save(create(colleague).id, { sex: 'female' }, colleague);
  register.records.create(officer, 'prevented_case');
  expect(register.records.previous(officer, 'victim', third.id).previous?.content.values.sex).toBe('male');
  expect(register.records.previous(officer, 'victim', second.id).previous?.id).toBe(first.id);
  register.records.states.bin(supervisor, second.id, 2, 'entered twice');
  expect(register.records.previous(officer, 'victim', third.id).previous?.id).toBe(first.id);
  expect(register.records.previous(supervisor, 'victim', third.id).previous).toBeNull();
});

test('a record begun and left empty goes without a trace; one with an answer, or of somebody else, stays', () => {
  const empty = create();
  expect(() => register.records.abandon(supervisor, empty.id)).toThrow(code('RECORD_LOCKED'));
  register.records.abandon(officer, empty.id);
  expect(() => register.records.open(officer, empty.id)).toThrow(code('RECORD_NOT_FOUND'));
  const used = create();
  register.records.save(officer, {
    id: used.id,
    revision: 1,
    content: { values: { sex: 'female' }, groups: {} },
    reason: null,
  });
  expect(() => register.records.abandon(officer, used.id)).toThrow(code('STALE_REVISION'));
});

test('a record without an answer stays when another window holds typing for it, or a field of it has a note', () => {
  const typedElsewhere = create();
  register.records.drafts.keep(officer, {
    id: typedElsewhere.id,
    window: '01900000-0000-7000-8000-00000000000a',
    revision: 1,
    content: { values: { sex: 'female' }, groups: {} },
    unread: {},
    identity: null,
  });
  expect(() => register.records.abandon(officer, typedElsewhere.id)).toThrow(code('RECORD_LOCKED'));
  const noted = create();
  add(noted.id, 'one');
  expect(() => register.records.abandon(officer, noted.id)).toThrow(code('RECORD_LOCKED'));
});
