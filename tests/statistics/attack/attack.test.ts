import { expect, test } from 'vitest';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { linksOf, statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { type Links, tableName } from '#shared/statistics/catalogue/linked-cells.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { protectTables, type TableToProtect } from '#shared/statistics/disclosure/protect-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { noteResult } from '../../assurance/note-result.ts';
import { randomFrom } from '../invented-victims.ts';
import { storeOf } from '../justice/counted-cases.ts';
import { inventedCases } from '../justice/invented-cases.ts';
import { storeOf as storeOfVictims } from '../victims/counted-registrations.ts';
import { inventedRegistrations } from '../victims/invented-registrations.ts';
import { Attacker } from './attacker.ts';
import { randomTables } from './random-tables.ts';

/** A sample in the daily run; KRITER_ATTACKS=1000 for the full count. */
const attacks = Number(process.env.KRITER_ATTACKS ?? 40);
const registers = Math.ceil(attacks / 50);
const seed = Number(process.env.KRITER_SEED ?? 20_261_122);

interface Found {
  hidden: number;
  small: number;
  recovered: string[];
  narrow: string[];
}

const nothing = (): Found => ({ hidden: 0, small: 0, recovered: [], narrow: [] });

/** Publishes the tables and lets the attacker at every hidden cell of them. */
function attack(tables: readonly TableToProtect[], links: Links, threshold: number, found: Found, run: string): void {
  const hidden = protectTables(tables, links, threshold);
  const published = tables.map(({ name, part, counts }) => ({
    name,
    ...part,
    shown: counts.map((row, r) => row.map((count, c) => (hidden.get(name)?.[r]?.[c] ? null : count))),
  }));
  const at = new Map(
    tables.flatMap(({ name, part, counts }) =>
      part.rows.lines.flatMap((row, r) =>
        part.columns.lines.map((column, c) => [`${name}|${row.key}|${column.key}`, counts[r]?.[c] as number] as const),
      ),
    ),
  );
  const attacker = new Attacker(published, links, (table, row, column) => at.get(`${table}|${row}|${column}`) ?? 0);
  for (const { name, part, counts } of tables) {
    part.rows.lines.forEach(({ key: row }, r) => {
      part.columns.lines.forEach(({ key: column }, c) => {
        const count = counts[r]?.[c] as number;
        const isSmall = count > 0 && count < threshold;
        const place = `${run}: ${name} ${row} ${column}`;
        if (isSmall) found.small += 1;
        if (!hidden.get(name)?.[r]?.[c]) {
          if (isSmall) found.recovered.push(`${place}, shown`);
          return;
        }
        found.hidden += 1;
        const { least, most } = attacker.boundsOf(name, row, column, (seen) =>
          isSmall ? seen.least <= 0 && seen.most >= threshold : seen.least < seen.most,
        );
        if (least === most) found.recovered.push(place);
        if (isSmall && (least > 0 || most < threshold)) found.narrow.push(`${place}: ${least} to ${most}`);
      });
    });
  }
  attacker.close();
}

test(`no cell of ${attacks} random sets of tables is recovered, and each small one could be 0 or the threshold`, () => {
  const found = nothing();
  for (let run = 0; run < attacks; run++) {
    const { tables, links } = randomTables(randomFrom(seed + run));
    attack(tables, links, [3, 5, 10][run % 3] as number, found, `run ${run}`);
  }
  noteResult('random tables', { sets: attacks, hidden: found.hidden, small: found.small });
  expect(found).toMatchObject({ recovered: [], narrow: [] });
  expect(found.small).toBeGreaterThan(attacks);
});

const sizes = [15, 40, 3, 300, 120];

/** Every standard table that counts the records of a store. */
const tablesOver = (register: RegisterKind, store: ColumnStore): TableToProtect[] => {
  const { count } = createTableCounter(store);
  return statisticsOf(register)
    .filter(({ entity }) => entity === store.entity)
    .flatMap(({ id, parts }) =>
      parts.map((part) => ({ name: tableName(id, part.part), part, counts: count(part, parsePeriod('2025')) })),
    );
};

test(`no cell of the tables of ${registers} registers of criminal proceedings is recovered`, () => {
  const found = nothing();
  for (let run = 0; run < registers; run++) {
    const cases = inventedCases(randomFrom(seed + run), sizes[run % sizes.length] as number);
    attack(
      tablesOver('justice', storeOf(cases)),
      linksOf('justice', 'XKX'),
      [5, 3, 10][run % 3] as number,
      found,
      `run ${run}`,
    );
  }
  noteResult('justice registers', { registers, hidden: found.hidden, small: found.small });
  expect(found).toMatchObject({ recovered: [], narrow: [] });
});

test(`no cell of the tables of ${registers} registers of victims is recovered`, () => {
  const found = nothing();
  for (let run = 0; run < registers; run++) {
    const registrations = inventedRegistrations(randomFrom(seed + run), sizes[run % sizes.length] as number);
    attack(
      tablesOver('victims', storeOfVictims(registrations)),
      linksOf('victims', 'XKX'),
      [5, 3, 10][run % 3] as number,
      found,
      `run ${run}`,
    );
  }
  noteResult('victims registers', { registers, hidden: found.hidden, small: found.small });
  expect(found).toMatchObject({ recovered: [], narrow: [] });
});
