import { expect, test } from 'vitest';
import { linksOf } from '#shared/statistics/catalogue/catalogue.ts';
import { tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { victimStatistics } from '#shared/statistics/catalogue/victims/statistics.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { systemOf, type TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import { randomFrom } from '../invented-victims.ts';
import { storeOf } from './counted-registrations.ts';
import { inventedRegistrations } from './invented-registrations.ts';

const seed = Number(process.env.KRITER_SEED ?? 20_261_127);
const links = linksOf('victims', 'XKX');

function tablesOver(run: number, size: number): TableToProtect[] {
  const { count } = createTableCounter(storeOf(inventedRegistrations(randomFrom(seed + run), size)));
  const period = parsePeriod('2025');
  return victimStatistics
    .filter(({ entity }) => entity === 'victim')
    .flatMap(({ id, parts }) =>
      parts.map((part) => ({ name: tableName(id, part.part), part, counts: count(part, period) })),
    );
}

test('cells of two tables that are equal in every register are protected as one', () => {
  const seen = new Map<string, { readonly counts: number[]; readonly cells: number[] }>();
  for (let run = 0; run < 24; run++) {
    const tables = tablesOver(run, 80);
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
  for (const [counts, cells] of Map.groupBy([...seen], ([, { counts }]) => counts.join())) {
    if (new Set(counts.split(',')).size < 3) continue;
    const [first, ...others] = cells;
    for (const [key, { cells: there }] of others) {
      const isOfOneTable = key.split('/')[0] === first?.[0].split('/')[0];
      if (!isOfOneTable && !there.every((cell, run) => cell === first?.[1].cells[run])) {
        unlinked.push(`${first?.[0]} = ${key}`);
      }
    }
  }
  expect(unlinked).toEqual([]);
});
