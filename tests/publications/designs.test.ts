import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '#shared/contract/errors.ts';
import type { SummaryContent } from '#shared/contract/summary.ts';
import type { DesignFilter, TableDesign } from '#shared/contract/table-design.ts';
import { missingMarkers } from '#shared/dictionary/vocabulary.ts';
import type { Program } from '../program/open-program.ts';
import { bin, databaseOf, identifiedIn, publishingOffice } from './invented-office.ts';

const personsOf = (filters: TableDesign['filters'], more: Partial<TableDesign> = {}): TableDesign => ({
  unit: { by: 'rule', rule: 'formally_identified' },
  rows: [],
  columns: [],
  layer: null,
  filters,
  measure: { of: 'count' },
  chart: null,
  ...more,
});

const codes = (field: string, anyOf: string[]): DesignFilter => ({ kind: 'codes', entity: 'victim', field, anyOf });

const write = (program: Program, design: TableDesign, period = '2025') =>
  program.send('design.write', {
    design,
    period,
    name: null,
    view: 'public',
    language: 'en',
    format: 'csv',
    file: join(program.folder, 'design.csv'),
  });

/** Persons identified in a period by an answer, as the internal view counts them. */
async function answersOf(program: Program, field: string, period: string): Promise<ReadonlyMap<string, number>> {
  const design = personsOf([], { rows: [{ entity: 'victim', field, by: 'value' }] });
  const { tables } = await program.call('design.count', { design, period, view: 'internal', name: null });
  const [table] = tables;
  return new Map(table?.rows.map(({ key }, at) => [key, table.cells[at]?.[0]?.count ?? 0]));
}

/** All answers but those of 1 to 4 persons; the answers that at least 10 gave, without the largest of them. */
async function leavingOut(program: Program, field: string, period = '2025') {
  const counts = [...(await answersOf(program, field, period))].filter(([key, count]) => key !== 'total' && count > 0);
  const few = counts.find(([key, count]) => count < 5 && !missingMarkers.some((marker) => marker === key));
  const many = counts.filter(([, count]) => count >= 10).toSorted(([, a], [, b]) => b - a);
  return {
    few: few?.[0],
    all: [...new Set([...counts.map(([key]) => key), ...missingMarkers, 'not_entered'])],
    largest: many[0]?.[0],
  };
}

const refusal = (earlier: string) => ({
  ok: false,
  error: { code: 'BETRAYS_GROUP', params: expect.objectContaining({ earlier: expect.stringContaining(earlier) }) },
});

const field = 'country_of_birth';

test('a design whose filter leaves out few is refused beside a standard table and beside a design; others are let through', async () => {
  const program = await publishingOffice(150);
  const { few, all, largest } = await leavingOut(program, field);
  const without = (left: string | undefined) =>
    personsOf([
      codes(
        field,
        all.filter((each) => each !== left),
      ),
    ]);
  // In a summary it is laid beside the tables that would go out with it.
  const { id } = await program.call('design.save', { name: 'Nearly everybody', design: without(few) });
  await program.call('design.share', { id, shared: true, inReport: true });
  const subject = { kind: 'summary', id: null, period: '2025' } as const;
  expect((await program.runJob('publication.preview', subject)).betrayals).toEqual([
    {
      table: expect.stringMatching(/^D-/),
      reason: 'difference',
      earlier: expect.arrayContaining([expect.objectContaining({ publication: null })]),
    },
  ]);

  await program.call('report.write', {
    id: 'T15',
    period: '2025',
    view: 'public',
    language: 'en',
    format: 'csv',
    file: join(program.folder, 'table.csv'),
  });
  expect(await write(program, without(few))).toMatchObject(refusal('T15 2025'));
  // Shares of the same persons give the same away to whoever knows how many they are.
  const shares = { ...without(few), measure: { of: 'percent', base: 'total' } } as const;
  expect(await write(program, shares)).toMatchObject(refusal('T15 2025'));
  expect(await write(program, without(largest))).toMatchObject({ ok: true });
  expect(await write(program, without(largest))).toMatchObject({ ok: true });
  const { publications } = await program.call('publication.list', {});
  expect(publications.map(({ statistic }) => statistic)).toEqual([expect.stringMatching(/^D-/), 'T15']);
  // What was kept with it is enough to place it again, whatever became of the saved design.
  await program.call('design.remove', { id });
  const before = await leavingOut(program, field, '2024');
  expect(await write(program, personsOf([]), '2024')).toMatchObject({ ok: true });
  const nearlyAll = personsOf([
    codes(
      field,
      before.all.filter((each) => each !== before.few),
    ),
  ]);
  expect(before.few).toBeDefined();
  expect(await write(program, nearlyAll, '2024')).toMatchObject(refusal('D-'));
  const sheet = await program.call('publication.corrections', { id: publications[0]?.id ?? '', view: 'internal' });
  expect(sheet.tables).toMatchObject([{ corrections: [], redefined: false }]);
  expect(databaseOf(program).prepare('SELECT count(*) AS n FROM publication').get()?.n).toBe(3);
});

