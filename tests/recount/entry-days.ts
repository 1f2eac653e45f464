/** The day, where the register stands, on which the entry of each record began: no export says it. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';

export const entryDaysOf = (database: RegisterDatabase, ...tables: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap((table) =>
      database
        .prepare(`SELECT "id", "created_at" AS "at" FROM "${table}"`)
        .all()
        .map(({ id, at }): [string, string] => [String(id), new Date(String(at)).toLocaleDateString('sv')]),
    ),
  );
