import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { offeredStatistics } from '#shared/statistics/catalogue/offered.ts';
import { openRegister, type Program, signInAs } from '../program/open-program.ts';

async function trainingProgram(): Promise<Program> {
  const program = await openRegister();
  await program.call('settings.set', { institution: '=cmd()' });
  await program.runJob('training.generate', { records: 30, seed: 5 });
  return program;
}

const wanted = { period: '2025', view: 'public', formats: ['xlsx', 'csv', 'json'] } as const;

test('a workbook has the codes, labels, figures and hidden signs of every table, and no formula', async () => {
  const program = await trainingProgram();
  const { files } = await program.runJob('summary.write', {
    ...wanted,
    formats: [...wanted.formats],
    languages: ['sq'],
    folder: program.folder,
  });
  const [workbook = '', csv = '', json = ''] = files.map(({ file }) => file);
  const sheets = await readXlsxFile(workbook);
  const parts = offeredStatistics('victims').flatMap(({ id, parts: each }) =>
    each.length < 2 ? [id] : each.map((_, at) => `${id}.${at + 1}`),
  );
  // By code and title in the language of the file; the contents list them as they are called.
  expect(sheets.slice(2).map(({ sheet }) => sheet.split(' ')[0])).toEqual(parts);
  const listed = sheets[0]?.data.map(([name]) => name);
  for (const { sheet } of sheets.slice(2)) expect(listed).toContain(sheet);
  const { tables } = await program.call('statistics.table', { id: 'T16', period: '2025', view: 'public' });
  const rows = sheets.find(({ sheet }) => sheet === 'T16.1 Viktimat e identifikuara')?.data ?? [];
  const [main] = tables;
  expect(rows[1]?.slice(2, 2 + (main?.columns.length ?? 0))).toEqual(main?.columns.map(({ key }) => key));
  expect(rows[3]?.slice(0, 2)).toEqual(['sexual_exploitation', 'Shfrytëzim seksual']);
  const shown = main?.cells.map((row) => row.map(({ count }) => count ?? '●'));
  expect(
    rows.slice(3, 3 + (main?.rows.length ?? 0)).map((row) => row.slice(2, 2 + (main?.columns.length ?? 0))),
  ).toEqual(shown);
  expect(shown?.flat()).toContain('●');
  // What looks like a formula is a text of the institution's name.
  expect(sheets[0]?.data[0]?.[0]).toBe('=cmd()');
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  type Written = { cells: unknown[][]; percent: unknown[] | null };
  const figures = JSON.parse(readFileSync(json, 'utf8')).summary.tables.flatMap(({ cells, percent }: Written) => [
    ...cells.flat(),
    ...(percent ?? []),
  ]);
  expect(lines.filter((line) => line !== '')).toHaveLength(figures.length + 1);
  expect(lines.some((line) => line.startsWith('"K9",'))).toBe(true);
});

test('files that are there already are kept, and nothing is written where the folder cannot take it', async () => {
  const program = await openRegister();
  const write = (folder: string) =>
    program.runJob('summary.write', { ...wanted, formats: ['json'], languages: ['en', 'en'], folder });
  const { folder } = program;
  expect((await write(folder)).files.map(({ file }) => file)).toEqual([
    join(folder, 'summary-victims-2025-public-en.json'),
  ]);
  expect((await write(folder)).files.map(({ file }) => file)).toEqual([
    join(folder, 'summary-victims-2025-public-en-2.json'),
  ]);
  const nowhere = join(folder, 'nowhere');
  // Noticed before anything is counted.
  const asked = { ...wanted, formats: ['json' as const], languages: ['en' as const], folder: nowhere };
  expect(await program.send('summary.write', asked)).toMatchObject({
    error: { code: 'FILE_WRITE_FAILED', params: { folder: nowhere } },
  });
  // A folder or a device is not replaced by a file.
  const table = { id: 'T15', period: '2025', view: 'internal', language: 'en', format: 'csv', file: folder } as const;
  expect(await program.send('report.write', table)).toMatchObject({ error: { code: 'FILE_WRITE_FAILED' } });
});

test('a summary that is stopped leaves no file, and an officer gets none in the internal view', async () => {
  const program = await openRegister();
  const { jobId } = await program.call('summary.write', {
    ...wanted,
    formats: ['csv'],
    languages: ['en'],
    folder: program.folder,
  });
  await program.call('job.cancel', { jobId });
  const ended = () =>
    program.events.find(
      ({ name, payload }) => name === 'job.finished' && (payload as { jobId: string }).jobId === jobId,
    );
  await expect.poll(ended, { timeout: 10_000 }).toBeDefined();
  expect(ended()?.payload).toMatchObject({ outcome: { ok: false, error: { code: 'CANCELLED' } } });
  expect(() => readFileSync(join(program.folder, 'summary-victims-2025-public-en.csv'))).toThrow();
  await signInAs(program, ['officer']);
  const internal = {
    ...wanted,
    view: 'internal',
    formats: ['csv'],
    languages: ['en'],
    folder: program.folder,
  } as const;
  const refused = await program.send('summary.write', { ...internal, formats: ['csv'], languages: ['en'] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});
