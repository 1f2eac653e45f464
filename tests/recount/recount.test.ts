/** What the program publishes is counted a second time, by other code, from what the program exports. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { openRegister, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { recountAgeGroups } from './age-groups.ts';
import { type Comparison, compareTables, recountedTables } from './compare.ts';
import { entangle } from './entangle.ts';
import { recountVictims } from './recount.ts';
import { tablesOfRegister } from './unprotected-tables.ts';

const periods = ['2023', '2025', '2024-H1', '2022-11-15..2024-03-10', '2000-01-01..2026-12-31'];

async function exportOf(program: Program, identifiedReason: string | null = null): Promise<string> {
  const folder = join(program.folder, 'export');
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason, clear: true });
  return folder;
}

function databaseOf(program: Program): RegisterDatabase {
  const database = program.services.sessions.current()?.register.database;
  if (!database) throw new Error('nobody is signed in');
  return database;
}

/** Compares periods; what a public view would hide is not searched for. */
function comparing(program: Program, folder: string): (period: string) => Comparison {
  const tablesOf = tablesOfRegister(databaseOf(program), 'victims');
  return (period) =>
    compareTables(
      recountedTables.flatMap((id) => tablesOf(id, period)),
      recountVictims(folder, period),
    );
}

test.for([11, 12])('every cell of K9, T15 and T16 stands a recount from the export (seed %i)', async (seed) => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 1_500, seed });
  const compare = comparing(program, await exportOf(program));
  for (const period of periods) {
    const { cells, filled, differences } = compare(period);
    expect(differences, period).toEqual([]);
    expect({ period, cells }).toEqual({ period, cells: 8 + 65 + 112 + 105 });
    // A table of zeros would agree with anything.
    expect(filled, period).toBeGreaterThan(60);
  }
});

test.for([21, 22])('long chains, ties and missing answers are counted alike (seed %i)', async (seed) => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 1_500, seed });
  entangle(databaseOf(program), seed);
  const compare = comparing(program, await exportOf(program));
  for (const period of [...periods, '2024-H2', '2023-12-31..2024-01-01']) {
    const { filled, differences } = compare(period);
    expect(differences, period).toEqual([]);
    expect(filled, period).toBeGreaterThan(60);
  }
});

test('every age group follows from the age, the year of birth and the presumption', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 3_000, seed: 31 });
  const folder = await exportOf(program, 'Independent recount of the age groups.');
  const { counts, differences } = recountAgeGroups(folder);
  expect(differences).toEqual([]);
  // Each group occurs, so none of them is right only because nobody is in it.
  expect([...counts.keys()].toSorted()).toEqual([
    'a0_11',
    'a12_14',
    'a15_17',
    'a18_24',
    'a25_34',
    'a35_49',
    'a50_plus',
    'adult_age_unknown',
    'child_age_unknown',
    'unknown',
  ]);
});

test('a record under correction counts with what it said when it was last completed', async () => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 300, seed: 41 });
  const before = recountVictims(await exportOf(program), '2025');
  const { rows } = await program.call(
    'record.list',
    listOf('victim', {
      filters: [
        { kind: 'codes', field: 'sex', anyOf: ['female'] },
        { kind: 'period', field: 'identification_date', from: '2025-01-01', to: '2025-12-31' },
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
    const { revision } = (
      await program.call('record.return', { id, revision: meta.revision, reason: 'The sex is wrong.' })
    ).meta;
    const { content } = await program.call('record.open', { id });
    const corrected = { ...content, values: { ...content.values, sex: 'male' } };
    await program.call('record.save', { id, revision, content: corrected, reason: 'The sex is wrong.' });
  }
  const tables = [];
  for (const id of recountedTables)
    tables.push(...(await program.call('statistics.table', { id, period: '2025', view: 'internal' })).tables);
  expect(compareTables(tables, before).differences).toEqual([]);
});
