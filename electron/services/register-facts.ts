/** Small facts about an open register that several services tell. */
import { desc, eq } from 'drizzle-orm';
import { backupLog, setting } from '../database/fixed-tables.ts';
import type { RegisterDatabase } from '../database/register-database.ts';
import type { RegisterHeader, SheetPurpose } from '../security/header.ts';

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
