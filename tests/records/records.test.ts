import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { revertTo } from '#electron/services/records/last-completed.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { historyAfter } from '#electron/database/repositories/history.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output } from '#shared/contract/contract.ts';
import { parseCode } from '#shared/records/check-character.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

type Saved = Output<'record.save'>;
type Content = Saved['content'];

let register: TestRegister;
let institution: string;
let officer: RecordSession;
let colleague: RecordSession;
let supervisor: RecordSession;

beforeEach(() => {
  register = openTestRegister();
  institution = readReferences(register.database).INST?.[0]?.code ?? '';
  officer = register.as('ana', ['officer']);
  colleague = register.as('besa', ['officer']);
  supervisor = register.as('cveta', ['supervisor']);
});
afterEach(() => register.close());

const code = (value: string) => expect.objectContaining({ code: value });

const prevented = (): Content => ({
  values: {
    prevented_registration_date: '2026-03-02',
    prevented_reporting_institution: institution,
    prevented_date: '2026-03-01',
    prevented_stage: { missing: 'unknown' },
    prevented_institution: institution,
    prevented_adults: 2,
    prevented_children: 1,
  },
  groups: {},
});

function savedDraft(session = officer, content = prevented()): Saved {
  const { meta } = register.records.create(session, 'prevented_case');
  return register.records.save(session, { id: meta.id, revision: meta.revision, content, reason: null });
}

function completed(session = officer): Saved {
  const draft = savedDraft(session);
  const numbered = register.records.states.number(session, draft.meta.id, draft.meta.revision);
  return register.records.states.complete(session, numbered.meta.id, numbered.meta.revision, []);
}

describe('saving', () => {
  test('a draft needs nothing, and every save is a revision with a change number that is published', () => {
    const { meta } = register.records.create(officer, 'victim');
    expect(meta).toMatchObject({ state: 'draft', revision: 1, number: null, code: null, enteredBy: { displayName: 'Name of ana' } });
    const saved = register.records.save(officer, {
      id: meta.id,
      revision: 1,
      content: { values: { sex: 'female', citizenship: ['XKX', 'ALB'] }, groups: {} },
      reason: null,
    });
    expect(saved.meta.revision).toBe(2);
    expect(saved.content.values).toMatchObject({ sex: 'female', citizenship: ['XKX', 'ALB'] });
    expect(register.published.at(-1)).toBe(register.database.changeNumber());
  });

  test('a save on an older revision is refused with the present one, and nothing is overwritten', () => {
    const first = savedDraft();
    const { id, revision } = first.meta;
    register.records.save(supervisor, { id, revision, content: { ...prevented(), values: { ...prevented().values, prevented_adults: 5 } }, reason: null });
    expect(() => register.records.save(officer, { id, revision, content: prevented(), reason: null })).toThrowError(
      expect.objectContaining({ code: 'STALE_REVISION', params: expect.objectContaining({ current: revision + 1 }) }),
    );
    expect(register.records.open(officer, id).content.values.prevented_adults).toBe(5);
  });

  test('saving what is stored already makes no revision', () => {
    const first = savedDraft();
    const again = register.records.save(officer, { id: first.meta.id, revision: first.meta.revision, content: first.content, reason: null });
    expect(again.meta.revision).toBe(first.meta.revision);
  });

  test('unknown fields, codes, groups and markers are refused by the name of their field, without their value', () => {
    const { meta } = register.records.create(officer, 'victim');
    const save = (content: Content) => () => register.records.save(officer, { id: meta.id, revision: 1, content, reason: null });
    const refused = (fields: string[]) => expect.objectContaining({ code: 'INVALID_INPUT', params: { fields } });
    expect(save({ values: { sex: 'Secret Name' }, groups: {} })).toThrowError(refused(['victim.sex: UNKNOWN_CODE']));
    expect(save({ values: { first_name: 'Arta' }, groups: {} })).toThrowError(refused(['victim.first_name: UNKNOWN_COLUMN']));
    expect(save({ values: { registration_date: '2026-02-30' }, groups: {} })).toThrowError(refused(['victim.registration_date: NOT_A_DATE']));
    expect(save({ values: { sex: { missing: 'refused' } }, groups: {} })).toThrowError(refused(['victim.sex: MARKER_NOT_ALLOWED']));
    expect(save({ values: {}, groups: { victim_identity: [] } })).toThrowError(code('INVALID_INPUT'));
  });

  test('only a supervisor withholds a value or gives it back', () => {
    const { meta } = register.records.create(officer, 'victim');
    const withheld: Content = { values: { settlement_type: { missing: 'withheld' } }, groups: {} };
    expect(() => register.records.save(officer, { id: meta.id, revision: 1, content: withheld, reason: null })).toThrowError(code('INVALID_INPUT'));
    const saved = register.records.save(supervisor, { id: meta.id, revision: 1, content: withheld, reason: null });
    const next = { id: meta.id, revision: saved.meta.revision, reason: null };
    expect(() => register.records.save(officer, { ...next, content: { values: {}, groups: {} } })).toThrowError(code('FORBIDDEN'));
    const other = register.records.save(officer, { ...next, content: { values: { ...saved.content.values, sex: 'male' }, groups: {} } });
    expect(other.content.values.settlement_type).toEqual({ missing: 'withheld' });
  });

  test('values that the program sets cannot be typed', () => {
    const { meta } = register.records.create(officer, 'victim');
    const saved = register.records.save(officer, {
      id: meta.id,
      revision: 1,
      content: { values: { trafficking_status: 'formally_identified', record_status: 'verified', sex: 'female' }, groups: {} },
      reason: null,
    });
    expect(saved.content.values.trafficking_status).toBeUndefined();
    expect(saved.content.values.record_status).toBe('draft');
  });
});

