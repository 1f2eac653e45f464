import type Sqlite from 'better-sqlite3';

export type Statements<Row> = (text: string) => Sqlite.Statement<unknown[], Row>;

/** Prepares each text once. Statements are few, because they are derived from the dictionary and the filters used. */
export function cachedStatements<Row>(sql: Sqlite.Database, raw: boolean): Statements<Row> {
  const known = new Map<string, Sqlite.Statement<unknown[], Row>>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const statement = sql.prepare<unknown[], Row>(text);
    if (statement.reader && raw) statement.raw(true);
    known.set(text, statement);
    return statement;
  };
}
