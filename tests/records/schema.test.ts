import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generate } from '#electron/database/generate.ts';
import { appliedMigrations, migrate, snapshotFile } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import { shapesOf, tablesOf, textIndexesOf } from '#electron/database/registers.ts';
import { contradictions, missingStatements } from '#electron/database/schema-difference.ts';
import { type RegisterKind, registerKinds } from '#shared/dictionary/vocabulary.ts';

let folder: string;
const key = randomBytes(32);
const ofVictims = migrationsOf('victims');
const now = new Date('2026-06-15T10:00:00Z');
const file = (): string => join(folder, 'register.db');
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kriter-schema-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeRegister(kind: RegisterKind = 'victims'): void {
  const database = openDatabase({ file: file(), key, mode: 'create' });
  migrate(database, migrationsOf(kind), now);
  database.close();
}

describe.each([
  { kind: 'victims' as const, other: 'justice' as const, fieldCount: 148 },
  { kind: 'justice' as const, other: 'victims' as const, fieldCount: 135 },
])('the tables of a register of $kind', ({ kind, other, fieldCount }) => {
  test('every column that the dictionary calls for is in the file as declared, and no other', () => {
    makeRegister(kind);
    const database = openDatabase({ file: file(), key, mode: 'read' });
    expect(missingStatements(database.sql, shapesOf(kind), textIndexesOf(kind))).toEqual([]);
    expect(contradictions(database.sql, shapesOf(kind))).toEqual([]);
    const declared = [...shapesOf(kind), ...textIndexesOf(kind)].map(({ name }) => name);
    const found = database.sql
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_\\_text\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all();
    expect(found.toSorted()).toEqual(['migration', ...declared].toSorted());
    for (const { name } of tablesOf(other).shapes) expect(found).not.toContain(name);
    database.close();
  });

  test('every field of the dictionary has a place: a column, a link table, a meta column or the vault', () => {
    const { declared, roots } = tablesOf(kind);
    const vaults = roots.flatMap(({ vault }) => vault?.entity.id ?? []);
    const sealed = declared.fields.filter(({ entity }) => vaults.includes(entity)).map(({ id }) => id);
    const stored = roots.flatMap((root) => [
      ...root.fields.map(({ field }) => field.id),
      ...root.metaFields.map(({ id }) => id),
      ...root.groups.flatMap((group) => group.fields.map(({ field }) => field.id)),
    ]);
    stored.push(...sealed);
    expect(stored.toSorted()).toEqual(declared.fields.map(({ id }) => id).toSorted());
    expect(stored).toHaveLength(fieldCount);
  });

  test('no direct identifier has a column of its own', () => {
    const columns = shapesOf(kind).flatMap((shape) => shape.columns.map((column) => column.name));
    for (const { id, sensitivity } of tablesOf(kind).declared.fields) {
      if (sensitivity === 'direct') expect(columns).not.toContain(id);
    }
  });

  test('a record is numbered in the year of a date of its own', () => {
    for (const { fields, registrationDate } of tablesOf(kind).roots) {
      expect(fields.find(({ field }) => field.id === registrationDate)?.field.type).toBe('date');
    }
  });
});

describe('generating migrations', () => {
  test.each(registerKinds)('generating again would change nothing: %s', (kind) => {
    expect(generate(kind, `migrations/${kind}`, ['--check'], () => undefined)).toBe(0);
  });

  test('a column missing in the migrations is found and added by a new migration', () => {
    const initial = readFileSync('migrations/victims/0000_initial.sql', 'utf8');
    writeFileSync(join(folder, '0000_initial.sql'), initial.replace(/\n {2}"settlement_type" TEXT,/, ''));
    expect(generate('victims', folder, ['--check'], () => undefined)).toBe(1);
    expect(generate('victims', folder, [], () => undefined)).toBe(0);
    expect(readFileSync(join(folder, '0001_dictionary.sql'), 'utf8')).toContain(
      'ALTER TABLE "victim" ADD COLUMN "settlement_type" TEXT;',
    );
    expect(generate('victims', folder, ['--check'], () => undefined)).toBe(0);
  });
});

