import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesOf } from '#electron/database/registers.ts';
import { createRecordReader } from '#electron/database/repositories/record-reader.ts';
import type { RecordSession } from '#electron/services/records/record-session.ts';
import { createStage, discardUnfinished, type StagedRecord } from '#electron/services/records/stage.ts';
import { readReferences } from '#electron/services/reference.ts';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { generateVictims } from '#shared/training/generate.ts';
import type { TrainingRecord } from '#shared/training/training-record.ts';
import { listOf } from './list-of.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

type Query = ParsedInput<'record.list'>;
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

beforeAll(async () => {
  register = openTestRegister();
  supervisor = register.as('cveta', ['supervisor', 'officer']);
  const reference = readReferences(register.database) as never;
  invented = [...generateVictims({ records: count, seed: 7, today: '2026-06-15', country: 'XKX', reference })];
  const stage = createStage({ ...parts(), batchId: 'first' });
  for (let from = 0; from < invented.length; from += 50) stage.add(invented.slice(from, from + 50).map(staged));
  // What is being staged stays invisible, also to a list that was open before.
  expect((await register.records.count(supervisor)).counts.victim).toBe(0);
  expect(() => register.records.open(supervisor, invented[0]?.id ?? '')).toThrowError(
    expect.objectContaining({ code: 'RECORD_NOT_FOUND' }),
  );
  stage.show(invented.length);
}, 120_000);
afterAll(() => register.close());

/** The whole list, a part at a time. */
async function everyPage(more: Partial<Query> = {}): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = [];
  let version: number | null = null;
  while (true) {
    const input = listOf('victim', { limit: 137, ...more, offset: rows.length, version });
    const page: Output<'record.list'> = await register.records.list(supervisor, input);
    rows.push(...page.rows);
    version = page.version;
    if (page.rows.length === 0 || rows.length >= page.total) return { rows, total: page.total };
  }
}

const victims = () => invented.filter(({ entity, binned }) => entity === 'victim' && !binned);
const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).toSorted();

describe('five thousand records', () => {
  test('pages hold every record once, in order, both ways', async () => {
    for (const by of ['savedAt', 'number'] as const) {
      for (const descending of [true, false]) {
        const { rows, total } = await everyPage({ order: { by, descending } });
        expect(ids(rows.map(({ meta }) => meta))).toEqual(ids(victims()));
        expect(total).toBe(rows.length);
        const keys = rows
          .map(({ meta }) => (by === 'savedAt' ? meta.savedAt : meta.number))
          .filter((key) => key !== null);
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(keys).toEqual(descending ? sorted.toReversed() : sorted);
        // Records without a number stand last whichever way the list runs.
        expect(rows.slice(keys.length).every(({ meta }) => meta.number === null)).toBe(true);
      }
    }
  });

  test('states and the archive are told apart, and the bin holds the rest', async () => {
    const total = async (more: Partial<Query>) => (await everyPage(more)).total;
    expect(await total({ filters: [{ kind: 'state', anyOf: ['draft'] }] })).toBe(
      victims().filter(({ state }) => state === 'draft').length,
    );
    expect(await total({ filters: [{ kind: 'archived', is: true }] })).toBe(
      victims().filter(({ archived }) => archived).length,
    );
    expect(await total({ binned: true })).toBe(
      invented.filter(({ entity, binned }) => entity === 'victim' && binned).length,
    );
    const { counts } = await register.records.count(supervisor);
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(
      invented.filter(({ binned }) => !binned).length,
    );
  });

  test('a record is found by its code however it is typed, and by its number', async () => {
    const list = (more: Partial<Query>) => register.records.list(supervisor, listOf('victim', more));
    const { rows } = await list({ filters: [{ kind: 'state', anyOf: ['complete'] }], limit: 1 });
    const meta = rows[0]?.meta;
    if (!meta?.code) throw new Error('no numbered record');
    for (const search of [meta.code, meta.code.toLowerCase().replaceAll('-', ' ')]) {
      const found = (await list({ search })).rows;
      expect(found.map((row) => row.meta.code)).toContain(meta.code);
      expect(found.every((row) => row.meta.code === meta.code)).toBe(true);
    }
    expect((await list({ search: 'nobodywrotethis' })).total).toBe(0);
    expect((await list({ search: '" OR * NEAR(' })).total).toBeGreaterThanOrEqual(0);
  });

  test('registrations of one person bear one code, every other code is given once', async () => {
    const codes = new Map((await everyPage()).rows.map(({ meta }) => [meta.id, meta.code]));
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
    expect((await everyPage()).total).toBe(victims().length);
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
