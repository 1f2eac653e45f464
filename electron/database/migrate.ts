/** Brings a register file to the tables of this program: one transaction per migration, and a stop at the first failure. */
import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { freeBytes } from '../platform/drives.ts';
import type { RegisterDatabase } from './register-database.ts';

export interface Migration {
  /** File name without its ending: 0000_initial. */
  readonly id: string;
  readonly sql: string;
}

interface Applied {
  readonly id: string;
  readonly hash: string;
}

export interface MigrationOutcome {
  readonly applied: readonly string[];
}

const table = `CREATE TABLE IF NOT EXISTS "migration" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "hash" TEXT NOT NULL,
  "applied_at" TEXT NOT NULL
)`;

/** Sorts by number and refuses gaps and doubles. */
export function orderMigrations(migrations: readonly Migration[]): readonly Migration[] {
  const ordered = [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1));
  ordered.forEach(({ id }, position) => {
    if (Number.parseInt(id.slice(0, 4), 10) !== position) throw new Error(`migration ${id} is out of order`);
  });
  return ordered;
}

/** A line end changed by a checkout must not look like another migration. */
export const hashOf = (migration: Migration): string =>
  createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');

/** What the file says it went through, in order; empty for a new file. */
export function appliedMigrations(database: RegisterDatabase): readonly Applied[] {
  const known = database.sql.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get();
  if (!known) return [];
  return database.sql
    .prepare<[], Applied>('SELECT "id", "hash" FROM "migration" ORDER BY "id"')
    .all()
    .map(({ id, hash }) => ({ id, hash }));
}

/** Migrations the file still needs; a file made by a newer program, or by another line of it, is refused. */
export function pendingMigrations(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const differs = applied.findIndex((done, position) => {
    const known = migrations[position];
    return known === undefined || known.id !== done.id || hashOf(known) !== done.hash;
  });
  if (differs >= 0) {
    throw new AppError('DB_NEWER_THAN_APP', { migration: applied.at(-1)?.id ?? '' });
  }
  return migrations.slice(applied.length);
}

/** Applies what is missing. A register with records is copied beside itself first; the copy goes when all is well. */
export function migrate(database: RegisterDatabase, migrations: readonly Migration[], now: Date): MigrationOutcome {
  const applied = appliedMigrations(database);
  const pending = pendingMigrations(applied, migrations);
  if (pending.length === 0) return { applied: [] };
  const copy = applied.length > 0 ? snapshot(database, pending[0]?.id ?? '') : null;
  for (const migration of pending) apply(database, migration, now);
  if (copy !== null) rmSync(copy, { force: true });
  return { applied: pending.map(({ id }) => id) };
}

function apply(database: RegisterDatabase, migration: Migration, now: Date): void {
  try {
    database.write(() => {
      database.sql.exec(table);
      database.sql.exec(migration.sql);
      const broken = database.sql.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`${broken.length} rows have lost their parent`);
      database.sql
        .prepare('INSERT INTO "migration" ("id", "hash", "applied_at") VALUES (?, ?, ?)')
        .run(migration.id, hashOf(migration), now.toISOString());
    });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('MIGRATION_FAILED', { migration: migration.id }, { cause });
  }
}

/** File name of the copy made before a migration; encrypted like the register itself. */
export const snapshotFile = (file: string, migration: string): string => `${file}.before-${migration.slice(0, 4)}`;

function snapshot(database: RegisterDatabase, migration: string): string {
  const file = database.sql.name;
  const copy = snapshotFile(file, migration);
  if (freeBytes(dirname(file)) < statSync(file).size * 1.2) throw new AppError('DISK_FULL');
  rmSync(copy, { force: true });
  database.sql.prepare('VACUUM INTO ?').run(copy);
  return copy;
}
