/** A training register of victims, what its export says, and its tables beside their recount. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { openRegister, type Program } from '../../program/open-program.ts';
import { type Comparison, compareTables, recountedTables } from '../compare.ts';
import { entryDaysOf } from '../entry-days.ts';
import { readRegistrations } from '../read-export.ts';
import { recountRegistrations } from '../recount.ts';
import { tablesOfRegister } from '../unprotected-tables.ts';
import { compareVictims } from './compare-victims.ts';
import { recountOfVictims } from './recount-victims.ts';
import { readMaterial } from './victims.ts';

export interface RecountedRegister {
  readonly program: Program;
  /** Compares every table that the register offers, and gives the tables. */
  compare(period: string): Comparison & { readonly tables: readonly TableBody[] };
}

const bands = {
  child: ['a0_11', 'a12_14', 'a15_17'],
  adult: ['a18_24', 'a25_34', 'a35_49', 'a50_plus'],
} as const;
const allBands = [...bands.child, ...bands.adult];

/** Inhabitants of a year by sex and band, and the sums that follow, by the lines of T43. */
function inhabitantsOf(year: number) {
  const persons = (sex: 'female' | 'male', place: number) => 40_000 + (year % 100) * 311 + place * 7_003 + sex.length;
  const cells = (['female', 'male'] as const).flatMap((sex) =>
    allBands.map((age, place) => ({ sex, age, persons: persons(sex, place) })),
  );
  const sum = (sex: string | null, ages: readonly string[]) =>
    cells.reduce((so, each) => so + ((sex ?? each.sex) === each.sex && ages.includes(each.age) ? each.persons : 0), 0);
  const byLine: Record<string, number> = {
    female: sum('female', allBands),
    male: sum('male', allBands),
    child: sum(null, bands.child),
    adult: sum(null, bands.adult),
    girls: sum('female', bands.child),
    boys: sum('male', bands.child),
    women: sum('female', bands.adult),
    men: sum('male', bands.adult),
    total: sum(null, allBands),
    ...Object.fromEntries(allBands.map((band) => [band, sum(null, [band])])),
  };
  return { cells, byLine };
}

/** Makes a register, lets `change` rewrite it before anything of it is counted, and exports it. */
export async function recountedRegister(
  { records, seed }: { readonly records: number; readonly seed: number },
  change: (database: RegisterDatabase) => void = () => undefined,
): Promise<RecountedRegister> {
  const program = await openRegister();
  if (records > 0) await program.runJob('training.generate', { records, seed });
  const database = program.services.sessions.current()?.register.database;
  if (!database) throw new Error('nobody is signed in');
  change(database);
  const population = new Map<number, Record<string, number>>();
  for (const year of [2023, 2025]) {
    const { cells, byLine } = inhabitantsOf(year);
    await program.call('population.save', { year, source: 'Invented for a recount', cells });
    population.set(year, byLine);
  }
  const folder = join(program.folder, 'export');
  mkdirSync(folder);
  const identifiedReason = 'Independent recount of the tables.';
  await program.runJob('exchange.export', { folder, labels: null, identifiedReason, clear: true });
  const { lists } = await program.call('reference.list', {});
  const material = readMaterial(folder, {
    ownCountry: 'XKX',
    institutionTypes: new Map((lists.INST ?? []).map(({ code, type }) => [code, type ?? 'unknown'])),
    population,
    entryDays: entryDaysOf(database, 'victim', 'prevented_case'),
    accounts: 1,
  });
  const registrations = readRegistrations(folder);
  const { statistics } = await program.call('statistics.list', {});
  const tablesOf = tablesOfRegister(database, 'victims');
  return {
    program,
    compare(period) {
      const isOlder = ({ id }: { readonly id: string }) => recountedTables.some((each) => each === id);
      const tables = statistics.flatMap(({ id }) => tablesOf(id, period));
      const older = compareTables(tables.filter(isOlder), recountRegistrations(registrations, period));
      const newer = compareVictims(
        tables.filter((table) => !isOlder(table)),
        recountOfVictims(material, period),
        material,
      );
      return {
        tables,
        cells: older.cells + newer.cells,
        filled: older.filled + newer.filled,
        differences: [...older.differences, ...newer.differences],
      };
    },
  };
}
