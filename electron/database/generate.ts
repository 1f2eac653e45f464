/**
 * `npm run generate`: writes the migration that the declarations call for. Asks nothing.
 *   --check     writes nothing and ends with 1 where a migration is missing
 *   --initial   writes 0000_initial.sql anew (only before the first release)
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type Migration, orderMigrations } from './migrate.ts';
import { allShapes, allTextIndexes } from './registers.ts';
import { contradictions, missingStatements } from './schema-difference.ts';

export interface Generated {
  readonly id: string;
  readonly sql: string;
}

const heading = '-- Written by `npm run generate` from the declared tables; never edited after release.\n';

/** The migration that leads from the given ones to the declared tables; null where nothing is missing. */
export function nextMigration(migrations: readonly Migration[]): Generated | null {
  const sql = new Sqlite(':memory:');
  try {
    for (const migration of migrations) sql.exec(migration.sql);
    const problems = contradictions(sql, allShapes());
    if (problems.length > 0) throw new Error(`Not an addition; write this migration by hand:\n${problems.join('\n')}`);
    const statements = missingStatements(sql, allShapes(), allTextIndexes());
    if (statements.length === 0) return null;
    const number = String(migrations.length).padStart(4, '0');
    return {
      id: `${number}_${migrations.length === 0 ? 'initial' : 'dictionary'}`,
      sql: `${heading}${statements.join('\n')}\n`,
    };
  } finally {
    sql.close();
  }
}

/** Migrations of a folder, in order. */
export const readMigrations = (folder: string): readonly Migration[] =>
  orderMigrations(
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => ({ id: name.slice(0, -4), sql: readFileSync(join(folder, name), 'utf8') })),
  );

/** Runs the command; returns its exit code. */
export function generate(folder: string, options: readonly string[], say: (line: string) => void): number {
  mkdirSync(folder, { recursive: true });
  const initial = options.includes('--initial');
  const before = initial ? [] : readMigrations(folder);
  if (initial && readMigrations(folder).length > 1) throw new Error('There are later migrations; nothing was written.');
  const next = nextMigration(before);
  if (next === null) {
    say('The migrations are complete.');
    return 0;
  }
  if (options.includes('--check')) {
    say(`A migration is missing: run npm run generate, which writes ${next.id}.sql.`);
    return 1;
  }
  writeFileSync(join(folder, `${next.id}.sql`), next.sql);
  say(`Wrote ${next.id}.sql.`);
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = generate('migrations', process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
