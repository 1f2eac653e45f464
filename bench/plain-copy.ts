/** The same rows in an ordinary SQLite file: no encryption, but as durable (WAL, synchronous=FULL). */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { migrate } from '#electron/database/migrate.ts';
import { migrationsOf } from '#electron/database/migrations.ts';
import { RegisterDatabase } from '#electron/database/register-database.ts';
import { textOf } from '#electron/database/repositories/record-writer.ts';
import { storeOf } from '#electron/services/records/record-store.ts';

const copied = (name: string): boolean =>
  name !== 'migration' && !name.startsWith('sqlite_') && !name.includes('__text');

/** Makes the file with the tables and indexes of the register and every row of `source`. */
export function makePlainCopy(source: RegisterDatabase, folder: string): Sqlite.Database {
  const sql = new Sqlite(join(folder, 'plain.db'));
  sql.pragma('journal_mode = WAL');
  sql.pragma('wal_autocheckpoint = 2000');
  sql.pragma('synchronous = FULL');
  sql.pragma('cache_size = -65536');
  migrate(new RegisterDatabase(sql, false), migrationsOf('victims'), new Date());
  const tables = source.sql
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
    .filter(({ name }) => copied(name));
  sql.pragma('foreign_keys = OFF');
  sql.exec('BEGIN');
  for (const { name } of tables) {
    const rows = source.sql.prepare(`SELECT * FROM "${name}"`).raw();
    const marks = rows.columns().map(() => '?');
    const insert = sql.prepare(`INSERT INTO "${name}" VALUES (${marks.join(', ')})`);
    for (const row of rows.iterate()) insert.run(row);
  }
  for (const { root, reader } of storeOf(source, 'victims').roots) {
    const insert = sql.prepare(`INSERT INTO "${root.textIndex}" (rowid, body) VALUES (?, ?)`);
    for (const { meta, content } of reader.iterate()) insert.run(meta.seq, textOf(root, meta, content));
  }
  sql.exec('COMMIT');
  sql.pragma('foreign_keys = ON');
  sql.pragma('wal_checkpoint(TRUNCATE)');
  return sql;
}