describe('history', () => {
  test('tells who changed which field from what to what, rows included, newest first', () => {
    const { meta } = register.records.create(officer, 'victim');
    const row = '019a0000-0000-7000-8000-000000000777';
    const first = register.records.save(officer, {
      id: meta.id,
      revision: 1,
      content: { values: { sex: 'female' }, groups: { recruiter: [{ id: row, values: { recruiter_sex: 'male' } }] } },
      reason: null,
    });
    const second = register.records.save(supervisor, {
      id: meta.id,
      revision: first.meta.revision,
      content: { values: { ...first.content.values, sex: 'male' }, groups: {} },
      reason: 'typing error',
    });
    const { changes } = register.records.history(officer, meta.id);
    expect(changes).toContainEqual({
      revision: second.meta.revision,
      at: second.meta.savedAt,
      by: 'Name of cveta',
      entity: 'victim',
      row: null,
      field: 'sex',
      event: 'changed',
      before: { sex: 'female' },
      after: { sex: 'male' },
      reason: 'typing error',
    });
    expect(changes).toContainEqual(expect.objectContaining({ event: 'row-removed', entity: 'recruiter', row, before: { recruiter_sex: 'male' } }));
    expect(changes.at(-1)).toMatchObject({ event: 'created', by: 'Name of ana' });
    expect(changes.map(({ revision }) => revision)).toEqual(changes.map(({ revision }) => revision).toSorted((a, b) => b - a));
  });
});