describe('migrating', () => {
  test('a migration that fails leaves the file as it was, names itself and keeps a copy', () => {
    makeRegister();
    const opened = openDatabase({ file: file(), key, mode: 'write' });
    opened.sql.exec(`INSERT INTO "setting" VALUES ('kept', '1')`);
    opened.sql.pragma('wal_checkpoint(TRUNCATE)');
    const before = digest(file());
    const broken = `${String(ofVictims.length).padStart(4, '0')}_broken`;
    const migrations = [
      ...ofVictims,
      { id: broken, sql: 'CREATE TABLE "fresh" ("a" TEXT); SELECT nothing FROM nowhere;' },
    ];
    expect(() => migrate(opened, migrations, now)).toThrowError(
      expect.objectContaining({ code: 'MIGRATION_FAILED', params: { migration: broken } }),
    );
    expect(appliedMigrations(opened).map(({ id }) => id)).toEqual(ofVictims.map(({ id }) => id));
    expect(opened.sql.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'fresh'`).get()).toBeUndefined();
    opened.close();
    expect(digest(file())).toBe(before);
    const copy = openDatabase({ file: snapshotFile(file(), broken), key, mode: 'read' });
    expect(copy.sql.prepare('SELECT "value" FROM "setting"').pluck().get()).toBe('1');
    copy.close();
    expect(readFileSync(snapshotFile(file(), broken)).subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });

  test('a migration that succeeds leaves no copy behind', () => {
    makeRegister();
    const opened = openDatabase({ file: file(), key, mode: 'write' });
    migrate(opened, [...ofVictims, { id: '0001_note', sql: 'ALTER TABLE "victim" ADD COLUMN "note" TEXT;' }], now);
    expect(existsSync(snapshotFile(file(), '0001_note'))).toBe(false);
    opened.close();
  });

  test('a file made by a newer program, or by another line of it, is refused', () => {
    makeRegister();
    const opened = openDatabase({ file: file(), key, mode: 'write' });
    migrate(opened, [...ofVictims, { id: '0001_note', sql: 'ALTER TABLE "victim" ADD COLUMN "note" TEXT;' }], now);
    expect(() => migrate(opened, ofVictims, now)).toThrowError(expect.objectContaining({ code: 'DB_NEWER_THAN_APP' }));
    const other = [...ofVictims, { id: '0001_note', sql: 'ALTER TABLE "victim" ADD COLUMN "other" TEXT;' }];
    expect(() => migrate(opened, other, now)).toThrowError(expect.objectContaining({ code: 'DB_NEWER_THAN_APP' }));
    opened.close();
  });
});

describe('opening', () => {
  test('the file is encrypted from its first byte and opens with its key only', () => {
    makeRegister();
    expect(readFileSync(file()).subarray(0, 15).toString()).not.toBe('SQLite format 3');
    const before = digest(file());
    expect(() => openDatabase({ file: file(), key: randomBytes(32), mode: 'write' })).toThrowError(
      expect.objectContaining({ code: 'REGISTER_DAMAGED' }),
    );
    expect(digest(file())).toBe(before);
  });

  test('a flipped bit is noticed', () => {
    makeRegister();
    const bytes = readFileSync(file());
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    copyFileSync(file(), join(folder, 'copy.db'));
    writeFileSync(join(folder, 'copy.db'), bytes);
    expect(() => openDatabase({ file: join(folder, 'copy.db'), key, mode: 'read' })).toThrowError(
      expect.objectContaining({ code: 'REGISTER_DAMAGED' }),
    );
  });

  test('saves are durable, temporary tables stay in memory, child rows keep their parents', () => {
    makeRegister();
    const { sql } = openDatabase({ file: file(), key, mode: 'write' });
    const simple = (name: string): unknown => sql.pragma(name, { simple: true });
    expect(simple('journal_mode')).toBe('wal');
    expect(simple('synchronous')).toBe(2);
    expect(simple('temp_store')).toBe(2);
    expect(simple('foreign_keys')).toBe(1);
    expect(simple('secure_delete')).toBe(1);
    expect(simple('trusted_schema')).toBe(0);
    sql.close();
  });
});
