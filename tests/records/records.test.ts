import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output } from '#shared/contract/contract.ts';
import { listOf } from './list-of.ts';
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

describe('saving', () => {
  test('a draft needs nothing, and every save is a revision with a change number that is published', () => {
    const { meta } = register.records.create(officer, 'victim');
    expect(meta).toMatchObject({
      state: 'draft',
      revision: 1,
      number: null,
      code: null,
      enteredBy: { displayName: 'Name of ana' },
    });
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
    register.records.save(supervisor, {
      id,
      revision,
      content: { ...prevented(), values: { ...prevented().values, prevented_adults: 5 } },
      reason: null,
    });
    expect(() => register.records.save(officer, { id, revision, content: prevented(), reason: null })).toThrowError(
      expect.objectContaining({ code: 'STALE_REVISION', params: expect.objectContaining({ current: revision + 1 }) }),
    );
    expect(register.records.open(officer, id).content.values.prevented_adults).toBe(5);
  });

  test('saving what is stored already makes no revision', () => {
    const first = savedDraft();
    const again = register.records.save(officer, {
      id: first.meta.id,
      revision: first.meta.revision,
      content: first.content,
      reason: null,
    });
    expect(again.meta.revision).toBe(first.meta.revision);
  });

  test('unknown fields, codes, groups and markers are refused by the name of their field, without their value', () => {
    const { meta } = register.records.create(officer, 'victim');
    const save = (content: Content) => () =>
      register.records.save(officer, { id: meta.id, revision: 1, content, reason: null });
    const refused = (fields: string[]) => expect.objectContaining({ code: 'INVALID_INPUT', params: { fields } });
    expect(save({ values: { sex: 'Secret Name' }, groups: {} })).toThrowError(refused(['victim.sex: UNKNOWN_CODE']));
    expect(save({ values: { first_name: 'Arta' }, groups: {} })).toThrowError(
      refused(['victim.first_name: UNKNOWN_COLUMN']),
    );
    expect(save({ values: { registration_date: '2026-02-30' }, groups: {} })).toThrowError(
      refused(['victim.registration_date: NOT_A_DATE']),
    );
    expect(save({ values: { sex: { missing: 'refused' } }, groups: {} })).toThrowError(
      refused(['victim.sex: MARKER_NOT_ALLOWED']),
    );
    expect(save({ values: {}, groups: { victim_identity: [] } })).toThrowError(code('INVALID_INPUT'));
  });

  test('only a supervisor withholds a value or gives it back', () => {
    const { meta } = register.records.create(officer, 'victim');
    const withheld: Content = { values: { settlement_type: { missing: 'withheld' } }, groups: {} };
    expect(() =>
      register.records.save(officer, { id: meta.id, revision: 1, content: withheld, reason: null }),
    ).toThrowError(code('INVALID_INPUT'));
    const saved = register.records.save(supervisor, { id: meta.id, revision: 1, content: withheld, reason: null });
    const next = { id: meta.id, revision: saved.meta.revision, reason: null };
    expect(() => register.records.save(officer, { ...next, content: { values: {}, groups: {} } })).toThrowError(
      code('FORBIDDEN'),
    );
    const other = register.records.save(officer, {
      ...next,
      content: { values: { ...saved.content.values, sex: 'male' }, groups: {} },
    });
    expect(other.content.values.settlement_type).toEqual({ missing: 'withheld' });
  });

  test('values that the program sets cannot be typed', () => {
    const { meta } = register.records.create(officer, 'victim');
    const saved = register.records.save(officer, {
      id: meta.id,
      revision: 1,
      content: {
        values: { trafficking_status: 'formally_identified', record_status: 'verified', sex: 'female' },
        groups: {},
      },
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
    expect(changes).toContainEqual(
      expect.objectContaining({ event: 'row-removed', entity: 'recruiter', row, before: { recruiter_sex: 'male' } }),
    );
    expect(changes.at(-1)).toMatchObject({ event: 'created', by: 'Name of ana' });
    expect(changes.map(({ revision }) => revision)).toEqual(
      changes.map(({ revision }) => revision).toSorted((a, b) => b - a),
    );
  });
});

describe('roles', () => {
  test('an officer reads the records of others and changes none of them', () => {
    const { meta, content } = savedDraft();
    const opened = register.records.open(colleague, meta.id);
    expect(opened.content).toEqual(content);
    expect(opened.allowed).toMatchObject({
      edit: false,
      complete: false,
      verify: false,
      bin: false,
      editIdentity: false,
    });
    const input = { id: meta.id, revision: meta.revision, content, reason: null };
    expect(() => register.records.save(colleague, input)).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.number(colleague, meta.id, meta.revision)).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.returnForCorrection(officer, meta.id, meta.revision, 'why')).toThrowError(
      code('FORBIDDEN'),
    );
    expect(() => register.records.states.bin(officer, meta.id, meta.revision, 'why')).toThrowError(code('FORBIDDEN'));
    expect(() => register.records.states.archive(officer, meta.id, meta.revision, true)).toThrowError(
      code('FORBIDDEN'),
    );
  });

  test('the bin is listed for supervisors only, and walked through by them only', async () => {
    const bin = listOf('victim', { binned: true });
    await expect(register.records.list(officer, bin)).rejects.toThrowError(code('FORBIDDEN'));
    const { entity, filters, binned, search, order, language } = bin;
    const query = { entity, filters, binned, search, order, language };
    const { id } = register.records.create(officer, 'victim').meta;
    await expect(register.records.neighbours(officer, { query, id })).rejects.toThrowError(code('FORBIDDEN'));
    expect((await register.records.list(supervisor, bin)).total).toBe(0);
  });
});
