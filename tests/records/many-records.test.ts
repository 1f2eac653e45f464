import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesOf } from '#electron/database/registers.ts';
import { createRecordReader } from '#electron/database/repositories/record-reader.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { createStage, discardUnfinished, type StagedRecord } from '#electron/services/records/stage.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output } from '#shared/contract/contract.ts';
import { isMissing } from '#shared/records/record.ts';
import { generateVictims } from '#shared/training/generate.ts';
import type { TrainingRecord } from '#shared/training/training-record.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

type Query = Parameters<TestRegister['records']['list']>[1];
type Row = Output<'record.list'>['rows'][number];

const count = 5_000;
let register: TestRegister;
let supervisor: RecordSession;
let invented: TrainingRecord[];

const staged = ({ entity, id, content, identity, enteredOn, ...past }: TrainingRecord): StagedRecord => ({
  entity,
  id,
  content,
  identity,
  isComplete: past.state !== 'draft',
  past: { ...past, enteredAt: `${enteredOn}T09:00:00.000Z`, reason: 'Compared with the file' },
});

const parts = () => ({
  session: supervisor,
  clock: { now: () => new Date('2026-06-15T10:00:00Z') },
  publish: () => undefined,
});

beforeAll(() => {
  register = openTestRegister();
  supervisor = register.as('cveta', ['supervisor', 'officer']);
  const reference = readReferences(register.database) as never;
  invented = [...generateVictims({ records: count, seed: 7, today: '2026-06-15', country: 'XKX', reference })];
  const stage = createStage({ ...parts(), batchId: 'first' });
  for (let from = 0; from < invented.length; from += 50) stage.add(invented.slice(from, from + 50).map(staged));
  expect(register.records.count(supervisor).counts.victim).toBe(0);
  stage.show(invented.length);
}, 120_000);
afterAll(() => register.close());

const query = (more: Partial<Query> = {}): Query => ({
  entity: 'victim',
  filters: [],
  states: null,
  archived: null,
  binned: false,
  search: null,
  order: { by: 'savedAt', descending: true },
  after: null,
  limit: 137,
  ...more,
});

function everyPage(more: Partial<Query> = {}): { rows: Row[]; total: number } {
  const rows: Row[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const page = register.records.list(supervisor, query({ ...more, after }));
    rows.push(...page.rows);
    total = page.total;
    after = page.next;
  } while (after !== null);
  return { rows, total };
}

const victims = () => invented.filter(({ entity, binned }) => entity === 'victim' && !binned);
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).toSorted();

