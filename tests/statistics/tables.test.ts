import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeOf } from '#electron/services/records/record-store.ts';
import { createLiveStore } from '#electron/services/statistics/counted-records.ts';
import { canonicalJson, digestOf } from '#electron/services/statistics/digest.ts';
import { type StatisticTable, statisticTable } from '#shared/contract/statistics.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { openRegister, openTraining, type Program, signInAs } from '../program/open-program.ts';
import { databaseOf } from '../retention/people.ts';
import { type Registration, recount } from './naive-recount.ts';

const ids = ['K9', 'T15', 'T16'];

async function trainingProgram(count: number): Promise<Program> {
  return openTraining(count, 2026, { now: '2026-11-20T10:00:00Z' });
}

const tablesOf = async (program: Program, id: string, period: string, view: 'internal' | 'public' = 'internal') =>
  (await program.call('statistics.table', { id, period, view })).tables;

/** What counts, straight from the register: completed once, not in the bin. */
function registrationsOf(program: Program): Registration[] {
  return [...storeOf(databaseOf(program), 'victims').of('victim').reader.iterate()]
    .filter(({ meta }) => meta.completedRevision !== null)
    .map(({ meta, content }) => ({ id: meta.id, content }));
}

const nameOf = ({ id, part }: StatisticTable): string => (part === null ? id : `${id}.${part}`);

function figuresOf(tables: readonly StatisticTable[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const table of tables) {
    table.rows.forEach((row, r) => {
      table.columns.forEach((column, c) => {
        const count = table.cells[r]?.[c]?.count ?? 0;
        if (count > 0) figures.set(`${nameOf(table)}/${row.key}/${column.key}`, count);
      });
    });
  }
  return figures;
}

const sorted = (figures: ReadonlyMap<string, number>) => [...figures].sort(([a], [b]) => (a < b ? -1 : 1));

