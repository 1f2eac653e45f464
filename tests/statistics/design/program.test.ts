/** Designed tables through the whole program: over invented registers, by every role, and as the public may see them. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectSummary } from '#electron/services/reports/summary/collect-summary.ts';
import { summaryWriting } from '#electron/services/reports/summary/render-summary.ts';
import { summaryHtml } from '#electron/services/reports/summary/summary-html.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { DesignDimension, TableDesign } from '#shared/contract/table-design.ts';
import { openRegister, openTraining, type Program, passphrase, signInAs } from '../../program/open-program.ts';

const dimension = (field: string, by: DesignDimension['by'] = 'value', entity = 'victim'): DesignDimension => ({
  entity,
  field,
  by,
});

const design = (more: Partial<TableDesign> = {}): TableDesign => ({
  unit: { by: 'rule', rule: 'formally_identified' },
  rows: [dimension('sex')],
  columns: [dimension('age_group', 'group')],
  layer: null,
  filters: [],
  measure: { of: 'count' },
  chart: null,
  ...more,
});

const durations = design({
  unit: { by: 'row', entity: 'exploitation', day: { entity: 'victim', field: 'registration_date' } },
  rows: [dimension('reporting_institution')],
  columns: [],
  layer: dimension('sex'),
  filters: [{ kind: 'answer', entity: 'victim', field: 'reporting_institution', anyOf: ['answered'] }],
  measure: {
    of: 'quartiles',
    quantity: {
      from: 'dates',
      start: { entity: 'exploitation', field: 'exploitation_start' },
      end: { entity: 'exploitation', field: 'exploitation_end' },
    },
  },
});

const count = async (program: Program, asked: TableDesign, view: 'internal' | 'public' = 'internal', period = '2025') =>
  (await program.call('design.count', { design: asked, period, view, name: null })).tables;

function figure(table: StatisticTable | undefined, row: string, column: string): number | null | undefined {
  const [r, c] = [
    table?.rows.findIndex(({ key }) => key === row),
    table?.columns.findIndex(({ key }) => key === column),
  ];
  return table?.cells[r ?? -1]?.[c ?? -1]?.count;
}

test('over an invented register: as in the standard table, by layer, by name, and safe in public', async () => {
  const program = await openTraining(400, 2026, {
    roles: ['administrator', 'supervisor', 'officer'],
    now: '2026-11-20T10:00:00Z',
  });

  const [designed] = await count(program, design());
  const [standard] = (await program.call('statistics.table', { id: 'T15', period: '2025', view: 'internal' })).tables;
  for (const row of ['female', 'male', 'unknown', 'total']) {
    for (const column of ['child', 'adult', 'unknown', 'total']) {
      expect(figure(designed, row, column), `${row} ${column}`).toBe(figure(standard, row, column));
    }
  }
  const ofKinds = design({ rows: [dimension('reporting_institution', 'kind')], columns: [] });
  const [byKind] = await count(program, ofKinds);
  const [registering] = (await program.call('statistics.table', { id: 'T18', period: '2025', view: 'internal' }))
    .tables;
  for (const { key } of byKind?.rows ?? []) {
    expect(figure(byKind, key, 'total'), key).toBe(figure(registering, key, 'identified'));
  }
  expect(figure(byKind, 'police', 'total')).toBeGreaterThan(0);
  expect(designed?.changeNumber).toBe(standard?.changeNumber);
  expect(designed?.id).toMatch(/^D-[0-9a-f]{8}$/);

  const [all, ...ofLayer] = await count(program, durations);
  expect(ofLayer.map(({ part }) => part)).toEqual(['female', 'male', 'other_or_non_binary', 'unknown']);
  expect(all?.columns.map(({ key }) => key)).toEqual([
    'total',
    'total.lowerQuartile',
    'total.median',
    'total.upperQuartile',
  ]);
  // The names of an institution come along: the table can be read without the register.
  expect(all?.rows[0]?.label).toMatchObject({ list: 'INST', names: expect.objectContaining({}) });
  expect(all?.designed?.imputed).toBeGreaterThan(0);
  const [units, lower, median, upper] = (all?.cells.at(-1) ?? []).map((cell) => cell.count ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  expect(units).toBeGreaterThan(20);
  expect([lower, median, upper]).toEqual([lower, median, upper].toSorted((a, b) => a - b));

  // The print says in its language what is counted by what, and bears the digest of the tables.
  const file = join(program.folder, 'designed.pdf');
  const asked = { design: durations, period: '2025', view: 'internal', name: null } as const;
  const written = await program.call('design.write', { ...asked, language: 'mk', format: 'pdf', file });
  expect(written.digest).toMatch(/^[0-9a-f]{16}$/);
  expect(program.printed.at(-1)).toContain('Горен квартил');
  expect(program.printed.at(-1)).not.toMatch(/(design|tables|dictionary-victims|codes):/);

  // A filter by days says them as the language writes them.
  const inSpring = {
    kind: 'period',
    entity: 'victim',
    field: 'registration_date',
    from: '2025-03-01',
    to: null,
  } as const;
  const ofSpring = { design: design({ filters: [inSpring] }), period: '2025', view: 'internal', name: null } as const;
  await program.call('design.write', { ...ofSpring, language: 'mk', format: 'pdf', file });
  expect(program.printed.at(-1)).toContain('1.3.2025');
  expect(program.printed.at(-1)).not.toContain('2025-03-01');

  // However it is drawn, it is the same table.
  const [drawn] = await count(program, design({ chart: 'flow' }));
  expect(drawn).toMatchObject({ id: designed?.id, digest: designed?.digest, chart: 'flow' });
  await expect(count(program, design({ chart: 'lines' }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });

  const byCitizenship = design({ rows: [dimension('citizenship')], columns: [] });
  const [internal] = await count(program, byCitizenship);
  const [shown] = await count(program, byCitizenship, 'public');
  const lines = (internal?.rows ?? []).filter(({ kind }) => kind === 'value');
  const large = lines.filter(({ key }) => Number(figure(internal, key, 'total')) >= 5);
  const small = lines.find((line) => !large.includes(line));
  expect(shown?.rows.map(({ key }) => key)).toEqual([...large.map(({ key }) => key), 'folded', 'unknown', 'total']);

  // One to four persons in all: nothing is shown, zeros neither.
  const ofFew = { kind: 'codes' as const, entity: 'victim', field: 'citizenship', anyOf: [small?.key ?? ''] };
  const [hidden] = await count(program, design({ filters: [ofFew] }), 'public');
  expect(hidden?.cells.flat().every((cell) => cell.count === null && !cell.empty)).toBe(true);
  expect(hidden?.population.counted).toBeNull();
});

test('an officer sees only the public view; a design is private until it is shared, and others cannot take it away', async () => {
  const program = await openRegister(['administrator', 'supervisor', 'officer']);
  await count(program, design({ filters: [{ kind: 'answer', entity: 'victim', field: 'sex', anyOf: ['answered'] }] }));
  const entry = program.services.sessions
    .current()
    ?.register.database.prepare(`SELECT "detail" FROM "audit_entry" WHERE "name" = 'design.count'`)
    .get();
  expect(JSON.parse(String(entry?.detail))).toMatchObject({ view: 'internal', period: '2025', filters: ['sex'] });
  const { id } = await program.call('design.save', { name: 'Women', design: design() });
  await signInAs(program, ['officer'], 'second');
  const asked = { design: design(), period: '2025', name: null };
  expect(await program.send('design.count', { ...asked, view: 'internal' })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
  expect(await program.send('design.count', { ...asked, view: 'public' })).toMatchObject({ ok: true });
  expect((await program.call('design.list', {})).designs).toEqual([]);
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'first', passphrase });
  expect(await program.send('design.share', { id, shared: false, inReport: true })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  });
  await program.call('design.share', { id, shared: true, inReport: true });
  const again = await program.call('design.save', { name: ' Women ', design: design({ rows: [] }) });
  expect(again.id).toBe(id);
  await program.call('session.lock', {});
  await program.call('session.sign-in', { path: program.register, login: 'second', passphrase });
  expect((await program.call('design.list', {})).designs).toEqual([
    {
      id,
      name: 'Women',
      shared: true,
      inReport: true,
      own: false,
      owner: 'First Account',
      design: design({ rows: [] }),
    },
  ]);
  for (const [name, input] of [
    ['design.remove', { id }],
    ['design.share', { id, shared: false, inReport: false }],
  ] as const) {
    expect(await program.send(name, input as never), name).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  }
});

test('a design is renamed and written to a file; the summary has those of the report, and names what it could not count', async () => {
  const program = await openTraining(60, 3, { roles: ['administrator', 'supervisor'] });
  const bySex = design({ columns: [] });
  const { id } = await program.call('design.save', { name: 'Women', design: bySex });
  const { id: tooLarge } = await program.call('design.save', {
    name: 'Everything',
    design: design({
      unit: { by: 'row', entity: 'victim', day: { entity: 'victim', field: 'registration_date' } },
      rows: [dimension('registration_date', 'month'), dimension('exploitation_main_form')],
      columns: [dimension('age_group'), dimension('sex')],
    }),
  });
  expect(await program.send('design.rename', { id, name: 'Everything' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', params: { fields: ['name'] } },
  });
  await program.call('design.rename', { id, name: 'Persons by sex' });
  for (const each of [id, tooLarge]) await program.call('design.share', { id: each, shared: true, inReport: true });

  const file = join(mkdtempSync(join(tmpdir(), 'kriter-design-')), 'own.csv');
  const asked = { design: bySex, period: '2025', view: 'public', name: 'Persons by sex' } as const;
  const written = await program.call('design.write', { ...asked, language: 'mk', format: 'csv', file });
  const [table] = (await program.call('design.count', asked)).tables;
  expect(readFileSync(file, 'utf8')).toContain(table?.digest);
  expect(readFileSync(file, 'utf8')).toContain('Persons by sex');
  expect(written.pages).toBeNull();

  const session = program.services.sessions.current();
  if (session === null) throw new Error('nobody is signed in');
  const { statistics } = program.services;
  const content = await collectSummary({ statistics, version: '1' }, session, { period: '2025', view: 'public' });
  expect(content.tables.filter(({ designed }) => designed).map(({ digest }) => digest)).toEqual([table?.digest]);
  expect(content.leftOut).toEqual(['Everything']);
  const page = summaryHtml(summaryWriting(content, 'sq'), content, new Map());
  expect(page).toContain('Persons by sex');
  expect(page).toContain('Everything');
  expect(page).not.toMatch(/undefined|NaN|\b(summary|design|tables|print):[a-z]/);
});
