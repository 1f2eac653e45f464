/** The tables of a training register of justice, asked for and printed as in the office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statisticTable } from '#shared/contract/statistics.ts';
import { openTraining, type Program } from '../../program/open-program.ts';

async function trainingProgram(): Promise<Program> {
  return openTraining(150, 5, { kind: 'justice', now: '2026-11-20T10:00:00Z' });
}

test('every standard table is offered, counted and printed, and the public print holds no small figure', async () => {
  const program = await trainingProgram();
  const { statistics } = await program.call('statistics.list', {});
  expect(statistics.map(({ id }) => id).sort()).toEqual(
    'K13 K14 K3 T31 T32 T33 T34 T35 T36 T37 T38 T39 T40 T41 T42 T44'.split(' '),
  );
  const file = join(program.folder, 'table.pdf');
  for (const { id } of statistics) {
    for (const view of ['internal', 'public'] as const) {
      const { tables } = await program.call('statistics.table', { id, period: '2025', view });
      for (const table of tables) expect(() => statisticTable.parse(table)).not.toThrow();
      const counts = tables.flatMap(({ columns, cells }) =>
        cells.flatMap((row) => row.filter((_, at) => columns[at]?.figure === undefined).map(({ count }) => count)),
      );
      // K3 counts installations and accounts, which are no persons of the register.
      if (view === 'public' && id !== 'K3')
        expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    }
    await program.call('report.write', { id, period: '2025', view: 'public', language: 'mk', format: 'pdf', file });
    const document = program.printed.at(-1) ?? '';
    expect(document).not.toMatch(/undefined|NaN|tables[:-]/);
  }
});

test('a CSV table holds figures as numbers, hidden ones as a mark, and nothing where there is no figure', async () => {
  const program = await trainingProgram();
  const file = join(program.folder, 'table.csv');
  await program.call('report.write', {
    id: 'T37',
    period: '1999',
    view: 'public',
    language: 'sq',
    format: 'csv',
    file,
  });
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines.find((line) => line.startsWith('"whole"'))).toMatch(/,"0","0","\d*●?","","","","",""$/);
});
