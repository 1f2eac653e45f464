import { expect, test } from 'vitest';
import { justiceLinks } from '#shared/statistics/catalogue/justice/links.ts';
import { justiceStatistics } from '#shared/statistics/catalogue/justice/statistics.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { protectTables, systemOf, type TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { solvableCells } from '../attack.ts';
import { randomFrom } from '../invented-victims.ts';
import { storeOf } from './counted-cases.ts';
import { inventedCases } from './invented-cases.ts';

/** A sample in the daily run; KRITER_TABLES=1000 for the full count. */
const sets = Math.ceil(Number(process.env.KRITER_TABLES ?? 60) / 10);
const seed = Number(process.env.KRITER_SEED ?? 20_261_126);
const sizes = [3, 12, 30, 60, 120, 250];
const links = justiceLinks('XKX');

const casesOf = (run: number) => inventedCases(randomFrom(seed + run), sizes[run % sizes.length] as number);

function tablesOver(run: number): TableToProtect[] {
  const { count } = createTableCounter(storeOf(casesOf(run)));
  const period = parsePeriod('2025');
  return justiceStatistics.flatMap(({ id, parts }) =>
    parts.map((part) => ({ name: tableName(id, part.part), part, counts: count(part, period) })),
  );
}

test(`no hidden cell of the tables of criminal proceedings can be worked out by subtraction (${sets} registers)`, () => {
  for (let run = 0; run < sets; run++) {
    const threshold = [3, 5, 10][run % 3] as number;
    const tables = tablesOver(run);
    const { system, cellOf } = systemOf(tables, links);
    const hidden = new Set<number>();
    for (const [name, reasons] of protectTables(tables, links, threshold)) {
      reasons.forEach((row, r) => {
        row.forEach((reason, c) => {
          if (reason) hidden.add(cellOf(name, r, c));
        });
      });
    }
    expect(solvableCells(system, hidden), `run ${run}`).toEqual([]);
    system.values.forEach((count, cell) => {
      if (count > 0 && count < threshold) expect(hidden.has(cell), `run ${run}, cell ${cell}`).toBe(true);
    });
  }
});

test('cells of two tables that are equal in every register are protected as one', () => {
  const seen = new Map<string, { readonly counts: number[]; readonly cells: number[] }>();
  const runs = 24;
  for (let run = 0; run < runs; run++) {
    const tables = tablesOver(run * sizes.length + 3);
    const { cellOf } = systemOf(tables, links);
    for (const { name, part, counts } of tables) {
      counts.forEach((row, r) => {
        row.forEach((count, c) => {
          const key = `${name}/${part.rows.lines[r]?.key}/${part.columns.lines[c]?.key}`;
          const of = seen.get(key) ?? { counts: [], cells: [] };
          of.counts.push(count);
          of.cells.push(cellOf(name, r, c));
          seen.set(key, of);
        });
      });
    }
  }
  const unlinked: string[] = [];
  const alike = Map.groupBy([...seen], ([, { counts }]) => counts.join());
  for (const [counts, cells] of alike) {
    if (new Set(counts.split(',')).size < 3) continue;
    const [first, ...others] = cells;
    for (const [key, { cells: there }] of others) {
      const isOfOneTable = key.split('/')[0] === first?.[0].split('/')[0];
      const isOneCell = there.every((cell, run) => cell === first?.[1].cells[run]);
      if (!isOfOneTable && !isOneCell) unlinked.push(`${first?.[0]} = ${key}`);
    }
  }
  expect(unlinked).toEqual([]);
});

test('the public view shows no mean, quartile, extreme or amount over fewer units than the threshold', () => {
  for (let run = 0; run < 6; run++) {
    const tables = createTables('justice', storeOf(casesOf(run)));
    for (const { id, parts } of justiceStatistics) {
      const [open, shown] = (['internal', 'public'] as const).map((view) =>
        tables({ id, period: '2025', view, threshold: 5 }),
      );
      parts.forEach(({ measures = [], columns, rows }, part) => {
        rows.lines.forEach((line, r) => {
          measures.forEach((measure, m) => {
            if (!('basis' in measure)) return;
            const at = columns.lines.findIndex(({ key }) => key === measure.basis);
            const units = open?.[part]?.cells[r]?.[at]?.count ?? 0;
            const cell = shown?.[part]?.cells[r]?.[columns.lines.length + m];
            if (units > 0 && units < 5) expect(cell?.count, `${id} ${line.key} ${measure.key}`).toBeNull();
          });
        });
      });
    }
  }
});
