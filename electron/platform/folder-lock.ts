import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the lock of a register folder, or null where another program, user session or thread holds it. The lock is one
 * of the operating system (SQLite's lock on a tiny file), so it falls by itself when its holder dies.
 */
export function lockFolder(folder: string): FolderLock | null {
  const database = new Database(join(folder, 'lock'), { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return null;
    throw cause;
  }
  return {
    release() {
      if (!database.open) return;
      if (database.inTransaction) database.exec('ROLLBACK');
      database.close();
    },
  };
}
