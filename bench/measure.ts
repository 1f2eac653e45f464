/** Every comparison over one register of invented records. */
import { compareBackups } from './backups.ts';
import type { Comparison } from './compare.ts';
import { compareLists } from './lists.ts';
import { openBenchProgram } from './program.ts';
import { compareRecords } from './records.ts';
import { compareTables, type Growth, growthOfTables } from './tables.ts';

export interface Options {
  readonly records: number;
  readonly rounds: number;
  readonly seed: number;
  /** Sizes of the growth curve; empty leaves it out. */
  readonly sizes: readonly number[];
  /** Folder of the built threads. */
  readonly built: string;
}

export interface Measured {
  readonly registerBytes: number;
  readonly comparisons: readonly Comparison[];
  readonly growth: readonly Growth[];
}

/** Runs everything one after the other; `say` hears what is at work. */
export async function measure(options: Options, say: (what: string) => void): Promise<Measured> {
  const { records, rounds, seed, sizes, built } = options;
  say(`making ${records} records`);
  const program = await openBenchProgram(records, seed, built);
  try {
    say('tables');
    const tables = await compareTables(program, rounds);
    say('records');
    const saves = await compareRecords(program, rounds);
    say('lists');
    const lists = await compareLists(program, rounds);
    say('backups');
    const { bytes, comparison } = await compareBackups(program, rounds);
    if (sizes.length > 0) say('growth');
    const growth = await growthOfTables(sizes, seed, rounds);
    return { registerBytes: bytes, comparisons: [...tables, ...saves, ...lists, comparison], growth };
  } finally {
    await program.close();
  }
}
