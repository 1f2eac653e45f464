import type Sqlite from 'better-sqlite3';

export type Statements = (text: string) => Sqlite.Statement<unknown[], Record<string, unknown>>;

/** Prepares each text once. Statements are few, because they are derived from the dictionary and the filters used. */
export function cachedStatements(sql: Sqlite.Database): Statements {
  const known = new Map<string, Sqlite.Statement<unknown[], Record<string, unknown>>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const statement = sql.prepare<unknown[], Record<string, unknown>>(text);
    known.set(text, statement);
    return statement;
  };
}
