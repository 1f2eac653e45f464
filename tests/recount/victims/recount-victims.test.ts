/** What the program publishes of victims is counted a second time, by other code, from its export. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteResult } from '../../assurance/note-result.ts';
import { listOf } from '../../records/list-of.ts';
import { recountedRegister } from './recounted-register.ts';
import { forget, unsettle } from './unsettle.ts';

/** A long run counts fifty registers. */
const longRun = process.env.KRITER_VICTIM_REGISTERS;
const registers = Number(longRun ?? 2);
const firstSeed = Number(process.env.KRITER_SEED ?? 11);
const seeds = Array.from({ length: registers }, (_, place) => firstSeed + place);

/** Up to this year: tables over five years show those before its end. */
const ever = `2000-01-01..${new Date().getUTCFullYear()}-12-31`;

/** A year with inhabitants and one without, half-years, a free period over turns of years, and everything. */
function periodsOf(seed: number): readonly string[] {
  const year = 2022 + (seed % 4);
  return ['2025', `${year}`, `${year}-H${1 + (seed % 2)}`, `${year - 1}-10-15..${year + 1}-03-10`, ever];
}

test.for(seeds)('every table stands a recount from the export (seed %i)', async (seed) => {
  // Every other register is as training makes it; the others are full of answers that a table may stumble over.
  const isUnsettled = seed % 2 === 1;
  const size = { records: 150 + ((seed * 37) % 150), seed };
  const { compare } = await recountedRegister(size, (database) => {
    if (isUnsettled) unsettle(database, seed);
  });
  for (const period of periodsOf(seed)) {
    const { tables, cells, filled, differences } = compare(period);
    noteResult('recount-victims', { seed, period, cells, filled, differences: differences.length });
    expect(differences, period).toEqual([]);
    expect(cells).toBeGreaterThan(2_000);
    // Tables of zeros would agree with anything.
    if (period === ever) expect(filled).toBeGreaterThan(1_000);
    // By chance a register has no case that was prevented in these years; the one of every day is full.
    if (period !== ever || !isUnsettled || longRun !== undefined) continue;
    const empty = tables.filter((table) => !table.cells.flat().some(({ count }) => count));
    const names = empty.map(({ id, part }) => `${id} ${part}`);
    expect(names.filter((name) => name !== 'T44 rules')).toEqual([]);
  }
});

test.for([0, 1])('a register of %i records has tables of sense', async (records) => {
  const { compare } = await recountedRegister({ records, seed: 3 });
  for (const period of ['1999', '2025', ever]) {
    const { tables, differences } = compare(period);
    expect(differences, period).toEqual([]);
    const figures = tables.flatMap(({ cells }) => cells.flat().map(({ count }) => count));
    expect(figures.filter((figure) => figure !== null && !Number.isFinite(figure))).toEqual([]);
  }
});

test('a register of which nothing is known says so in every table, and nothing of anybody', async () => {
  const { compare } = await recountedRegister({ records: 60, seed: 5 }, forget);
  const { tables, differences } = compare(ever);
  expect(differences).toEqual([]);
  const shares = tables.flatMap(({ id, part, rows, columns, cells }) =>
    columns.flatMap((column, place) =>
      column.figure === 'percent' && id !== 'T44'
        ? rows.map((row, line) => [`${id} ${part} ${row.key} ${column.key}`, cells[line]?.[place]?.count] as const)
        : [],
    ),
  );
  expect(shares.length).toBeGreaterThan(20);
  // Of an unknown answer there is no share; that nobody went on from one step to the next is known.
  const stated = shares.filter(([, share]) => share !== null && share !== 0);
  expect(stated).toEqual([]);
});

test('a record under correction counts in every table with what it said when it was last completed', async () => {
  const { program, compare } = await recountedRegister({ records: 80, seed: 41 });
  const { rows } = await program.call(
    'record.list',
    listOf('victim', {
      filters: [
        { kind: 'state', anyOf: ['complete', 'verified'] },
        { kind: 'archived', is: false },
      ],
      order: { by: 'number', descending: false },
      limit: 5,
    }),
  );
  expect(rows).toHaveLength(5);
  for (const { meta } of rows) {
    const { id } = meta;
    const reason = 'The journey and the services are wrong.';
    const { revision } = (await program.call('record.return', { id, revision: meta.revision, reason })).meta;
    const { content } = await program.call('record.open', { id });
    const groups = { ...content.groups, service: [], journey_leg: [], compensation_claim: [] };
    const values = { ...content.values, re_trafficked: 'yes', recruitment_country: 'FRA' };
    await program.call('record.save', { id, revision, content: { values, groups }, reason });
  }
  // The recount is that of the export from before.
  expect(compare(ever).differences).toEqual([]);
});

test('what counts shares no code with the program', () => {
  const folder = import.meta.dirname;
  // These make registers, rewrite them, or hold figures against those of the program; they count nothing.
  const makers = ['compare-victims.ts', 'recounted-register.ts', 'unsettle.ts'];
  const counting = readdirSync(folder).filter((name) => !name.endsWith('.test.ts') && !makers.includes(name));
  const files = [...counting.map((name) => join(folder, name)), join(folder, '..', 'recount.ts')];
  const ties = [...files, join(folder, '..', 'read-export.ts')].filter((file) =>
    /from '(#|\.\.\/\.\.)/.test(readFileSync(file, 'utf8')),
  );
  expect(counting.length).toBeGreaterThan(10);
  expect(ties).toEqual([]);
});
