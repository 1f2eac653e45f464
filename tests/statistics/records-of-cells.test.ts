import { expect, test } from 'vitest';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { createLiveStores } from '#electron/services/statistics/counted-records.ts';
import { createRecordSelection } from '#electron/services/statistics/record-selection.ts';
import type { FigureFilter, StatisticFilter } from '#shared/contract/figure-filter.ts';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import type { DesignDimension, TableDesign } from '#shared/contract/table-design.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { openTraining, type Program } from '../program/open-program.ts';
import { listOf } from '../records/list-of.ts';
import { tablesOfRegister } from '../recount/unprotected-tables.ts';

async function trainingProgram(kind: RegisterKind, records: number): Promise<Program> {
  return openTraining(records, 77, { kind, now: '2026-11-20T10:00:00Z' });
}

interface Opened {
  readonly cell: string;
  readonly count: number;
  readonly records: number;
}

/** Every number of a table that counts something, and what it opens. */
function* cellsOf({ entity, id, part, period, ...table }: TableBody) {
  for (const [r, row] of table.rows.entries()) {
    for (const [c, column] of table.columns.entries()) {
      const { count = null } = table.cells[r]?.[c] ?? {};
      if (column.figure !== undefined || count === null || entity === null) continue;
      const lines = { row: { key: row.key, label: row.label }, column: { key: column.key, label: column.label } };
      const filter: StatisticFilter = { kind: 'statistic', id, part, period: period.text, ...lines };
      yield { entity, cell: `${id}.${part} ${row.key}/${column.key}`, count, filter };
    }
  }
}

const listed = 4;

/** Every fourth number of a table, and how many records it opens in the list. */
async function openCells(program: Program, table: StatisticTable): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const { entity, cell, count, filter } of [...cellsOf(table)].filter((_, at) => at % listed === 0)) {
    const { total } = await program.call('record.list', listOf(entity, { filters: [filter], limit: 1 }));
    opened.push({ cell, count, records: total });
  }
  return opened;
}

function databaseOf(program: Program): RegisterDatabase {
  const database = program.services.sessions.current()?.register.database;
  if (!database) throw new Error('nobody is signed in');
  return database;
}

/** Numbers of all standard tables of which the list would say another one, and how many were compared. */
function compareEveryCell(program: Program, kind: RegisterKind, period: string) {
  const tables = tablesOfRegister(databaseOf(program), kind);
  const selection = createRecordSelection(createLiveStores(databaseOf(program), kind), kind);
  const different: string[] = [];
  let filled = 0;
  for (const { cell, count, filter } of statisticsOf(kind)
    .flatMap(({ id }) => tables(id, period))
    .flatMap((table) => [...cellsOf(table)])) {
    const { unit, units, records } = selection.count({ filter }).value;
    if (units !== count || (unit === null && records !== count)) different.push(`${cell}: ${count}, opens ${units}`);
    if (count > 0) filled += 1;
  }
  return { different, filled };
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
        const filter = { kind: 'design', design, ...cell } as const;
        const { total } = await program.call('record.list', listOf(entity, { filters: [filter], limit: 1 }));
        expect(await program.call('figure.count', { filter })).toMatchObject({ units: count, records: total });
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
  const { different, filled } = compareEveryCell(program, 'victims', '2023-03-01..2024-06-30');
  expect(different).toEqual([]);
  expect(filled).toBeGreaterThan(500);
});

test('a number of things within cases opens the cases that hold them, and none where there are none', async () => {
  const program = await trainingProgram('justice', 60);
  for (const id of ['K14', 'T35', 'T40']) {
    const { tables } = await program.call('statistics.table', { id, period: '2024', view: 'internal' });
    const opened = (await Promise.all(tables.map((table) => openCells(program, table)))).flat();
    expect(opened.filter(({ count, records }) => records > count || (count > 0 && records === 0))).toEqual([]);
    expect(opened.some(({ count }) => count > 0)).toBe(true);
  }
  const { different, filled } = compareEveryCell(program, 'justice', '2024');
  expect(different).toEqual([]);
  expect(filled).toBeGreaterThan(100);
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
