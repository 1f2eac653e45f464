import { expect, test } from 'vitest';
import type { FigureFilter } from '#shared/contract/figure-filter.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { DesignDimension, TableDesign } from '#shared/contract/table-design.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { openTraining, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';

async function trainingProgram(kind: RegisterKind, records: number): Promise<Program> {
  return openTraining(records, 77, { kind, now: '2026-11-20T10:00:00Z' });
}

interface Opened {
  readonly cell: string;
  readonly count: number;
  readonly records: number;
}

/** Every number of a table, and how many records it opens in the list. */
async function openCells(program: Program, { entity, ...table }: StatisticTable): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const [r, row] of table.rows.entries()) {
    for (const [c, column] of table.columns.entries()) {
      const count = table.cells[r]?.[c]?.count ?? null;
      if (column.figure !== undefined || count === null || entity === null) continue;
      const lines = { row: { key: row.key, label: row.label }, column: { key: column.key, label: column.label } };
      const { id, part, period } = table;
      const filter: FigureFilter = { kind: 'statistic', id, part, period: period.text, ...lines };
      const { total } = await program.call('record.list', listOf(entity, { filters: [filter], limit: 1 }));
      opened.push({ cell: `${id}.${part} ${row.key}/${column.key}`, count, records: total });
    }
  }
  return opened;
}

/** Numbers of a design, of the whole and of one line of its layer, and how many records each opens in the list. */
async function openDesign(program: Program, design: TableDesign, view: StatisticTable['view']): Promise<Opened[]> {
  const { tables } = await program.call('design.count', { design, period: '2024', view, name: null });
  const opened: Opened[] = [];
  for (const { entity, part, period, designed, rows, columns, cells } of tables.slice(0, 2)) {
    for (const [r, row] of rows.entries()) {
      for (const [c, column] of columns.entries()) {
        const count = cells[r]?.[c]?.count ?? null;
        if (count === null || entity === null || designed === undefined) continue;
        const lines = { row: { key: row.key, label: row.label }, column: { key: column.key, label: column.label } };
        const cell = { part, period: period.text, ...lines, said: designed };
        const filter: FigureFilter = { kind: 'design', design, ...cell };
        const { total } = await program.call('record.list', listOf(entity, { filters: [filter], limit: 1 }));
        opened.push({ cell: `${part} ${row.key}/${column.key}`, count, records: total });
      }
    }
  }
  return opened;
}

const byVictim = (field: string, by: DesignDimension['by'] = 'value'): DesignDimension => ({
  entity: 'victim',
  field,
  by,
});

const ownTable: TableDesign = {
  unit: { by: 'rule', rule: 'formally_identified' },
  rows: [{ entity: 'exploitation', field: 'exploitation_forms', by: 'group' }],
  columns: [byVictim('citizenship', 'group')],
  layer: byVictim('sex'),
  filters: [{ kind: 'answer', entity: 'victim', field: 'sex', anyOf: ['answered'] }],
  measure: { of: 'count' },
  chart: null,
};

test('a number of victims opens exactly as many records as it counts', async () => {
  const program = await trainingProgram('victims', 250);
  const opened = await openDesign(program, ownTable, 'internal');
  expect(opened.filter(({ count, records }) => count !== records)).toEqual([]);
  expect(opened.filter(({ count }) => count > 0).length).toBeGreaterThan(10);
  expect(await openDesign(program, ownTable, 'public')).toEqual([]);
  for (const id of ['K9', 'T15', 'T16']) {
    const { tables } = await program.call('statistics.table', { id, period: '2024', view: 'internal' });
    for (const table of tables) {
      const opened = await openCells(program, table);
      expect(opened.filter(({ count, records }) => count !== records)).toEqual([]);
      expect(opened.some(({ count }) => count > 0)).toBe(true);
    }
  }
});

test('a number of things within cases opens the cases that hold them, and none where there are none', async () => {
  const program = await trainingProgram('justice', 60);
  for (const id of ['K14', 'T35', 'T40']) {
    const { tables } = await program.call('statistics.table', { id, period: '2024', view: 'internal' });
    const opened = (await Promise.all(tables.map((table) => openCells(program, table)))).flat();
    expect(opened.filter(({ count, records }) => records > count || (count > 0 && records === 0))).toEqual([]);
    expect(opened.some(({ count }) => count > 0)).toBe(true);
  }
});

test('a cell that no table has is refused', async () => {
  const program = await trainingProgram('victims', 5);
  const label = { text: 'tables:lines.total' };
  const filter: FigureFilter = {
    kind: 'statistic',
    id: 'T15',
    part: null,
    period: '2025',
    row: { key: 'nowhere', label },
    column: { key: 'total', label },
  };
  await expect(program.call('record.list', listOf('victim', { filters: [filter] }))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});