describe('five thousand records', () => {
  test.each(['savedAt', 'number', 'registrationDate'] as const)(
    'pages by %s hold every record once, in order, both ways',
    (by) => {
      for (const descending of [true, false]) {
        const { rows, total } = everyPage({ order: { by, descending } });
        expect(ids(rows.map(({ meta }) => meta))).toEqual(ids(victims()));
        expect(total).toBe(rows.length);
        const keys = rows.map(({ meta, values }) => {
          if (by === 'savedAt') return meta.savedAt;
          return by === 'number' ? (meta.number ?? 0) : String(values.registration_date ?? '');
        });
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(keys).toEqual(descending ? sorted.toReversed() : sorted);
      }
    },
  );

  test('filters find what a loop over the records finds: codes, markers, multiple choice, rows, dates', () => {
    const expectSame = (filters: Query['filters'], fits: (record: TrainingRecord) => boolean): void => {
      const wanted = ids(victims().filter(fits));
      expect(wanted.length).toBeGreaterThan(0);
      expect(ids(everyPage({ filters }).rows.map(({ meta }) => meta))).toEqual(wanted);
    };
    expectSame([{ field: 'sex', anyOf: ['male'] }], ({ content }) => content.values.sex === 'male');
    expectSame([{ field: 'settlement_type', anyOf: ['unknown'] }], ({ content: { values } }) => {
      const value = values.settlement_type;
      return value === 'unknown' || (isMissing(value) && value.missing === 'unknown');
    });
    expectSame(
      [{ field: 'citizenship', anyOf: ['ALB', 'MDA'] }],
      ({ content: { values } }) =>
        Array.isArray(values.citizenship) && values.citizenship.some((code) => ['ALB', 'MDA'].includes(String(code))),
    );
    expectSame([{ field: 'exploitation_country', anyOf: ['ALB', 'ITA', 'XKX'] }], ({ content: { groups } }) =>
      (groups.exploitation ?? []).some(({ values }) =>
        ['ALB', 'ITA', 'XKX'].includes(String(values.exploitation_country)),
      ),
    );
    expectSame([{ field: 'recruitment_date', from: '2023-02-01', to: '2023-03-15' }], ({ content: { values } }) => {
      const date = values.recruitment_date;
      if (typeof date !== 'string') return false;
      return (
        date.padEnd(10, '-12-31'.slice(date.length - 4)) >= '2023-02-01' &&
        date + '-01-01'.slice(date.length - 4) <= '2023-03-15'
      );
    });
    expectSame(
      [
        { field: 'sex', anyOf: ['female'] },
        { field: 'registration_date', from: '2024-01-01', to: null },
      ],
      ({ content: { values } }) => values.sex === 'female' && String(values.registration_date ?? '') >= '2024-01-01',
    );
  });

  test('states and the archive are told apart, and the bin holds the rest', () => {
    expect(everyPage({ states: ['draft'] }).total).toBe(victims().filter(({ state }) => state === 'draft').length);
    expect(everyPage({ archived: true }).total).toBe(victims().filter(({ archived }) => archived).length);
    expect(everyPage({ binned: true }).total).toBe(
      invented.filter(({ entity, binned }) => entity === 'victim' && binned).length,
    );
    const { counts } = register.records.count(supervisor);
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(
      invented.filter(({ binned }) => !binned).length,
    );
  });

  test('a record is found by its code however it is typed, and by its number', () => {
    const { rows } = register.records.list(supervisor, query({ states: ['complete'], limit: 1 }));
    const meta = rows[0]?.meta;
    if (!meta?.code) throw new Error('no numbered record');
    for (const search of [meta.code, meta.code.toLowerCase().replaceAll('-', ' ')]) {
      const found = register.records.list(supervisor, query({ search })).rows;
      expect(found.map((row) => row.meta.code)).toContain(meta.code);
      expect(found.every((row) => row.meta.code === meta.code)).toBe(true);
    }
    expect(register.records.list(supervisor, query({ search: 'nobodywrotethis' })).total).toBe(0);
    expect(register.records.list(supervisor, query({ search: '" OR * NEAR(' })).total).toBeGreaterThanOrEqual(0);
  });

  test('registrations of one person bear one code, every other code is given once', () => {
    const codes = new Map(everyPage().rows.map(({ meta }) => [meta.id, meta.code]));
    for (const record of victims()) {
      if (!record.numbered) expect(codes.get(record.id)).toBeNull();
      const earlier = record.sameCodeAs === null ? null : (codes.get(record.sameCodeAs) ?? null);
      if (record.numbered && earlier !== null) expect(codes.get(record.id)).toBe(earlier);
    }
    const firsts = victims().filter(({ numbered, sameCodeAs }) => numbered && sameCodeAs === null);
    expect(new Set(firsts.map(({ id }) => codes.get(id))).size).toBe(firsts.length);
  });

  test('reading all of them gives what was written, in the order of ids', () => {
    const root = tablesOf('victims').roots.find(({ entity }) => entity.id === 'victim');
    if (!root) throw new Error('no victims');
    const read = [...createRecordReader(register.database, root).iterate()];
    expect(read.map(({ meta }) => meta.id)).toEqual(ids(victims()));
    const stored = new Map(read.map(({ meta, content }) => [meta.id, content]));
    for (const { id, content } of victims()) {
      expect(stored.get(id)?.values.citizenship ?? null).toEqual(content.values.citizenship ?? null);
      expect(Object.keys(stored.get(id)?.groups ?? {}).toSorted()).toEqual(
        Object.entries(content.groups)
          .filter(([, rows]) => rows.length > 0)
          .map(([entity]) => entity)
          .toSorted(),
      );
    }
  });
});

describe('an import that does not end', () => {
  test('leaves nothing: not a record, not a row, not an identity, not a history', async () => {
    const tables = register.database.sql
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_\\_text%' ESCAPE '\\' AND name <> 'number_series'`,
      )
      .pluck()
      .all() as string[];
    const counts = () =>
      tables.map((name) => [name, register.database.sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
    const before = counts();
    const reference = readReferences(register.database) as never;
    const more = [...generateVictims({ records: 120, seed: 8, today: '2026-06-15', country: 'XKX', reference })];
    const stage = createStage({ ...parts(), batchId: 'second' });
    for (let from = 0; from < more.length; from += 40) stage.add(more.slice(from, from + 40).map(staged));
    expect(everyPage().total).toBe(victims().length);
    await stage.discard();
    expect(counts()).toEqual(before);

    const cut = createStage({ ...parts(), batchId: 'third' });
    cut.add(more.slice(0, 40).map(staged));
    await discardUnfinished(supervisor);
    expect(counts()).toEqual(before);
  });
});

describe('completing', () => {
  test('a soft rule needs its reason, which is kept', () => {
    const record = invented.find(
      ({ entity, state, confirmed }) => entity === 'victim' && state === 'complete' && confirmed.length > 0,
    );
    if (!record) throw new Error('no record with a confirmed rule was invented');
    const { meta } = register.records.open(supervisor, record.id);
    const { states } = register.records;
    const returned = states.returnForCorrection(supervisor, meta.id, meta.revision, 'please look again');
    expect(() => states.complete(supervisor, meta.id, returned.meta.revision, [])).toThrowError(
      expect.objectContaining({ code: 'RULES_VIOLATED' }),
    );
    const confirmations = register.records
      .check(supervisor, meta.id)
      .findings.map(({ rule }) => ({ rule, reason: 'as the file says' }));
    const done = states.complete(supervisor, meta.id, returned.meta.revision, confirmations);
    expect(done.meta.state).toBe('complete');
    const { changes } = register.records.history(supervisor, meta.id);
    expect(changes).toContainEqual(expect.objectContaining({ event: 'confirmed', reason: 'as the file says' }));
  });
});
