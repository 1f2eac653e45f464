/** A backup made by a program before erasing existed is restored over a register that has erased since. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { openDatabase } from '#electron/database/open-database.ts';
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { allErasures, type ErasureRow, insertErasure } from '#electron/database/repositories/erasures.ts';
import { carryOver, rememberedOf } from '#electron/services/retention/carry-over.ts';

const at = '2026-11-20T10:00:00.000Z';

function openOld(): RegisterDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'kriter-old-'));
  const database = openDatabase({ file: join(folder, 'register.db'), key: randomBytes(32), mode: 'create' });
  migrate(database, migrationsOf('victims').slice(0, 1), new Date(at));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return database;
}

const erased: ErasureRow = {
  id: '019a0000-0000-7000-8000-00000000e001',
  recordId: '019a0000-0000-7000-8000-00000000a001',
  entity: 'victim',
  number: 7,
  code: 'V-2024-0003-0',
  institution: null,
  scope: 'record',
  cause: 'period',
  dueOn: '2026-01-01',
  reason: 'The period has passed.',
  recordRevision: 1,
  recordCreatedAt: '2015-01-01T00:00:00.000Z',
  state: 'erased',
  proposedBy: 'a',
  proposedByName: 'A',
  proposedAt: at,
  officeOfOne: false,
  decidedBy: 'b',
  decidedByName: 'B',
  decidedAt: at,
  decisionReason: null,
  lawBasis: '',
  backupMonths: 12,
  counts: { record: 1 },
  sweptAt: at,
  carriedAt: null,
};

test('the older register gets the table, the erasure, and the record among what is back', () => {
  const old = openOld();
  expect(rememberedOf(old)).toEqual({ erasures: [], backups: [] });
  old.sql.exec(
    `INSERT INTO victim (id, state, archived, revision, dictionary_version, entered_by, created_at, saved_at)
     VALUES ('${erased.recordId}', 'draft', 0, 1, '1.0', 'a', '${at}', '${at}')`,
  );
  expect(carryOver(old, 'victims', { erasures: [erased], backups: [] }, at)).toBe(1);
  expect(allErasures(old)).toEqual([{ ...erased, carriedAt: at }]);
  expect(old.sql.prepare('SELECT last FROM number_series WHERE entity = ? AND year = 0').pluck().get('victim')).toBe(7);
  // Entered once, however often the same backup is restored.
  expect(carryOver(old, 'victims', { erasures: [erased], backups: [] }, at)).toBe(0);
  expect(allErasures(old)).toHaveLength(1);
});

test('the older register stays as it is where nothing was erased since', () => {
  const old = openOld();
  expect(carryOver(old, 'victims', { erasures: [], backups: [] }, at)).toBe(0);
  expect(old.sql.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'erasure'`).pluck().get()).toBe(0);
  expect(carryOver(old, 'victims', null, at)).toBeNull();
  expect(old.sql.prepare('SELECT code FROM notice').pluck().all()).toEqual(['ERASED_MAY_BE_BACK']);
});

test('a proposal that waited when the backup was made, and was carried out since, is among what is back', () => {
  const restored = openOld();
  migrate(restored, migrationsOf('victims'), new Date(at));
  restored.sql.exec(
    `INSERT INTO victim (id, state, archived, revision, dictionary_version, entered_by, created_at, saved_at)
     VALUES ('${erased.recordId}', 'draft', 0, 1, '1.0', 'a', '${at}', '${at}')`,
  );
  const waiting = { ...erased, state: 'proposed', decidedBy: null, decidedByName: null, decidedAt: null } as const;
  insertErasure(restored, { ...waiting, counts: null, sweptAt: null });
  expect(carryOver(restored, 'victims', { erasures: [erased], backups: [] }, at)).toBe(1);
  expect(allErasures(restored)).toEqual([{ ...erased, carriedAt: at }]);
});
