import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { createStage, type StagedRecord } from '#electron/services/records/stage.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { ListQuery, RecordFilter } from '#shared/contract/list-query.ts';
import { generateVictims } from '#shared/training/generate.ts';
import { listOf } from './list-of.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

let register: TestRegister;
let officer: RecordSession;
let supervisor: RecordSession;

beforeEach(() => {
  register = openTestRegister();
  officer = register.as('ana');
  supervisor = register.as('cveta', ['supervisor', 'officer']);
});
afterEach(() => register.close());

type More = Partial<ParsedInput<'record.list'>>;
type Listed = Output<'record.list'>;
const list = (more: More = {}): Promise<Listed> => register.records.list(supervisor, listOf('victim', more));
const idsOf = ({ rows }: Listed): string[] => rows.map(({ meta }) => meta.id);
const create = (values: Record<string, string> = {}): string => {
  const { meta } = register.records.create(officer, 'victim');
  if (Object.keys(values).length > 0) save(meta.id, values);
  return meta.id;
};
function save(id: string, values: Record<string, string>): void {
  const { meta, content } = register.records.open(supervisor, id);
  const next = { ...content, values: { ...content.values, ...values } };
  register.records.save(supervisor, { id, revision: meta.revision, content: next, reason: null });
}
const queryOf = (more: Partial<ListQuery> = {}): ListQuery => {
  const { entity, filters, binned, search, order, language } = listOf('victim', more);
  return { entity, filters, binned, search, order, language };
};
const neighbours = (id: string, more: Partial<ListQuery> = {}) =>
  register.records.neighbours(supervisor, { query: queryOf(more), id });

describe('what was written', () => {
  test('is in the next list, in whatever order and narrowed by whatever the list was asked for before', async () => {
    const first = create({ sex: 'female' });
    const bySex = { by: 'field', field: 'sex', descending: false } as const;
    const females: RecordFilter[] = [{ kind: 'codes', field: 'sex', anyOf: ['female'] }];
    expect(idsOf(await list({ order: bySex, filters: females }))).toEqual([first]);
    const second = create({ sex: 'male' });
    expect(idsOf(await list({ order: bySex }))).toEqual([first, second]);
    save(second, { sex: 'female' });
    save(first, { sex: 'male' });
    expect(idsOf(await list({ order: bySex }))).toEqual([second, first]);
    expect(idsOf(await list({ filters: females }))).toEqual([second]);
    expect((await register.records.count(officer)).counts.victim).toBe(2);
  });

  test('moves between the list and the bin', async () => {
    const id = create();
    await list();
    register.records.states.bin(supervisor, id, 1, 'entered twice');
    expect((await list()).total).toBe(0);
    expect(idsOf(await list({ binned: true }))).toEqual([id]);
    expect((await register.records.count(supervisor)).counts.victim).toBe(0);
    register.records.states.restore(supervisor, id, 'it was another person');
    expect(idsOf(await list())).toEqual([id]);
  });

  test('of an import is listed at once when it is shown and not before, also among records entered meanwhile', async () => {
    const reference = readReferences(register.database) as never;
    const invented = [...generateVictims({ records: 60, seed: 3, today: '2026-06-15', country: 'XKX', reference })];
    const staged = invented.flatMap(({ entity, id, content }): StagedRecord[] =>
      entity === 'victim' ? [{ entity, id, content, identity: null, isComplete: false }] : [],
    );
    const earlier = create();
    const bySex = { by: 'field', field: 'sex', descending: false } as const;
    expect((await list({ order: bySex })).total).toBe(1);
    const parts = {
      session: supervisor,
      clock: { now: () => new Date('2026-06-15T10:00:00Z') },
      publish: () => undefined,
    };
    const stage = createStage({ ...parts, batchId: newId() });
    stage.add(staged.slice(0, 20));
    const meanwhile = create();
    stage.add(staged.slice(20));
    expect(idsOf(await list()).toSorted()).toEqual([earlier, meanwhile].toSorted());
    register.database.write(() => stage.show(staged.length));
    const after = await list({ order: bySex, limit: 500 });
    expect(after.total).toBe(staged.length + 2);
    expect(new Set(idsOf(after)).size).toBe(staged.length + 2);
    expect(idsOf(after)).toEqual(expect.arrayContaining([earlier, meanwhile, ...staged.map(({ id }) => id)]));
  });

  test('and erased for good leaves no gap', async () => {
    const [first, second, third] = [create(), create(), create()];
    expect((await list()).total).toBe(3);
    const { database } = register;
    database.write(() => {
      database.prepare('DELETE FROM "victim" WHERE "id" = ?').run(second);
      database.prepare(`INSERT INTO "change" ("entity", "record_id", "at") VALUES ('victim', ?, '')`).run(second);
    });
    expect(idsOf(await list())).toEqual([third, first]);
    expect(await neighbours(third)).toEqual({ previous: null, next: first, position: 0, total: 2 });
  });
});

