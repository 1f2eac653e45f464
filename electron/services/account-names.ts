import type { RegisterDatabase } from '../database/register-database.ts';

/** Names of the accounts of a register as they are written today, by id. */
export function accountNames(database: RegisterDatabase): ReadonlyMap<string, string> {
  const rows = database.prepareRaw('SELECT "id", "display_name" FROM "account"').all();
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}
