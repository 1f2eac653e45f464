import { expect, test } from 'vitest';
import { createTexts, loadTextsOf } from '#electron/services/reports/texts.ts';
import { type StatisticTable, statisticTable } from '#shared/contract/statistics.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { languages } from '#shared/languages.ts';
import { createFormats } from '#shared/locale/formats.ts';
import { derivedStatisticsOf } from '#shared/statistics/catalogue/offered.ts';
import { statisticText, tableText } from '#shared/statistics/catalogue/table-text.ts';
import { sayLabel } from '#shared/statistics/label-text.ts';
import { openTraining, type Program, signInAs } from '../program/open-program.ts';

type View = 'internal' | 'public';

const trainingProgram = (records: number, kind: RegisterKind = 'victims'): Promise<Program> =>
  openTraining(records, 2026, { kind, now: '2026-11-20T10:00:00Z' });

const tablesOf = async (program: Program, id: string, view: View = 'internal', period = '2025') =>
  (await program.call('statistics.table', { id, period, view })).tables;

const partOf = (tables: readonly StatisticTable[], part: string | null): StatisticTable => {
  const found = tables.find((table) => table.part === part);
  if (!found) throw new Error(`no part ${part}`);
  return found;
};

function cellOf(table: StatisticTable | undefined, row: string, column: string) {
  const r = table?.rows.findIndex(({ key }) => key === row) ?? -1;
  const c = table?.columns.findIndex(({ key }) => key === column) ?? -1;
  const cell = table?.cells[r]?.[c];
  if (!cell) throw new Error(`no cell ${row} ${column}`);
  return cell;
}

const population2025 = {
  year: 2025,
  source: 'Agjencia e Statistikave',
  cells: [
    { sex: 'female', age: 'child', persons: 240_000 },
    { sex: 'male', age: 'child', persons: 260_000 },
    { sex: 'female', age: 'adult', persons: 560_000 },
    { sex: 'male', age: 'adult', persons: 540_000 },
  ],
} as const;
const withCells = { ...population2025, cells: [...population2025.cells] };

