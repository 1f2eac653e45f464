/** The tables of a training register of victims, asked for as in the office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeOf } from '#electron/services/records/record-store.ts';
import { type StatisticTable, statisticTable } from '#shared/contract/statistics.ts';
import { openTraining, type Program } from '../../program/open-program.ts';
import { figuresOf } from '../justice/counted-cases.ts';
import { recountOfAnswers } from './recount-of-answers.ts';

const ours = 'K10 K11 K12 T17 T18 T19 T20 T21 T22 T23'.split(' ');

async function trainingProgram(): Promise<Program> {
  return openTraining(120, 7, { now: '2026-11-20T10:00:00Z' });
}

/** What counts, straight from the register: completed once, not in the bin. */
function registrationsOf(program: Program) {
  const { register } = program.services.sessions.current() ?? {};
  if (!register) throw new Error('nobody is signed in');
  return [...storeOf(register.database, register.kind).of('victim').reader.iterate()]
    .filter(({ meta }) => meta.completedRevision !== null)
    .map(({ meta, content }) => ({ id: meta.id, content }));
}

/** Types of institutions as the list of the office states them. */
async function typesOf(program: Program): Promise<ReadonlyMap<string, string | null>> {
  const { lists } = await program.call('reference.list', {});
  return new Map((lists.INST ?? []).map(({ code, type }) => [code, type]));
}

test('every table is offered and counted, a simple one as by plain loops, and the public file holds no small figure', async () => {
  const program = await trainingProgram();
  const { statistics } = await program.call('statistics.list', {});
  expect(statistics.map(({ id }) => id)).toEqual(expect.arrayContaining(ours));
  const file = join(program.folder, 'table.json');
  const found: Record<string, number> = {};
  for (const id of ours) {
    const { tables } = await program.call('statistics.table', { id, period: '2025', view: 'internal' });
    for (const table of tables) {
      expect(() => statisticTable.parse(table)).not.toThrow();
      const name = table.part === null ? id : `${id}.${table.part}`;
      for (const [cell, figure] of Object.entries(figuresOf(table))) found[`${name}/${cell}`] = figure;
    }
    const write = { id, period: '2025', view: 'public', language: 'mk', format: 'json', file } as const;
    await program.call('report.write', write);
    const written = JSON.parse(readFileSync(file, 'utf8')).tables as StatisticTable[];
    const counts = written.flatMap(({ columns, cells }) =>
      cells.flatMap((row) => row.filter((_, at) => columns[at]?.figure === undefined).map(({ count }) => count)),
    );
    expect(
      counts.filter((count) => count !== null && count > 0 && count < 5),
      id,
    ).toEqual([]);
  }
  const recounted = recountOfAnswers(registrationsOf(program), await typesOf(program), '2025');
  const tables = new Set([...recounted.keys()].map((key) => key.split('/')[0]));
  const counted = Object.entries(found).filter(([key]) => tables.has(key.split('/')[0]) && !key.endsWith('/share'));
  expect(counted.length).toBeGreaterThan(100);
  expect(new Map(counted.toSorted())).toEqual(new Map([...recounted].toSorted()));
});
