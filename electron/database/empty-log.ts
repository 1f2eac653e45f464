import type { RegisterDatabase } from './register-database.ts';

/** The only writer must not stand still behind a long reader. */
const patienceMs = 2_000;

/**
 * Copies the write-ahead log into the file and cuts it to nothing, so that no earlier page is left in it. False where a
 * reader, such as a backup under way, still needs it.
 */
export function emptyLog({ sql }: RegisterDatabase): boolean {
  const before = sql.pragma('busy_timeout', { simple: true });
  sql.pragma(`busy_timeout = ${patienceMs}`);
  try {
    const [outcome] = sql.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  } finally {
    sql.pragma(`busy_timeout = ${Number(before)}`);
  }
}