/** A trend holds the figures of the tables of its years, and what they hide stays hidden. */
async function expectTrends(program: Program): Promise<void> {
  for (const view of ['internal', 'public'] as const) {
    const trends = await tablesOf(program, 'T42', view);
    expect(trends.map(({ rows }) => rows.map(({ key }) => key))[0]).toEqual(['2021', '2022', '2023', '2024', '2025']);
    for (const [part, row, column] of [
      ['identified', 'total', 'identified'],
      ['children', 'child', 'identified'],
      ['presumed', 'total', 'presumed'],
    ] as const) {
      for (const year of ['2022', '2023', '2024', '2025']) {
        const [source] = await tablesOf(program, 'K9', view, year);
        const shown = cellOf(partOf(trends, part), year, 'count');
        const expected = cellOf(source, row, column);
        // A zero before the first registration is no figure; every other cell is the one that its own table shows.
        if (!shown.empty) expect(shown, `${view} ${part} ${year}`).toEqual(expected);
        else expect(expected.count).toBe(0);
      }
    }
  }
  const { table, of } = await program.call('statistics.trend', {
    id: 'T15',
    part: null,
    row: 'female',
    column: 'total',
    period: '2025-H1',
    view: 'public',
  });
  expect(cellOf(table, '2025', 'count')).toEqual(
    cellOf((await tablesOf(program, 'T15', 'public'))[0], 'female', 'total'),
  );
  expect(of.row).toEqual({ list: 'SEX', code: 'female' });
  const refused = await program.send('statistics.trend', {
    ...of,
    row: 'none',
    column: 'total',
    period: '2025',
    view: 'public',
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
}

/** A rate is the count of T15 over the population; without one, and for half a year, the table says so. */
async function expectRates(program: Program): Promise<void> {
  const before = partOf(await tablesOf(program, 'T43'), 'sexAge');
  expect(before.remarks).toEqual([{ text: 'tables:remarks.noPopulation', params: { year: '2025' } }]);
  expect(cellOf(before, 'total', 'rate')).toEqual({ count: null, empty: true });

  await program.call('population.save', withCells);
  const [t15] = await tablesOf(program, 'T15');
  const rates = partOf(await tablesOf(program, 'T43'), 'sexAge');
  const girls = cellOf(t15, 'female', 'child').count ?? 0;
  expect(cellOf(rates, 'girls', 'rate').count).toBe(Math.round((girls / 240_000) * 1e5 * 100) / 100);
  expect(cellOf(rates, 'total', 'population')).toEqual({ count: 1_600_000 });
  expect(cellOf(rates, 'a12_14', 'rate')).toEqual({ count: null, empty: true });
  expect(rates.remarks?.[0]).toMatchObject({ params: { source: population2025.source } });

  const [shown, hidden] = [
    partOf(await tablesOf(program, 'T43', 'public'), 'sexAge'),
    partOf(await tablesOf(program, 'T43', 'public'), 'form'),
  ];
  for (const table of [shown, hidden]) {
    table.rows.forEach(({ key }) => {
      const [victims, rate] = [cellOf(table, key, 'victims'), cellOf(table, key, 'rate')];
      if (victims.count === null && !rate.empty) expect(rate).toEqual({ count: null });
    });
  }
  const half = partOf(await tablesOf(program, 'T43', 'internal', '2025-H1'), 'form');
  expect(half.remarks).toEqual([{ text: 'tables:remarks.rateOfYear' }]);
}

test('population is kept year by year, sums must hold, officers may only read it, and saving is audited', async () => {
  const program = await trainingProgram(0);
  await program.call('population.save', withCells);
  await program.call('population.save', { ...withCells, year: 2024, source: 'Census' });
  const { years } = await program.call('population.list', {});
  expect(years.map(({ year, source }) => [year, source])).toEqual([
    [2025, population2025.source],
    [2024, 'Census'],
  ]);
  const wrong = { ...withCells, cells: [...withCells.cells, { sex: 'all', age: 'all', persons: 1 } as const] };
  expect(await program.send('population.save', wrong)).toMatchObject({
    ok: false,
    error: { code: 'POPULATION_SUMS', params: { year: '2025', cells: ['all all'] } },
  });
  await program.call('population.save', { ...withCells, year: 2024, cells: [] });
  expect((await program.call('population.list', {})).years).toEqual(years.slice(0, 1));
  const { entries } = await program.call('audit.list', { before: null, limit: 20, name: 'population.save' });
  expect(entries.map(({ outcome }) => outcome)).toEqual(['ok', 'POPULATION_SUMS', 'ok', 'ok']);
  await signInAs(program, ['officer']);
  expect(await program.send('population.save', withCells)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await program.send('population.list', {})).toMatchObject({ ok: true });
});

/** K3 counts installations, accounts and completed records, and T44 says what the page on quality says. */
async function expectQuality(program: Program): Promise<void> {
  const [database] = await tablesOf(program, 'K3', 'internal', '2026');
  const { accounts } = await program.call('account.list', {});
  expect(cellOf(database, 'accounts', 'inAll')).toEqual({ count: accounts.length });
  const page = await program.call('quality.table', { entity: 'victim', period: '2025', by: 'office', line: null });
  const all = await program.call('quality.table', { entity: 'victim', period: null, by: null, line: null });
  expect(cellOf(database, 'victim', 'inAll').count).toBe(all.lines[0]?.records);

  const tables = await tablesOf(program, 'T44');
  const offices = partOf(tables, 'offices');
  expect(cellOf(offices, 'victim', 'records').count).toBe(page.lines[0]?.records);
  expect(offices.rows.filter(({ key }) => key.startsWith('victim.')).length).toBe(page.lines.length - 1);
  const section = page.sections[0];
  expect(cellOf(partOf(tables, 'sections'), `victim.${section?.section}`, 'applies').count).toBe(
    section?.all.applies.count,
  );

  const shown = await tablesOf(program, 'T44', 'public');
  for (const { columns, part, rows } of shown) {
    expect(columns.every(({ figure }) => figure !== undefined)).toBe(true);
    if (part === 'offices') expect(rows.map(({ key }) => key)).toEqual(['victim', 'prevented_case']);
  }
}

/** Every derived table fits the contract, holds no broken figure, and speaks every language. */
async function expectSoundTables(program: Program, kind: RegisterKind): Promise<void> {
  for (const { id } of derivedStatisticsOf(kind)) {
    for (const view of ['internal', 'public'] as const) {
      for (const table of await tablesOf(program, id, view, view === 'public' ? '2025' : '1990')) {
        expect(() => statisticTable.parse(table)).not.toThrow();
        expect(table.rows.length).toBeGreaterThan(0);
        expect(table.columns.some(({ key }) => key === table.drawn)).toBe(true);
        const cells = table.cells.flat();
        expect(cells.every(({ count }) => count === null || Number.isFinite(count))).toBe(true);
        if (view === 'internal') expect(cells.filter(({ count, empty }) => count === null && !empty)).toEqual([]);
        for (const language of languages) expect(untold(table, language), `${id} ${language}`).toEqual([]);
      }
    }
  }
}

test('trends, rates, K3 and T44 follow from the tables and the quality of the register', async () => {
  const program = await trainingProgram(60);
  await loadTextsOf('victims');
  await expectTrends(program);
  await expectRates(program);
  await expectQuality(program);
  await expectSoundTables(program, 'victims');
});

test.each(['victims', 'justice'] as const)(
  'an empty %s register and one with a single record have derived tables without broken figures',
  async (kind) => {
    const program = await trainingProgram(0, kind);
    await loadTextsOf(kind);
    const { statistics } = await program.call('statistics.list', {});
    expect(statistics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(derivedStatisticsOf(kind).map(({ id }) => id)),
    );
    await expectSoundTables(program, kind);
    await program.runJob('training.generate', { records: 1, seed: 7 });
    await expectSoundTables(program, kind);
  },
);

/** Texts of a table that are missing in a language: where i18next knows none, it gives the key back, or English. */
function untold(table: StatisticTable, language: (typeof languages)[number]): string[] {
  const t = createTexts(language);
  const { country, date } = createFormats(language);
  const words = { t, country, date, language };
  const keys = [
    statisticText(table),
    ...(['title', 'definition', 'rows', 'figure'] as const).map((name) => tableText(table, name)),
    `tables:units.${table.unit}`,
  ].map((key) => [key, t(key)] as const);
  const labels = [...table.rows, ...table.columns, ...(table.remarks ?? []).map((label) => ({ label }))].map(
    ({ label }) => [JSON.stringify(label), sayLabel(label, words)] as const,
  );
  return [...keys, ...labels]
    .filter(([key, said]) => said === '' || said === key.split(':')[1] || said.includes('{{'))
    .map(([key]) => key);
}
