/** What was erased after a backup was made is in that backup: its restore has to know, where it can. */

import { registerOf } from '#shared/dictionary/registers.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { parseCode } from '#shared/records/check-character.ts';
import { erasure } from '../../database/about-record-tables.ts';
import { backupLog, notice } from '../../database/fixed-tables.ts';
import { migrate } from '../../database/migrate.ts';
import { migrationsOf } from '../../database/migrations.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { allErasures, type ErasureRow } from '../../database/repositories/erasures.ts';

/** Erasures and backups that a register about to be replaced remembers. */
export interface Remembered {
  readonly erasures: readonly ErasureRow[];
  readonly backups: readonly (typeof backupLog.$inferSelect)[];
}

const hasErasures = (database: RegisterDatabase): boolean =>
  database.sql.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'erasure'`).get() !== undefined;

/** What a register remembers; nothing of one that was made by a program before erasing existed. */
export const rememberedOf = (database: RegisterDatabase): Remembered => ({
  erasures: hasErasures(database) ? allErasures(database).filter(({ state }) => state === 'erased') : [],
  backups: database.orm.select().from(backupLog).all(),
});

/**
 * Enters in a restored register what the replaced one remembers (null: nobody knows), and a notice for everybody where
 * erased records may be back. Returns how many are back for certain; null where that cannot be told.
 */
export function carryOver(
  database: RegisterDatabase,
  kind: RegisterKind,
  from: Remembered | null,
  at: string,
): number | null {
  if (from && from.erasures.length > 0 && !hasErasures(database)) migrate(database, migrationsOf(kind), new Date(at));
  return database.write(() => {
    // A proposal that the backup holds as still waiting may have been carried out since.
    const held = hasErasures(database) ? allErasures(database) : [];
    const known = new Set(held.flatMap(({ id, state }) => (state === 'erased' ? [id] : [])));
    const missing = from?.erasures.filter(({ id }) => !known.has(id)) ?? [];
    for (const erased of missing) {
      const row = { ...erased, carriedAt: at };
      database.orm.insert(erasure).values(row).onConflictDoUpdate({ target: erasure.id, set: row }).run();
      neverAgain(database, row);
    }
    for (const row of from?.backups ?? []) database.orm.insert(backupLog).values(row).onConflictDoNothing().run();
    const back = from === null ? null : missing.filter((row) => isBack(database, kind, row)).length;
    if (back !== 0) database.orm.insert(notice).values({ code: 'ERASED_MAY_BE_BACK', at }).run();
    return back;
  });
}

/** Whether the restored register holds again what was erased. */
function isBack(database: RegisterDatabase, kind: RegisterKind, { entity, recordId, scope }: ErasureRow): boolean {
  const { entities } = registerOf(kind);
  const vault = entities.find(({ parent, role }) => parent === entity && role === 'vault');
  const has = (table: string, condition: string): boolean =>
    database.prepare(`SELECT 1 FROM "${table}" WHERE ${condition} LIMIT 1`).get(recordId) !== undefined;
  if (scope === 'record') return has(entity, '"id" = ?');
  const isNamed = vault !== undefined && has(vault.id, '"record_id" = ?');
  return isNamed || has('history', '"record_id" = ? AND "sealed" IS NOT NULL');
}

/** A number that stands on a certificate is not given to another record, although the series of the backup is older. */
function neverAgain(database: RegisterDatabase, { entity, number, code }: ErasureRow): void {
  const serial = code === null ? null : parseCode(code);
  const used = [
    ...(number === null ? [] : [{ year: 0, last: number }]),
    ...(serial ? [{ year: serial.year, last: serial.number }] : []),
  ];
  for (const { year, last } of used) {
    database
      .prepare(
        `INSERT INTO "number_series" ("entity", "year", "last") VALUES (?, ?, ?)
         ON CONFLICT ("entity", "year") DO UPDATE SET "last" = max("last", excluded."last")`,
      )
      .run(entity, year, last);
  }
}
