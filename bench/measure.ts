/** Every comparison over one register of invented records. */
import { compareBackups, registerSize } from './backups.ts';
import { type ColumnGrowth, compareFirstTable, growthOfColumns } from './columns.ts';
import type { Comparison } from './compare.ts';
import { drawGrowth } from './growth-curve.ts';
import { compareLists } from './lists.ts';
import { compareNames, type NamesMeasured } from './names.ts';
import { compareSearch } from './names-in-program.ts';
import { openBenchProgram } from './program.ts';
import { compareRecords } from './records.ts';
import { compareTables, type Growth, growthOfTables } from './tables.ts';

const comparing = {
  tables: compareTables,
  records: compareRecords,
  lists: compareLists,
  backups: compareBackups,
  names: compareSearch,
  first: compareFirstTable,
} as const;
export type Part = keyof typeof comparing | 'growth' | 'columns';
const isAlone = (part: Part): part is 'growth' | 'columns' => part === 'growth' || part === 'columns';

export interface Options {
  readonly records: number;
  /** Persons of the index of names that is measured by itself. */
  readonly names: number;
  readonly rounds: number;
  readonly seed: number;
  readonly parts: readonly Part[];
  /** Sizes of the growth curves: of tables, and of columns that are stored. */
  readonly sizes: readonly number[];
  readonly columnSizes: readonly number[];
  /** Folder of the built threads. */
  readonly built: string;
}

export interface Measured {
  readonly registerBytes: number;
  readonly comparisons: readonly Comparison[];
  readonly growth: readonly Growth[];
  readonly columns: readonly ColumnGrowth[];
  /** Their growth as a picture. */
  readonly curve: string | null;
  readonly names: NamesMeasured['index'] | null;
}

/** Runs the parts asked for one after the other; `say` hears what is at work and what was found. */
export async function measure(options: Options, say: (what: string) => void): Promise<Measured> {
  const { rounds, seed, sizes, parts } = options;
  const comparisons: Comparison[] = [];
  const keep = (found: readonly Comparison[]): void => {
    for (const { name, ratio } of found) say(`  ${name}: ${ratio}`);
    comparisons.push(...found);
  };
  const registerBytes = await inProgram(options, say, keep);
  if (parts.includes('growth')) say('growth');
  const growth = parts.includes('growth') ? await growthOfTables(sizes, seed, rounds) : [];
  if (parts.includes('columns')) say('columns');
  const columns = parts.includes('columns') ? await growthOfColumns(options.columnSizes, seed, rounds, say) : [];
  keep(columns.map(({ loading }) => loading));
  const names = parts.includes('names') ? await compareNames(options.names, rounds, seed) : null;
  if (names) keep(names.comparisons);
  const curve = drawGrowth(columns);
  return { registerBytes, comparisons, growth, columns, curve, names: names?.index ?? null };
}

/** What is measured of an open program. Nothing else is measured beside one: its threads have work of their own. */
async function inProgram(
  { records, rounds, seed, built, parts }: Options,
  say: (what: string) => void,
  keep: (found: readonly Comparison[]) => void,
): Promise<number> {
  if (parts.every(isAlone)) return 0;
  say(`making ${records} records`);
  const program = await openBenchProgram(records, seed, built);
  try {
    const registerBytes = registerSize(program);
    for (const part of parts) {
      if (isAlone(part)) continue;
      say(part);
      keep(await comparing[part](program, rounds));
    }
    return registerBytes;
  } finally {
    await program.close();
  }
}
