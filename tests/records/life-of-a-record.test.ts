import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historyAfter } from '#electron/database/repositories/history.ts';
import { revertTo } from '#electron/services/records/last-completed.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { storeOf } from '#electron/services/records/record-store.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output } from '#shared/contract/contract.ts';
import { parseCode } from '#shared/records/check-character.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

type Saved = Output<'record.save'>;
type Content = Saved['content'];

let register: TestRegister;
let institution: string;
let officer: RecordSession;
let supervisor: RecordSession;

beforeEach(() => {
  register = openTestRegister();
  institution = readReferences(register.database).INST?.[0]?.code ?? '';
  officer = register.as('ana', ['officer']);
  register.as('besa', ['officer']);
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
    expect(() => register.records.states.complete(officer, draft.meta.id, draft.meta.revision, [])).toThrowError(
      code('NUMBER_NEEDED'),
    );
  });

  test('a completed record stays completed only while every hard rule holds, and its change needs a reason', () => {
    const done = completed();
    const { id, revision } = done.meta;
    const changed: Content = { values: { ...done.content.values, prevented_adults: 3 }, groups: {} };
    const emptied: Content = { values: { ...done.content.values, prevented_adults: null }, groups: {} };
    expect(() => register.records.save(officer, { id, revision, content: changed, reason: null })).toThrowError(
      code('REASON_NEEDED'),
    );
    expect(() => register.records.save(officer, { id, revision, content: emptied, reason: 'not known' })).toThrowError(
      code('RULES_VIOLATED'),
    );
    const saved = register.records.save(officer, { id, revision, content: changed, reason: 'counted again' });
    expect(saved.meta).toMatchObject({ state: 'complete', completedRevision: saved.meta.revision });
  });

  test('nobody verifies a record she entered or completed, unless she is the only one who could', () => {
    const own = completed(supervisor);
    expect(() => register.records.states.verify(supervisor, own.meta.id, own.meta.revision, [])).toThrowError(
      code('SECOND_PERSON_NEEDED'),
    );
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
        content: {
          values: { ...done.content.values, prevented_adults: 9, prevented_intended_form: { missing: 'unknown' } },
          groups: {},
        },
        reason: 'mended',
      });
    expect(() => save(verified.meta.revision)).toThrowError(code('RECORD_LOCKED'));
    const returned = register.records.states.returnForCorrection(
      supervisor,
      done.meta.id,
      verified.meta.revision,
      'adults?',
    );
    const mended = save(returned.meta.revision);
    expect(mended.meta).toMatchObject({
      state: 'returned_for_correction',
      completedRevision: done.meta.completedRevision,
    });
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
      register.records.save(officer, {
        id: done.meta.id,
        revision: archived.meta.revision,
        content: prevented(),
        reason: 'x x',
      }),
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