describe('the life of a record', () => {
  test('numbers run on and are never given out twice, codes carry a check character', () => {
    const first = savedDraft();
    const numbered = register.records.states.number(officer, first.meta.id, first.meta.revision);
    expect(numbered.meta.number).toBe(1);
    expect(parseCode(numbered.meta.code ?? '')).toEqual({ prefix: 'P', year: 2026, number: 1 });
    expect(numbered.content.values).toMatchObject({ prevented_id: 1, prevented_code: numbered.meta.code });
    register.records.states.bin(supervisor, first.meta.id, numbered.meta.revision, 'entered twice');
    const second = savedDraft();
    expect(register.records.states.number(officer, second.meta.id, second.meta.revision).meta.number).toBe(2);
  });

  test('a record without its answers gets no number, one without a number is not completed', () => {
    const empty = register.records.create(officer, 'prevented_case');
    expect(() => register.records.states.number(officer, empty.meta.id, 1)).toThrowError(
      expect.objectContaining({ code: 'RULES_VIOLATED', params: expect.objectContaining({ rules: ['REQ'] }) }),
    );
    const draft = savedDraft();
    expect(() => register.records.states.complete(officer, draft.meta.id, draft.meta.revision, [])).toThrowError(code('NUMBER_NEEDED'));
  });

  test('a completed record stays completed only while every hard rule holds, and its change needs a reason', () => {
    const done = completed();
    const { id, revision } = done.meta;
    const changed: Content = { values: { ...done.content.values, prevented_adults: 3 }, groups: {} };
    const emptied: Content = { values: { ...done.content.values, prevented_adults: null }, groups: {} };
    expect(() => register.records.save(officer, { id, revision, content: changed, reason: null })).toThrowError(code('REASON_NEEDED'));
    expect(() => register.records.save(officer, { id, revision, content: emptied, reason: 'not known' })).toThrowError(code('RULES_VIOLATED'));
    const saved = register.records.save(officer, { id, revision, content: changed, reason: 'counted again' });
    expect(saved.meta).toMatchObject({ state: 'complete', completedRevision: saved.meta.revision });
  });

  test('nobody verifies a record she entered or completed, unless she is the only one who could', () => {
    const own = completed(supervisor);
    expect(() => register.records.states.verify(supervisor, own.meta.id, own.meta.revision, [])).toThrowError(code('SECOND_PERSON_NEEDED'));
    register.database.sql.exec(`UPDATE account SET active = 0 WHERE login IN ('ana', 'besa')`);
    expect(register.records.states.verify(supervisor, own.meta.id, own.meta.revision, []).meta.state).toBe('verified');
  });

  test('a verified record is locked until a supervisor returns it, and tables keep its completed content meanwhile', () => {
    const done = completed();
    const verified = register.records.states.verify(supervisor, done.meta.id, done.meta.revision, []);
    const save = (revision: number) =>
      register.records.save(officer, {
        id: done.meta.id,
        revision,
        content: { values: { ...done.content.values, prevented_adults: 9, prevented_intended_form: { missing: 'unknown' } }, groups: {} },
        reason: 'mended',
      });
    expect(() => save(verified.meta.revision)).toThrowError(code('RECORD_LOCKED'));
    const returned = register.records.states.returnForCorrection(supervisor, done.meta.id, verified.meta.revision, 'adults?');
    const mended = save(returned.meta.revision);
    expect(mended.meta).toMatchObject({ state: 'returned_for_correction', completedRevision: done.meta.completedRevision });
    const { record } = storeOf(register.database, 'victims').find(done.meta.id);
    const history = historyAfter(register.database, done.meta.id, 0);
    const counted = revertTo('prevented_case', record.content, history, done.meta.completedRevision ?? 0);
    expect(counted.values.prevented_adults).toBe(2);
    expect(counted.values.prevented_intended_form).toBeUndefined();
    const again = register.records.states.complete(officer, done.meta.id, mended.meta.revision, []);
    expect(again.meta).toMatchObject({ state: 'complete', completedRevision: again.meta.revision });
  });

  test('archived records keep counting but are not edited; binned ones exist for the supervisor only', () => {
    const done = completed();
    const archived = register.records.states.archive(supervisor, done.meta.id, done.meta.revision, true);
    expect(archived.content.values).toMatchObject({ prevented_record_status: 'complete' });
    expect(() =>
      register.records.save(officer, { id: done.meta.id, revision: archived.meta.revision, content: prevented(), reason: 'x x' }),
    ).toThrowError(code('RECORD_LOCKED'));
    register.records.states.bin(supervisor, done.meta.id, archived.meta.revision, 'entered twice');
    expect(() => register.records.open(officer, done.meta.id)).toThrowError(code('RECORD_NOT_FOUND'));
    expect(register.records.open(supervisor, done.meta.id).meta.binned).toBe(true);
    expect(register.records.states.restore(supervisor, done.meta.id, 'not the same').meta.binned).toBe(false);
  });

  test('a check tells what is still due before completion, and changes nothing', () => {
    const { meta } = register.records.create(officer, 'victim');
    const findings = register.records.check(officer, meta.id).findings;
    expect(findings.some(({ rule, level }) => rule === 'REQ' && level === 'hard')).toBe(true);
  });
});

describe('roles', () => {
  test('an officer reads the records of others and changes none of them', () => {
    const { meta, content } = savedDraft();
    const opened = register.records.open(colleague, meta.id);
    expect(opened.content).toEqual(content);
    expect(opened.allowed).toMatchObject({ edit: false, complete: false, verify: false, bin: false, editIdentity: false });
    const input = { id: meta.id, revision: meta.revision, content, reason: null };
    expect(() => register.records.save(colleague, input)).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.number(colleague, meta.id, meta.revision)).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.returnForCorrection(officer, meta.id, meta.revision, 'why')).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.bin(officer, meta.id, meta.revision, 'why')).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.archive(officer, meta.id, meta.revision, true)).toThrowError(code('FORBIDDEN'));
  });

  test('the bin is listed for supervisors only', () => {
    const query = { entity: 'victim', filters: [], states: null, archived: null, binned: true, search: null, order: { by: 'savedAt', descending: true }, after: null, limit: 10 } as const;
    expect(() => register.records.list(officer, { ...query, filters: [] })).toThrowError(code('FORBIDDEN'));
    expect(register.records.list(supervisor, { ...query, filters: [] }).total).toBe(0);
  });
});
