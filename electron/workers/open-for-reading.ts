/** The register file as the threads beside the writer read it. */
import { openDatabase } from '../database/open-database.ts';
import type { RegisterDatabase } from '../database/register-database.ts';

/** Opens the file read-only and clears the key handed to the thread; errors as `openDatabase`, after which it may be tried again. */
export function openForReading(file: string, key: Uint8Array): RegisterDatabase {
  const copy = Buffer.from(key);
  try {
    const database = openDatabase({ file, key: copy, mode: 'read' });
    key.fill(0);
    return database;
  } finally {
    copy.fill(0);
  }
}
