/** What the program publishes is counted a second time, by other code, from what the program exports. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRegister, type Program } from '../program/open-program.ts';
import { compareTables, recountedTables } from './compare.ts';
import { recountVictims } from './recount.ts';

const periods = ['2023', '2025', '2024-H1', '2022-11-15..2024-03-10', '2000-01-01..2026-12-31'];

async function exportPseudonymised(program: Program): Promise<string> {
  const folder = join(program.folder, 'export');
  mkdirSync(folder);
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason: null, clear: true });
  return folder;
}

async function comparePeriod(program: Program, folder: string, period: string) {
  const answers = [];
  for (const id of recountedTables) answers.push(await program.call('statistics.table', { id, period, view: 'internal' }));
  return compareTables(
    answers.flatMap(({ tables }) => tables),
    recountVictims(folder, period),
  );
}

test.for([11, 12, 13])('every cell of K9, T15 and T16 stands a recount from the export (seed %i)', async (seed) => {
  const program = await openRegister();
  await program.runJob('training.generate', { records: 1_500, seed });
  const folder = await exportPseudonymised(program);
  for (const period of periods) {
    const { cells, filled, differences } = await comparePeriod(program, folder, period);
    expect(differences, period).toEqual([]);
    expect({ period, cells }).toEqual({ period, cells: 8 + 65 + 112 + 105 });
    // A table of zeros would agree with anything.
    expect(filled, period).toBeGreaterThan(60);
  }
});
