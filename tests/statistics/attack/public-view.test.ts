/** Rounding as the office sets it, and what its public tables then say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DesignDimension, TableDesign } from '#shared/contract/table-design.ts';
import { openRegister, openTraining } from '../../program/open-program.ts';

test('a register that rounds publishes multiples that add up, says so, and keeps its internal view', async () => {
  const program = await openTraining(150, 5, { now: '2026-11-20T10:00:00Z' });
  const ask = async (view: 'internal' | 'public') =>
    (await program.call('statistics.table', { id: 'T15', period: '2025', view })).tables[0];
  const before = await ask('internal');
  await program.call('settings.set', { publicRounding: 5 });

  const [open, table] = [await ask('internal'), await ask('public')];
  expect(open?.cells.map((row) => row.map(({ count }) => count))).toEqual(
    before?.cells.map((row) => row.map(({ count }) => count)),
  );
  expect(open?.rounded).toBeUndefined();
  expect(table?.rounded).toEqual({ base: 5, addsUp: true });
  expect(table?.digest).not.toBe(before?.digest);
  const counts = table?.cells.flat().map(({ count }) => count) ?? [];
  expect(counts.filter((count) => count === null || count % 5 !== 0)).toEqual([]);
  const total = table?.rows.findIndex(({ key }) => key === 'total') ?? -1;
  table?.columns.forEach((_, c) => {
    const parts = table.cells.filter((__, r) => r !== total).map((row) => row[c]?.count ?? 0);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(table.cells[total]?.[c]?.count);
  });

  // An own table says the same of the same persons, and adds up in itself.
  const by = (field: string, way: DesignDimension['by']): DesignDimension => ({ entity: 'victim', field, by: way });
  const design: TableDesign = {
    unit: { by: 'rule', rule: 'formally_identified' },
    rows: [by('sex', 'value')],
    columns: [by('age_group', 'group')],
    layer: by('citizenship', 'group'),
    filters: [],
    measure: { of: 'count' },
    chart: null,
  };
  const question = { design, period: '2025', view: 'public', name: null } as const;
  const [own, ...layers] = (await program.call('design.count', question)).tables;
  expect(own?.rounded).toEqual({ base: 5, addsUp: true });
  own?.rows.forEach((row, r) => {
    own.columns.forEach((column, c) => {
      const [at, across] = [
        table?.rows.findIndex(({ key }) => key === row.key) ?? -1,
        table?.columns.findIndex(({ key }) => key === column.key) ?? -1,
      ];
      const count = own.cells[r]?.[c]?.count;
      if (at >= 0 && across >= 0) expect(count, `${row.key} ${column.key}`).toBe(table?.cells[at]?.[across]?.count);
      expect(layers.reduce((sum, { cells }) => sum + (cells[r]?.[c]?.count ?? 0), 0)).toBe(count);
    });
  });
  const age = { from: 'number', entity: 'victim', field: 'age_at_identification' } as const;
  const ofMeans = { ...design, columns: [], layer: null, measure: { of: 'mean' as const, quantity: age } };
  const [means] = (await program.call('design.count', { ...question, design: ofMeans })).tables;
  expect(means?.cells.map(([units]) => Number(units?.count) % 5)).toEqual(means?.rows.map(() => 0));
  expect(means?.cells[means.rows.findIndex(({ key }) => key === 'female')]?.[1]?.count).toBeGreaterThan(0);

  const file = join(program.folder, 'table');
  const asked = { id: 'T15', period: '2025', view: 'public', language: 'en', file } as const;
  await program.call('report.write', { ...asked, format: 'pdf' });
  expect(program.printed.at(-1)).toContain('All counts are rounded to multiples of 5');
  await program.call('report.write', { ...asked, format: 'csv' });
  expect(readFileSync(file, 'utf8').split('\r\n')[0]).toContain('All counts are rounded to multiples of 5');
});

test('a base smaller than the threshold is refused, and nothing is changed', async () => {
  const program = await openRegister();
  const reply = await program.send('settings.set', { publicRounding: 3 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect((await program.call('settings.get', {})).publicRounding).toBe(0);
  await program.call('settings.set', { publicThreshold: 3, publicRounding: 3 });
  expect((await program.call('settings.get', {})).publicRounding).toBe(3);
});
