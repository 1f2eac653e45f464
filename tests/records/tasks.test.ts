import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import type { TaskKind } from '#shared/contract/task.ts';
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
const as = (session: RecordSession) => register.records.tasks.list(session).tasks;
const idsOf = (session: RecordSession, kind: TaskKind) =>
  as(session)
    .find((task) => task.kind === kind)
    ?.rows.map(({ id }) => id);
const window = '01900000-0000-7000-8000-00000000000a';
const create = (session = officer) => register.records.create(session, 'victim').meta;
const close = (login: string) =>
  register.database.prepare('UPDATE "account" SET "active" = 0 WHERE "login" = ?').run(login);

test('an officer is told of her own drafts, a supervisor of what nobody works on', () => {
  const [first, second] = [create(), create()];
  create(colleague);
  expect(idsOf(officer, 'draft')).toEqual([first.id, second.id]);
  expect(register.records.tasks.count(officer).count).toBe(2);
  expect(idsOf(supervisor, 'draft')).toEqual([]);
  expect(idsOf(supervisor, 'orphaned')).toEqual([]);
  close('ana');
  expect(idsOf(supervisor, 'orphaned')).toEqual([first.id, second.id]);
});

test('handed-over records are the own ones of the colleague, with identity and what was typed and not saved', () => {
  const { id } = create();
  register.records.identities.save(officer, { recordId: id, revision: 1, values: { first_name: 'Zzyxanta' } });
  const typed = { values: { sex: 'female' }, groups: {} };
  register.records.drafts.keep(officer, { id, window, revision: 2, content: typed, unread: {}, identity: null });
  register.records.drafts.release(officer, id, window);
  expect(() => register.records.identities.open(colleague, id, null)).toThrow(code('REASON_NEEDED'));
  register.records.tasks.handOver(supervisor, { records: [id], to: colleague.account.id, reason: 'ana left' });
  expect(register.records.identities.open(colleague, id, null).values).toEqual({ first_name: 'Zzyxanta' });
  const { meta, allowed, kept } = register.records.open(colleague, id);
  expect(meta).toMatchObject({
    handedTo: { displayName: 'Name of besa' },
    enteredBy: { displayName: 'Name of ana' },
  });
  expect(allowed).toMatchObject({ edit: true, identity: 'open' });
  expect(kept).toMatchObject({ content: typed, base: null });
  expect(idsOf(colleague, 'draft')).toEqual([id]);
  expect(idsOf(officer, 'draft')).toEqual([]);
  expect(register.records.history(colleague, id).changes[0]).toMatchObject({
    event: 'handed-over',
    after: { to: 'Name of besa' },
    reason: 'ana left',
  });
});

test('a record goes only to an active account that can work on it', () => {
  const { id } = create();
  const analyst = register.as('dua', ['analyst']);
  const handOver = (to: string) =>
    register.records.tasks.handOver(supervisor, { records: [id], to, reason: 'ana left' });
  expect(() => handOver(analyst.account.id)).toThrow(code('RECORD_NOT_FOUND'));
  close('besa');
  expect(() => handOver(colleague.account.id)).toThrow(code('RECORD_NOT_FOUND'));
  expect(register.records.tasks.colleagues(supervisor).colleagues.map(({ displayName }) => displayName)).toEqual([
    'Name of ana',
    'Name of cveta',
  ]);
});

test('a victim who was punished for what she was made to do is shown to the supervisor', () => {
  const { id } = create();
  const content = { values: { punished_for_acts: 'yes' }, groups: {} };
  register.records.save(officer, { id, revision: 1, content, reason: null });
  expect(idsOf(supervisor, 'alert')).toEqual([id]);
  expect(idsOf(officer, 'alert')).toBeUndefined();
});
