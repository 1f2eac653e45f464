/** The long run: register after register made, exported and asked by the built program, and counted again here. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { compareTables, recountedTables } from './compare.ts';
import { readRegistrations } from './read-export.ts';
import { recountRegistrations } from './recount.ts';

export interface RecountRun {
  readonly seeds: readonly number[];
  readonly records: number;
}

export interface RecountedSeed {
  readonly seed: number;
  readonly records: number;
  readonly periods: readonly string[];
  readonly cells: number;
  /** Cells that are not 0. */
  readonly filled: number;
  readonly differences: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');
const program = [join(root, 'preview', 'run.ts'), join(root, 'out', 'main', 'main.js'), '--console'];
const passphrase = 'bakilo-temuna-rofeti-ganipu';

type Console = (...parameters: readonly string[]) => Promise<unknown>;

/** Every command is a process of its own, as an administrator would start it; the program must have been built. */
function consoleIn(folder: string): Console {
  const env = { ...process.env, KRITER_PASSPHRASE: passphrase, KRITER_USER_DATA: join(folder, 'workstation') };
  return async (...parameters) => {
    const { stdout } = await promisify(execFile)(process.execPath, [...program, ...parameters], {
      env,
      maxBuffer: 2 ** 28,
    });
    return JSON.parse(stdout);
  };
}

/** A year, a half-year and a free period over the turn of a year; other ones with the next seed. */
function periodsOf(seed: number): readonly string[] {
  const year = 2018 + (Math.abs(seed) % 8);
  return [String(year), `${year}-H${1 + (Math.floor(Math.abs(seed) / 8) % 2)}`, `${year - 1}-10-15..${year + 1}-03-10`];
}

async function recountSeed(seed: number, records: number): Promise<RecountedSeed> {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-recount-'));
  const run = consoleIn(folder);
  const register = ['--register', join(folder, 'register'), '--user', 'first'];
  const out = join(folder, 'export');
  mkdirSync(out);
  const described = ['--kind', 'victims', '--institution', 'Ministria', '--country', 'XKX', '--language', 'sq'];
  try {
    await run(
      'create',
      ...register,
      ...described,
      '--recovery',
      join(folder, 'sheet'),
      '--roles',
      'administrator,supervisor',
    );
    await run('generate', ...register, '--records', String(records), '--seed', String(seed));
    await run('export', ...register, '--out', out, '--clear');
    const registrations = readRegistrations(out);
    const periods = periodsOf(seed);
    const compared = [];
    for (const period of periods) {
      const tables: StatisticTable[] = [];
      for (const id of recountedTables) {
        const answer = await run('table', id, ...register, '--period', period, '--view', 'internal');
        tables.push(...(answer as { tables: StatisticTable[] }).tables);
      }
      compared.push({ period, ...compareTables(tables, recountRegistrations(registrations, period)) });
    }
    return {
      seed,
      records,
      periods,
      cells: compared.reduce((sum, { cells }) => sum + cells, 0),
      filled: compared.reduce((sum, { filled }) => sum + filled, 0),
      differences: compared.flatMap(({ period, differences }) => differences.map((each) => `${period}: ${each}`)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts one register per seed again and prints one line of JSON for each; true where every cell agrees. */
export async function runRecount({ seeds, records }: RecountRun): Promise<boolean> {
  let agrees = true;
  for (const seed of seeds) {
    const result = await recountSeed(seed, records);
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (result.differences.length > 0 || result.filled === 0) agrees = false;
  }
  return agrees;
}