/** Writes the public summary as JSON, CSV and PDF: what it states, the tables of its lines, and the page. */
async function writeSummary(program: Program, without: readonly string[] = []) {
  const { files, withheld } = await program.runJob('summary.write', {
    period: '2025',
    view: 'public',
    languages: ['en'],
    formats: ['json', 'csv', 'pdf'],
    folder: program.folder,
    without: [...without],
  });
  const [json = '', csv = ''] = files.map(({ file }) => file);
  const { summary } = JSON.parse(readFileSync(json, 'utf8')) as { summary: SummaryContent };
  const lines = readFileSync(csv, 'utf8').split('\r\n').slice(1, -1);
  return {
    withheld,
    summary,
    inCsv: new Set(lines.map((line) => line.split(',')[0]?.replaceAll('"', '').replace(' ', '.'))),
    page: program.printed.at(-1) ?? '',
  };
}

test('an own table never blocks the public summary; tables refused beside earlier ones are left out of every file once named', async () => {
  const program = await publishingOffice(80);
  const { few, all } = await leavingOut(program, field);
  const nearly = personsOf([
    codes(
      field,
      all.filter((each) => each !== few),
    ),
  ]);
  const { id } = await program.call('design.save', { name: 'Nearly everybody', design: nearly });
  await program.call('design.share', { id, shared: true, inReport: true });
  const first = await writeSummary(program);
  const ofDesign = { id: expect.stringMatching(/^D-/), title: { params: { name: 'Nearly everybody' } } };
  expect(first.withheld).toMatchObject([ofDesign]);
  expect(first.page).toContain('Nearly everybody');
  const steps = program.events.filter(({ name }) => name === 'job.progress').map(({ payload }) => payload);
  expect(steps).toContainEqual(expect.objectContaining({ step: 'compare', done: 0 }));
  expect(first.summary.tables.filter(({ designed }) => designed)).toEqual([]);

  await bin(program, identifiedIn(program, '2025').slice(0, 2));
  const failure: unknown = await writeSummary(program).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({ code: 'BETRAYS_GROUP' });
  const { params } = failure as AppError;
  expect(params.changed).toContain('K9');
  const refused = String(params.tables).split(', ');
  expect(refused.filter((name) => name.startsWith('D-'))).toEqual([]);
  expect(Number(params.left)).toBeGreaterThan(0);

  const { withheld, summary, inCsv, page } = await writeSummary(program, refused);
  const named = (tables: readonly { id: string; part: string | null }[]) =>
    tables.map((each) => (each.part === null ? each.id : `${each.id}.${each.part}`));
  expect(named(withheld)).toEqual([...refused, expect.stringMatching(/^D-/)]);
  expect(summary.withheld).toEqual(withheld);
  expect(named(summary.tables).filter((name) => refused.includes(name))).toEqual([]);
  expect([...inCsv].toSorted()).toEqual(named(summary.tables).toSorted());
  expect(page).toContain('K9 · Identified and presumed victims, of them children');
  const [newest] = (await program.call('publication.list', {})).publications;
  expect([newest?.digest, newest?.tables.map(({ name }) => name)]).toEqual([summary.digest, named(summary.tables)]);
});
