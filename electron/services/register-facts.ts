/** Small facts about an open register that several services tell. */
import { desc, eq } from 'drizzle-orm';
import { AppError } from '#shared/contract/errors.ts';
import { backupLog, setting } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import type { RegisterHeader, SheetPurpose } from '../security/header.ts';

/**
 * Refuses a file that is not the register of its header, or holds another kind of register than the header says. Asked
 * before migrations run: those of the other kind would call it a file of a newer program.
 */
export function requireOwnFile(database: RegisterDatabase, header: RegisterHeader): void {
  const has = database.sql.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'register_info'`).get();
  const info = has ? database.prepare('SELECT "id", "kind" FROM "register_info"').get() : undefined;
  if (info?.id !== header.registerId) throw new AppError('REGISTER_FOREIGN');
  if (info.kind !== header.kind) throw new AppError('REGISTER_OTHER_KIND', { kind: String(info.kind) });
}

/** When the newest backup that was read back and verified was made; null if there is none. */
export const lastVerifiedBackup = (database: RegisterDatabase): string | null =>
  database.orm.select().from(backupLog).where(eq(backupLog.verified, true)).orderBy(desc(backupLog.at)).limit(1).get()
    ?.at ?? null;

const rehearsedName = 'rehearsedSheets';

const rehearsedSheets = (database: RegisterDatabase): readonly string[] => {
  const row = database.orm.select().from(setting).where(eq(setting.name, rehearsedName)).get();
  return Array.isArray(row?.value) ? row.value : [];
};

/** Purposes of the sheets that nobody has typed back. */
export const pendingSheets = (database: RegisterDatabase, header: RegisterHeader): SheetPurpose[] => {
  const rehearsed = rehearsedSheets(database);
  return header.keys.sheets.filter(({ sheetId }) => !rehearsed.includes(sheetId)).map(({ purpose }) => purpose);
};

/** Remembers that a sheet was typed back. */
export function rememberRehearsal(database: RegisterDatabase, sheetId: string): void {
  const value = [...new Set([...rehearsedSheets(database), sheetId])];
  database.orm
    .insert(setting)
    .values({ name: rehearsedName, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } })
    .run();
}
