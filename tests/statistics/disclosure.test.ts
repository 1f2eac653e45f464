import { describe, expect, test } from 'vitest';
import { victimLinks } from '#shared/statistics/catalogue/victims/links.ts';
import type { CellSystem } from '#shared/statistics/disclosure/cell-system.ts';
import { protectConnected } from '#shared/statistics/disclosure/components.ts';
import type { Sensitive } from '#shared/statistics/disclosure/goals.ts';
import { protectCells, usualEffort } from '#shared/statistics/disclosure/protect.ts';
import { protectTables, systemOf, type TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';
import { possibleValues, solvableCells } from './attack.ts';
import { inventedTables, type Random, randomFrom } from './invented-victims.ts';

/** Each size once in the daily run; KRITER_TABLES=1000 for the full count. */
const tables = Number(process.env.KRITER_TABLES ?? 8);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);
const sizes = [3, 12, 30, 60, 120, 250, 600, 2_000];

test(`no hidden cell of K9, T15 and T16 can be worked out by subtraction (${tables} sets of tables)`, () => {
  const random = randomFrom(seed);
  for (let run = 0; run < tables; run++) {
    const threshold = [3, 5, 10][run % 3] as number;
    const invented = inventedTables(random, sizes[run % sizes.length] as number);
    const { system, cellOf } = systemOf(invented, victimLinks);
    const hidden = hiddenCells(invented, threshold, cellOf);
    expect(solvableCells(system, hidden), `run ${run}`).toEqual([]);
    system.values.forEach((count, cell) => {
      if (count > 0 && count < threshold) expect(hidden.has(cell), `run ${run}, cell ${cell}`).toBe(true);
    });
  }
});

test('every small count of a small table can be 0 and can be the threshold', () => {
  const random = randomFrom(seed + 1);
  for (let run = 0; run < 60; run++) {
    const threshold = run % 2 === 0 ? 3 : 5;
    const system = smallTable(random, 2 + (run % 2), 3);
    const found = system.values.flatMap((count, cell) =>
      count > 0 && count < threshold ? [{ cell, reason: 'threshold' as const }] : [],
    );
    const hidden = protectCells(system, found, threshold);
    if (hidden.size > 7) continue;
    const possible = possibleValues(system, new Set(hidden.keys()), Math.max(...system.values) + threshold);
    for (const { cell } of found) {
      const values = [...(possible.get(cell) ?? [])];
      expect(values, `run ${run}, cell ${cell}`).toContain(0);
      expect(values, `run ${run}, cell ${cell}`).toContain(threshold);
    }
    for (const cell of hidden.keys()) expect(possible.get(cell)?.size, `run ${run}`).toBeGreaterThan(1);
  }
});

test('what is hidden in tables does not depend on tables that share nobody with them', () => {
  const random = randomFrom(seed + 2);
  for (let run = 0; run < 3; run++) {
    const systems = [0, 1].map(
      (at) => systemOf(inventedTables(random, sizes[(run + at) % sizes.length] as number), victimLinks).system,
    );
    const [first, second] = systems as [CellSystem, CellSystem];
    const size = first.values.length;
    const together = protectConnected(beside(first, second), small(beside(first, second)), 5);
    const apart = [
      ...protectConnected(first, small(first), 5),
      ...[...protectConnected(second, small(second), 5)].map(([cell, reason]) => [cell + size, reason] as const),
    ];
    expect(
      [...together].toSorted(([a], [b]) => a - b),
      `run ${run}`,
    ).toEqual(apart.toSorted(([a], [b]) => a - b));
  }
});

const small = ({ values }: CellSystem): Sensitive[] =>
  values.flatMap((count, cell) => (count > 0 && count < 5 ? [{ cell, reason: 'threshold' as const }] : []));

/** Two systems that nothing connects, as one. */
function beside(first: CellSystem, second: CellSystem): CellSystem {
  const size = first.values.length;
  const shifted = ({ whole, parts }: CellSystem['sums'][number]) => ({
    whole: whole + size,
    parts: parts.map((part) => part + size),
  });
  return {
    values: [...first.values, ...second.values],
    costs: [...first.costs, ...second.costs],
    sums: [...first.sums, ...second.sums.map(shifted)],
    orders: [
      ...first.orders,
      ...second.orders.map(({ smaller, larger }) => ({ smaller: smaller + size, larger: larger + size })),
    ],
    covers: [...(first.covers ?? []), ...(second.covers ?? []).map(shifted)],
  };
}