describe('the parts of one list', () => {
  test('fit together while records are changed, added and binned', async () => {
    const made = Array.from({ length: 30 }, () => create()).toReversed();
    const first = await list({ limit: 10 });
    save(made[25] ?? '', { sex: 'female' });
    create();
    register.records.states.bin(supervisor, made[27] ?? '', 1, 'entered twice');
    const { version } = first;
    const second = await list({ limit: 10, offset: 10, version });
    const third = await list({ limit: 10, offset: 20, version });
    expect([first, second, third].flatMap(idsOf)).toEqual(made);
    expect([second.version, third.version]).toEqual([version, version]);
    const now = await list();
    expect(now.version).not.toBe(version);
    expect(now.total).toBe(30);
    expect(idsOf(now)[1]).toBe(made[25]);
  });

  test('a list that is no longer kept is answered as it is now, and says so', async () => {
    create();
    const answer = await list({ version: 4_711 });
    expect(answer.rows).toHaveLength(1);
    expect(answer.version).not.toBe(4_711);
  });

  test('nothing new gives the same list again', async () => {
    create();
    expect((await list()).version).toBe((await list()).version);
  });

  test('a record is found in the list by its id, or said not to be there', async () => {
    const [first, second] = [create(), create({ sex: 'male' })];
    expect((await list({ limit: 0, locate: first })).located).toBe(1);
    expect((await list({ limit: 0, locate: second })).located).toBe(0);
    const females: RecordFilter[] = [{ kind: 'codes', field: 'sex', anyOf: ['female'] }];
    expect((await list({ filters: females, locate: first })).located).toBeNull();
    expect((await list({ locate: newId() })).located).toBeNull();
  });

  test('hold only the values asked for', async () => {
    create({ sex: 'female', registration_date: '2026-02-03' });
    const { rows } = await list({ columns: ['registration_date', 'ethnicity'] });
    expect(rows[0]?.cells).toEqual(['2026-02-03', null]);
    expect(JSON.stringify(rows)).not.toContain('female');
  });
});

describe('from one record to the next', () => {
  test('the way stays that of the list as it was shown, whatever is saved on it', async () => {
    const [third, second, first] = [create(), create(), create()];
    await list();
    expect(await neighbours(first)).toEqual({ previous: null, next: second, position: 0, total: 3 });
    // By the time of saving the second would now stand first.
    save(second, { sex: 'female' });
    expect(await neighbours(second)).toEqual({ previous: first, next: third, position: 1, total: 3 });
    await list();
    expect(await neighbours(second)).toMatchObject({ previous: null, next: first });
  });

  test('a record binned meanwhile is passed over, and one that is not in the list has no neighbours', async () => {
    const [third, second, first] = [create({ sex: 'female' }), create(), create({ sex: 'female' })];
    await list();
    register.records.states.bin(supervisor, second, 1, 'entered twice');
    expect(await neighbours(first)).toMatchObject({ next: third });
    expect(await neighbours(third)).toMatchObject({ previous: first });
    const males: RecordFilter[] = [{ kind: 'codes', field: 'sex', anyOf: ['male'] }];
    expect(await neighbours(first, { filters: males })).toEqual({
      previous: null,
      next: null,
      position: null,
      total: 0,
    });
  });
});

describe('a query', () => {
  const refused = (more: More) =>
    expect(list(more)).rejects.toThrowError(expect.objectContaining({ code: 'INVALID_INPUT' }));

  test.each<RecordFilter>([
    { kind: 'codes', field: 'first_name', anyOf: ['unknown'] },
    { kind: 'answer', field: 'last_name', anyOf: ['answered'] },
    { kind: 'codes', field: 'sex', anyOf: ['female', 'no such code'] },
    { kind: 'codes', field: 'registration_date', anyOf: ['unknown'] },
    { kind: 'period', field: 'sex', from: null, to: null },
    { kind: 'number', field: 'justice_case_ref', from: 1, to: null },
    { kind: 'answer', field: 'seq" OR 1', anyOf: ['answered'] },
    { kind: 'answer', field: 'prevented_cases', anyOf: ['answered'] },
  ])('that the dictionary does not allow is refused: %o', async (filter) => {
    await refused({ filters: [filter] });
  });

  test('in an order of the vault, of a group or of another record type is refused', async () => {
    for (const field of ['last_name', 'decision_date', 'prevented_code', 'archived']) {
      await refused({ order: { by: 'field', field, descending: false } });
    }
  });

  test('finds records by why a field of a group is not answered', async () => {
    const id = create();
    const { meta, content } = register.records.open(officer, id);
    const rows = [{ id: newId(), values: { recruiter_sex: { missing: 'unknown' as const } } }];
    register.records.save(officer, {
      id,
      revision: meta.revision,
      content: { ...content, groups: { recruiter: rows } },
      reason: null,
    });
    create();
    const asked = (state: 'unknown' | 'answered' | 'not_entered'): RecordFilter => ({
      kind: 'answer',
      field: 'recruiter_sex',
      anyOf: [state],
    });
    expect(idsOf(await list({ filters: [asked('unknown')] }))).toEqual([id]);
    expect(idsOf(await list({ filters: [asked('answered')] }))).toEqual([]);
    expect(idsOf(await list({ filters: [asked('not_entered')] }))).toEqual([]);
  });
});
