/**
 * `npm run generate`: writes the migrations that the declarations call for, for each kind of register in a folder of its
 * own. A table that every file has is added to each of them. Asks nothing.
 *   --check     writes nothing and ends with 1 where a migration is missing
 *   --initial   writes 0000_initial.sql anew (only before the first release)
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { loadRegister } from '#shared/dictionary/registers.ts';
import { type RegisterKind, registerKinds } from '#shared/dictionary/vocabulary.ts';
import { type Migration, orderMigrations } from './migrate.ts';
import { shapesOf, textIndexesOf } from './registers.ts';
import { contradictions, missingStatements } from './schema-difference.ts';

export interface Generated {
  readonly id: string;
  readonly sql: string;
}

const heading = '-- Written by `npm run generate` from the declared tables; never edited after release.\n';

/** The migration that leads from the given ones to the declared tables; null where nothing is missing. */
export function nextMigration(kind: RegisterKind, migrations: readonly Migration[]): Generated | null {
  const sql = new Sqlite(':memory:');
  try {
    for (const migration of migrations) sql.exec(migration.sql);
    const problems = contradictions(sql, shapesOf(kind));
    if (problems.length > 0) throw new Error(`Not an addition; write this migration by hand:\n${problems.join('\n')}`);
    const statements = missingStatements(sql, shapesOf(kind), textIndexesOf(kind));
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
const readMigrations = (folder: string): readonly Migration[] =>
  orderMigrations(
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => ({ id: name.slice(0, -4), sql: readFileSync(join(folder, name), 'utf8') })),
  );

/** Runs the command for one kind of register and its folder; returns the exit code. */
export function generate(
  kind: RegisterKind,
  folder: string,
  options: readonly string[],
  say: (line: string) => void,
): number {
  mkdirSync(folder, { recursive: true });
  const initial = options.includes('--initial');
  const before = initial ? [] : readMigrations(folder);
  if (initial && readMigrations(folder).length > 1) throw new Error('There are later migrations; nothing was written.');
  const next = nextMigration(kind, before);
  if (next === null) {
    say(`${kind}: the migrations are complete.`);
    return 0;
  }
  if (options.includes('--check')) {
    say(`${kind}: a migration is missing; npm run generate writes ${next.id}.sql.`);
    return 1;
  }
  writeFileSync(join(folder, `${next.id}.sql`), next.sql);
  say(`${kind}: wrote ${next.id}.sql.`);
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await Promise.all(registerKinds.map(loadRegister));
  const codes = registerKinds.map((kind) => generate(kind, join('migrations', kind), process.argv.slice(2), say));
  process.exitCode = Math.max(...codes);
}