test('where the work allowed does not suffice, everything connected is hidden', () => {
  const { system } = systemOf(inventedTables(randomFrom(seed + 3), 120), victimLinks);
  const hidden = protectConnected(system, small(system), 5, { ...usualEffort, protecting: 0 });
  const usual = protectConnected(system, small(system), 5);
  expect(hidden.size).toBeGreaterThan(usual.size);
  expect([...usual.keys()].filter((cell) => !hidden.has(cell))).toEqual([]);
  expect(solvableCells(system, new Set(hidden.keys()))).toEqual([]);
});

test('the same seed hides the same cells', () => {
  const once = () => protectTables(inventedTables(randomFrom(7), 120), victimLinks, 5);
  expect([...once()]).toEqual([...once()]);
});

describe('what tables of one period share', () => {
  const invented = inventedTables(randomFrom(11), 150);
  const hidden = protectTables(invented, victimLinks, 5);
  const isHidden = (name: string, row: string, column: string): boolean => {
    const part = invented.find((table) => table.name === name)?.part;
    const [r, c] = [part?.rows, part?.columns].map((axis, at) =>
      axis?.lines.findIndex(({ key }) => key === [row, column][at]),
    );
    return hidden.get(name)?.[r ?? -1]?.[c ?? -1] !== null;
  };

  test('is hidden in all of them or in none', () => {
    for (const age of ['child', 'adult', 'unknown', 'total']) {
      expect(isHidden('K9', age, 'identified')).toBe(isHidden('T15', 'total', age));
    }
    for (const [column, sex, age] of [
      ['girls', 'female', 'child'],
      ['men', 'male', 'adult'],
    ] as const) {
      expect(isHidden('T16.main', 'total', column)).toBe(isHidden('T15', sex, age));
      expect(isHidden('T16.every', 'total', column)).toBe(isHidden('T15', sex, age));
    }
  });
});

test('a column whose persons all share one form of exploitation does not say so', () => {
  const invented = inventedTables(randomFrom(3), 0).map((table) =>
    table.name.startsWith('T16') ? { ...table, counts: onlyOneForm(table, 12) } : table,
  );
  const main = protectTables(invented, victimLinks, 5).get('T16.main');
  const girls = main?.map((row) => row[0]);
  expect(girls?.[0]).toBe('concentration');
  expect(girls?.filter((reason) => reason === 'complementary').length).toBeGreaterThan(0);
});

/** Twelve girls, all under the first form; the other tables are left empty and so say nothing about them. */
const onlyOneForm = ({ part }: TableToProtect, girls: number): number[][] =>
  part.rows.lines.map(({ key }, r) =>
    part.columns.lines.map((column) =>
      (r === 0 || key === 'total') && ['girls', 'total'].includes(column.key) ? girls : 0,
    ),
  );

function hiddenCells(
  invented: readonly TableToProtect[],
  threshold: number,
  cellOf: (table: string, row: number, column: number) => number,
): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const [name, reasons] of protectTables(invented, victimLinks, threshold)) {
    reasons.forEach((row, r) => {
      row.forEach((reason, c) => {
        if (reason) cells.add(cellOf(name, r, c));
      });
    });
  }
  return cells;
}

/** Rows by columns with row totals, column totals and a grand total. */
function smallTable(random: Random, rows: number, columns: number): CellSystem {
  const at = (row: number, column: number): number => row * (columns + 1) + column;
  const values: number[] = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) values[at(r, c)] = Math.floor(random() ** 2 * 9);
  const sums = [];
  for (let r = 0; r < rows; r++)
    sums.push({ whole: at(r, columns), parts: Array.from({ length: columns }, (_, c) => at(r, c)) });
  for (let c = 0; c <= columns; c++)
    sums.push({ whole: at(rows, c), parts: Array.from({ length: rows }, (_, r) => at(r, c)) });
  sums.push({ whole: at(rows, columns), parts: Array.from({ length: columns }, (_, c) => at(rows, c)) });
  for (const { whole, parts } of sums) values[whole] = parts.reduce((sum, part) => sum + (values[part] as number), 0);
  return { values, costs: values.map((value) => 10 + value), sums, orders: [] };
}
