/** Notes on fields, sealed with the vault key. */
import type { RegisterDatabase } from '../register-database.ts';

export interface StoredNote {
  readonly id: string;
  readonly recordId: string;
  readonly entity: string;
  readonly rowId: string | null;
  readonly field: string;
  readonly accountId: string;
  readonly at: string;
  readonly sealed: Buffer;
}

const read = (row: Record<string, unknown>): StoredNote => ({
  id: String(row.id),
  recordId: String(row.record_id),
  entity: String(row.entity),
  rowId: row.row_id as string | null,
  field: String(row.field),
  accountId: String(row.account_id),
  at: String(row.at),
  sealed: row.sealed as Buffer,
});

export function insertNote(database: RegisterDatabase, note: StoredNote): void {
  database
    .prepare(
      `INSERT INTO "field_note" ("id", "record_id", "entity", "row_id", "field", "account_id", "at", "sealed")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(note.id, note.recordId, note.entity, note.rowId, note.field, note.accountId, note.at, note.sealed);
}

/** Notes of a record, oldest first. */
export const notesOf = (database: RegisterDatabase, recordId: string): StoredNote[] =>
  database.prepare('SELECT * FROM "field_note" WHERE "record_id" = ? ORDER BY "id"').all(recordId).map(read);

export function removeNote(database: RegisterDatabase, id: string): void {
  database.prepare('DELETE FROM "field_note" WHERE "id" = ?').run(id);
}

/** Which fields carry notes, and how many; nothing of what they say. */
export function countNotes(
  database: RegisterDatabase,
  recordId: string,
): { entity: string; rowId: string | null; field: string; count: number }[] {
  return database
    .prepare(
      `SELECT "entity", "row_id", "field", count(*) AS "count" FROM "field_note" WHERE "record_id" = ?
       GROUP BY "entity", "row_id", "field"`,
    )
    .all(recordId)
    .map((row) => ({
      entity: String(row.entity),
      rowId: row.row_id as string | null,
      field: String(row.field),
      count: Number(row.count),
    }));
}