const periods = [
  ['2024', '2024-01-01', '2024-12-31'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-H1', '2025-01-01', '2025-06-30'],
  ['2025-H2', '2025-07-01', '2025-12-31'],
  ['2023-04-15..2026-02-10', '2023-04-15', '2026-02-10'],
] as const;

/** The counts of a period from columns over the same file; nothing is protected, which takes long. */
function countsOf(program: Program, period: string): Map<string, number> {
  const live = createLiveStore(databaseOf(program), 'victims', 'victim');
  live.catchUp();
  const { count } = createTableCounter(live.store);
  const figures = new Map<string, number>();
  for (const { id, parts } of ids.map((each) => findStatistic('victims', each))) {
    for (const part of parts) {
      const counts = count(part, parsePeriod(period));
      part.rows.lines.forEach((row, r) => {
        part.columns.lines.forEach((column, c) => {
          const found = counts[r]?.[c] ?? 0;
          if (found > 0) figures.set(`${tableName(id, part.part)}/${row.key}/${column.key}`, found);
        });
      });
    }
  }
  return figures;
}

test('K9, T15 and T16 equal a recount by plain loops for years, half-years and free periods, also in the window', async () => {
  const program = await trainingProgram(400);
  const registrations = registrationsOf(program);
  for (const [period, from, to] of periods) {
    expect(sorted(countsOf(program, period)), period).toEqual(sorted(recount(registrations, from, to)));
  }
  const tables = (await Promise.all(ids.map((id) => tablesOf(program, id, '2025')))).flat();
  for (const table of tables) expect(() => statisticTable.parse(table)).not.toThrow();
  expect(sorted(figuresOf(tables))).toEqual(sorted(recount(registrations, '2025-01-01', '2025-12-31')));
  expect(tables[0]?.population.records).toBe(registrations.length);
  await expectPublicView(program);
  await expectOneDigest(program);
});

/** The public view shows no count below the threshold, and nothing that would give one away. */
async function expectPublicView(program: Program): Promise<void> {
  let hidden = 0;
  for (const id of ids) {
    for (const table of await tablesOf(program, id, '2025', 'public')) {
      const counts = table.cells.flat().map(({ count }) => count);
      hidden += counts.filter((count) => count === null).length;
      expect(counts.filter((count) => count !== null && count > 0 && count < table.threshold)).toEqual([]);
      expect(table.cells.flat().every((cell) => !('hiddenInPublic' in cell))).toBe(true);
      const total = table.rows.length - 1;
      table.percent?.forEach((percent, r) => {
        const column = table.id === 'K9' ? 0 : table.columns.length - 1;
        if (table.cells[r]?.[column]?.count === null || table.cells[total]?.[column]?.count === null)
          expect(percent).toBeNull();
      });
      // How many records were searched would tell in a small register how many persons the hidden cells are.
      expect(table.population).toMatchObject({ records: null, draftsLeftOut: null });
      for (const { count } of table.population.unknown) expect(count === null || count === 0 || count >= 5).toBe(true);
    }
  }
  expect(hidden).toBeGreaterThan(0);
}

/** The digest of a table is the same in every language, format and key order, and changes with any figure. */
async function expectOneDigest(program: Program): Promise<void> {
  const file = join(program.folder, 'table.json');
  const [table] = await tablesOf(program, 'T15', '2025', 'public');
  const asked = { id: 'T15', period: '2025', view: 'public', language: 'mk', format: 'json', file } as const;
  const written = await program.call('report.write', asked);
  expect(written.digest).toBe(table?.digest);
  const stored = JSON.parse(readFileSync(file, 'utf8')).tables[0] as StatisticTable;
  expect(digestOf(stored)).toBe(table?.digest);
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  const other = structuredClone(stored);
  const cell = other.cells[0]?.at(-1);
  if (cell) cell.count = (cell.count ?? 0) + 1;
  expect(digestOf(other)).not.toBe(table?.digest);
}

test('a table follows what was saved, binned, restored and returned for correction since the last one', async () => {
  const program = await trainingProgram(60);
  await expectMarksLater(program);
  await expectToFollow(program);
  await expectReturnedToCount(program);
});

/** Internal counts do not wait for what the public view would hide; what comes later makes them the same table. */
async function expectMarksLater(program: Program): Promise<void> {
  const question = { view: 'internal', marks: 'later' } as const;
  const isMarked = ({ cells }: StatisticTable) => cells.flat().some(({ hiddenInPublic }) => hiddenInPublic);
  const trend = { part: null, row: 'total', column: 'total' };
  for (const [id, period] of [
    ['T15', '2024'],
    ['T42', '2023'],
  ] as const) {
    const { tables } = await program.call('statistics.table', { id, period, ...question });
    expect(tables.map((table) => [table.marks, isMarked(table)])).toEqual(tables.map(() => ['pending', false]));
    const changeNumber = tables[0]?.changeNumber ?? 0;
    const known = await program.call('statistics.marks', { id, period, trend: null, changeNumber });
    const waited = await tablesOf(program, id, period);
    expect(waited.some(isMarked)).toBe(true);
    expect(known.changeNumber).toBe(changeNumber);
    expect(known.tables).toEqual(
      waited.map(({ part, cells, digest }) => ({
        part,
        marks: cells.map((row) => row.map(({ hiddenInPublic }) => hiddenInPublic ?? null)),
        digest,
      })),
    );
    const figures = (all: readonly StatisticTable[]) =>
      all.map(({ cells }) => cells.map((row) => row.map((c) => c.count)));
    expect(figures(tables)).toEqual(figures(waited));
    const again = await program.call('statistics.table', { id, period, ...question });
    expect(again.tables.map(({ marks, digest }) => [marks, digest])).toEqual(waited.map((t) => [undefined, t.digest]));
  }
  const asked = { id: 'T15', ...trend, period: '2018', ...question };
  expect((await program.call('statistics.trend', asked)).table.marks).toBe('pending');
  await program.call('statistics.marks', { id: 'T15', period: '2018', trend, changeNumber: 0 });
  expect((await program.call('statistics.trend', asked)).table.marks).toBeUndefined();
}

async function expectToFollow(program: Program): Promise<void> {
  const before = await tablesOf(program, 'T15', '2025');
  const identified = registrationsOf(program).find(({ content }) =>
    (content.groups.status_decision ?? []).some(
      ({ values }) => values.status === 'formally_identified' && String(values.status_date).startsWith('2025'),
    ),
  );
  const { meta } = await program.call('record.open', { id: identified?.id ?? '' });
  await program.call('record.bin', { id: meta.id, revision: meta.revision, reason: 'Entered twice' });
  const after = await tablesOf(program, 'T15', '2025');
  const afresh = [...countsOf(program, '2025')].filter(([key]) => key.startsWith('T15/'));
  expect(sorted(figuresOf(after))).toEqual(sorted(new Map(afresh)));
  expect(after[0]?.changeNumber).toBeGreaterThan(before[0]?.changeNumber ?? 0);
  expect(after[0]?.population.records).toBe((before[0]?.population.records ?? 0) - 1);
  await program.call('record.restore', { id: meta.id, reason: 'It was not' });
  const restored = await tablesOf(program, 'T15', '2025');
  expect(restored[0]?.cells).toEqual(before[0]?.cells);
  expect(restored[0]?.digest).toBe(before[0]?.digest);
}

/** A returned record keeps counting as it was last completed. */
async function expectReturnedToCount(program: Program): Promise<void> {
  const before = await tablesOf(program, 'T15', '2025');
  const girl = registrationsOf(program).find(({ content }) => {
    const decided = (content.groups.status_decision ?? []).some(
      ({ values }) => values.status === 'formally_identified' && String(values.status_date).startsWith('2025'),
    );
    return decided && content.values.sex === 'female';
  });
  let { meta, content, allowed } = await program.call('record.open', { id: girl?.id ?? '' });
  if (meta.archived)
    ({ meta } = await program.call('record.archive', { id: meta.id, revision: meta.revision, archived: false }));
  ({ meta, content, allowed } = await program.call('record.open', { id: meta.id }));
  if (allowed.returnForCorrection) {
    ({ meta, content } = await program.call('record.return', {
      id: meta.id,
      revision: meta.revision,
      reason: 'Sex to be checked',
    }));
  }
  const changed = { ...content, values: { ...content.values, sex: 'male' } };
  await program.call('record.save', { id: meta.id, revision: meta.revision, content: changed, reason: null });
  const after = await tablesOf(program, 'T15', '2025');
  expect(after[0]?.changeNumber).toBeGreaterThan(before[0]?.changeNumber ?? 0);
  expect(after[0]?.cells).toEqual(before[0]?.cells);
}

test('only supervisors and analysts see the internal view; no table, or no days of the calendar, is refused', async () => {
  const program = await openRegister();
  const refused = async (id: string, period: string) => {
    const reply = await program.send('statistics.table', { id, period, view: 'public' });
    return reply.ok ? null : reply.error.code;
  };
  expect(await refused('T15', '2025-02-30..2025-03-31')).toBe('NO_PERIOD');
  expect(await refused('T15', '2025-05-01..2025-04-30')).toBe('NO_PERIOD');
  expect(await refused('T99', '2025')).toBe('INVALID_INPUT');
  await signInAs(program, ['officer']);
  const question = { id: 'T15', period: '2025' } as const;
  expect(await program.send('statistics.table', { ...question, view: 'internal' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  expect(await program.send('statistics.table', { ...question, view: 'public' })).toMatchObject({ ok: true });
});
