/** The only place where a register file is opened; the order of the statements matters (docs: design, data). */

import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { RegisterDatabase } from './register-database.ts';

export interface OpenDatabaseOptions {
  readonly file: string;
  /** Data key, 32 bytes. */
  readonly key: Buffer;
  readonly mode: 'create' | 'write' | 'read';
}

const cacheKibibytes = { create: 65_536, write: 65_536, read: 65_536 } as const;
const busyMilliseconds = 10_000;

/** Opens (or creates) the encrypted file; a wrong key or a damaged file is REGISTER_DAMAGED and stays untouched. */
export function openDatabase({ file, key, mode }: OpenDatabaseOptions): RegisterDatabase {
  if (key.length !== 32) throw new TypeError('the data key has 32 bytes');
  if (mode === 'create' && existsSync(file)) throw new AppError('REGISTER_EXISTS');
  // SQLite would make a new, empty register of a missing or empty file.
  if (mode !== 'create' && !(existsSync(file) && statSync(file).size > 0)) throw new AppError('REGISTER_NOT_FOUND');
  const sql = new Sqlite(file, {
    readonly: mode === 'read',
    fileMustExist: mode !== 'create',
    timeout: busyMilliseconds,
  });
  try {
    unlock(sql, key);
    sql.pragma('temp_store = MEMORY');
    if (mode !== 'read') startWriteAheadLog(sql);
    sql.pragma('synchronous = FULL');
    sql.pragma('foreign_keys = ON');
    sql.pragma('secure_delete = ON');
    sql.pragma('trusted_schema = OFF');
    sql.pragma(`cache_size = -${cacheKibibytes[mode]}`);
    return new RegisterDatabase(sql, mode === 'read');
  } catch (cause) {
    sql.close();
    throw cause instanceof AppError ? cause : translate(cause);
  }
}

function unlock(sql: Sqlite.Database, key: Buffer): void {
  sql.pragma("cipher = 'sqlcipher'");
  sql.pragma('legacy = 4');
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  sql.key(raw);
  raw.fill(0);
  // Nothing has been read so far: a wrong key fails here.
  sql.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function startWriteAheadLog(sql: Sqlite.Database): void {
  const mode = sql.pragma('journal_mode = WAL', { simple: true });
  // 8 MB of log before they are copied back by the commit that fills it, for which a draft waits: 64 MB took it a third of
  // a second of computing alone during an import, and the import no less time on the whole.
  sql.pragma('wal_autocheckpoint = 2000');
  if (mode !== 'wal') throw new Error(`journal mode is ${String(mode)}`);
}

function translate(cause: unknown): unknown {
  if (!(cause instanceof Sqlite.SqliteError)) return cause;
  if (cause.code === 'SQLITE_NOTADB' || cause.code.startsWith('SQLITE_CORRUPT')) {
    return new AppError('REGISTER_DAMAGED', {}, { cause });
  }
  if (cause.code.startsWith('SQLITE_BUSY')) return new AppError('REGISTER_IN_USE', {}, { cause });
  if (cause.code.startsWith('SQLITE_FULL')) return new AppError('DISK_FULL', {}, { cause });
  if (cause.code.startsWith('SQLITE_READONLY')) return new AppError('FOLDER_NOT_WRITABLE', {}, { cause });
  return cause;
}
