/** Attachments of records: what is known about each, and its sealed parts. Nothing here opens what is sealed. */
import type { RegisterDatabase } from '../register-database.ts';

export interface StoredAttachment {
  readonly id: string;
  readonly recordId: string;
  readonly sealed: Buffer;
  readonly bytes: number;
  readonly parts: number;
  readonly at: string;
  /** Name of the account as it is written today. */
  readonly by: string;
  readonly removed: { readonly at: string; readonly by: string } | null;
}

export interface NewAttachment {
  readonly id: string;
  readonly recordId: string;
  readonly sealed: Buffer;
  readonly bytes: number;
  readonly parts: number;
  readonly accountId: string;
  readonly at: string;
}

const select = `SELECT f."id", f."record_id", f."sealed", f."bytes", f."parts", f."at", f."removed_at",
  coalesce(a."display_name", '') AS "by", coalesce(r."display_name", '') AS "removed_by_name" FROM "attachment" f
  LEFT JOIN "account" a ON a."id" = f."account_id" LEFT JOIN "account" r ON r."id" = f."removed_by"
  WHERE f."visible_at" IS NOT NULL`;

const storedOf = (row: Record<string, unknown>): StoredAttachment => ({
  id: String(row.id),
  recordId: String(row.record_id),
  sealed: row.sealed as Buffer,
  bytes: Number(row.bytes),
  parts: Number(row.parts),
  at: String(row.at),
  by: String(row.by),
  removed: row.removed_at === null ? null : { at: String(row.removed_at), by: String(row.removed_by_name) },
});

/** An attachment of which nobody knows until `showAttachment`. */
export function insertAttachment(database: RegisterDatabase, row: NewAttachment): void {
  database
    .prepare(
      `INSERT INTO "attachment" ("id", "record_id", "sealed", "bytes", "parts", "account_id", "at")
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(row.id, row.recordId, row.sealed, row.bytes, row.parts, row.accountId, row.at);
}

export function insertPart(database: RegisterDatabase, attachmentId: string, part: number, sealed: Buffer): void {
  database
    .prepare('INSERT INTO "attachment_part" ("attachment_id", "part", "sealed") VALUES (?, ?, ?)')
    .run(attachmentId, part, sealed);
}

export function showAttachment(database: RegisterDatabase, id: string, at: string): void {
  database.prepare('UPDATE "attachment" SET "at" = ?, "visible_at" = ? WHERE "id" = ?').run(at, at, id);
}

/** Attachments of a record, oldest first, with those that were removed. */
export const attachmentsOf = (database: RegisterDatabase, recordId: string): StoredAttachment[] =>
  database.prepare(`${select} AND f."record_id" = ? ORDER BY f."at", f."id"`).all(recordId).map(storedOf);

/** All that can be seen or are in the bin. */
export const everyAttachment = (database: RegisterDatabase): StoredAttachment[] =>
  database.prepare(`${select} ORDER BY f."id"`).all().map(storedOf);

export function findAttachment(database: RegisterDatabase, id: string): StoredAttachment | null {
  const row = database.prepare(`${select} AND f."id" = ?`).get(id);
  return row ? storedOf(row) : null;
}

/** How many there are to be seen, without those that were removed. */
export function countAttachments(database: RegisterDatabase, recordId: string): number {
  const row = database
    .prepare(
      `SELECT count(*) AS "n" FROM "attachment"
       WHERE "record_id" = ? AND "visible_at" IS NOT NULL AND "removed_at" IS NULL`,
    )
    .get(recordId);
  return Number(row?.n ?? 0);
}

export function loadPart(database: RegisterDatabase, attachmentId: string, part: number): Buffer | null {
  const row = database
    .prepare('SELECT "sealed" FROM "attachment_part" WHERE "attachment_id" = ? AND "part" = ?')
    .get(attachmentId, part);
  return row ? (row.sealed as Buffer) : null;
}

/** Into the bin of attachments, or with null out of it. */
export function markRemoved(
  database: RegisterDatabase,
  id: string,
  removed: { readonly at: string; readonly accountId: string } | null,
): void {
  database
    .prepare('UPDATE "attachment" SET "removed_at" = ?, "removed_by" = ? WHERE "id" = ?')
    .run(removed?.at ?? null, removed?.accountId ?? null, id);
}

/** Attachments whose writing never came to its end. */
export const unfinishedAttachments = (database: RegisterDatabase): string[] =>
  database
    .prepare('SELECT "id" FROM "attachment" WHERE "visible_at" IS NULL')
    .all()
    .map(({ id }) => String(id));

/** Takes away some parts of an attachment, and the attachment with the last of them; false when all is gone. */
export function deleteSome(database: RegisterDatabase, id: string, atOnce: number): boolean {
  return database.write(() => {
    const { changes } = database
      .prepare(
        `DELETE FROM "attachment_part" WHERE rowid IN
         (SELECT rowid FROM "attachment_part" WHERE "attachment_id" = ? LIMIT ${atOnce})`,
      )
      .run(id);
    if (changes === atOnce) return true;
    database.prepare('DELETE FROM "attachment" WHERE "id" = ?').run(id);
    return false;
  });
}
