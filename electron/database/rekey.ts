/**
 * Encrypts a register anew under another key. Not in place: a kill during SQLite's own rekey leaves a journal of mixed
 * keys and a file that no key opens (found by killing it). A copy is made, rekeyed, opened and flushed; one rename
 * replaces the file, so that at every moment it opens with exactly one of the two keys.
 */
import { rmSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import { flushFile, renameDurably } from '../platform/rename.ts';
import { openDatabase } from './open-database.ts';
import type { RegisterDatabase } from './register-database.ts';

const copyOf = (file: string): string => `${file}.rekey.tmp`;

/** Takes away what a kill left of a copy; a log of an earlier copy must never be read into the next one. */
export function discardRekeyCopy(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${copyOf(file)}${ending}`, { force: true });
}

/** Closes the register's only connection and returns one under the new key; a failure before the rename leaves it open. */
export function rekeyDatabase(database: RegisterDatabase, file: string, from: Buffer, to: Buffer): RegisterDatabase {
  const copy = copyOf(file);
  try {
    discardRekeyCopy(file);
    // Without a write-ahead log beside it the file is complete, and no reader is left that could keep one alive.
    requireAlone(database);
    database.sql.prepare('VACUUM INTO ?').run(copy);
    rekeyCopy(copy, from, to);
    openDatabase({ file: copy, key: to, mode: 'read' }).close();
    flushFile(copy);
    database.close();
    renameDurably(copy, file);
    return openDatabase({ file, key: to, mode: 'write' });
  } catch (cause) {
    throw translate(cause);
  } finally {
    discardRekeyCopy(file);
    if (database.sql.open) database.sql.pragma('journal_mode = WAL');
  }
}

function requireAlone({ sql }: RegisterDatabase): void {
  if (sql.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw new AppError('REGISTER_IN_USE');
}

function rekeyCopy(copy: string, from: Buffer, to: Buffer): void {
  const { sql } = openDatabase({ file: copy, key: from, mode: 'write' });
  try {
    // A copy that a kill leaves half-written is thrown away: it needs no journal.
    sql.pragma('journal_mode = OFF');
    const raw = Buffer.concat([Buffer.from('raw:'), to]);
    sql.rekey(raw);
    raw.fill(0);
  } finally {
    sql.close();
  }
}

function translate(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('REGISTER_IN_USE', {}, { cause });
  }
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return new AppError('DISK_FULL', {}, { cause });
  return cause;
}
