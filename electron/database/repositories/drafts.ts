/** Drafts as they lie in the register: one per record, account and window. */
import type { RecordContent } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../register-database.ts';

export interface StoredDraft {
  readonly recordId: string;
  readonly accountId: string;
  readonly window: string;
  readonly revision: number;
  readonly at: string;
  readonly content: RecordContent | null;
  readonly unread: Readonly<Record<string, string>> | null;
  readonly sealed: Buffer | null;
}

const read = (row: Record<string, unknown>): StoredDraft => ({
  recordId: String(row.record_id),
  accountId: String(row.account_id),
  window: String(row.window),
  revision: Number(row.revision),
  at: String(row.at),
  content: typeof row.content === 'string' ? (JSON.parse(row.content) as RecordContent) : null,
  unread: typeof row.unread === 'string' ? (JSON.parse(row.unread) as Record<string, string>) : null,
  sealed: row.sealed as Buffer | null,
});

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Replaces the draft of this record and account. */
export function putDraft(database: RegisterDatabase, draft: StoredDraft): void {
  database
    .prepare(
      `INSERT INTO "draft" ("record_id", "account_id", "window", "revision", "at", "content", "unread", "sealed")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT ("record_id", "account_id", "window") DO UPDATE SET "revision" = excluded."revision", "at" = excluded."at",
       "content" = excluded."content", "unread" = excluded."unread", "sealed" = excluded."sealed"`,
    )
    .run(
      draft.recordId,
      draft.accountId,
      draft.window,
      draft.revision,
      draft.at,
      json(draft.content),
      json(draft.unread),
      draft.sealed,
    );
}

/** What an account typed into a record, newest first. */
export function draftsInto(database: RegisterDatabase, recordId: string, accountId: string): StoredDraft[] {
  return database
    .prepare('SELECT * FROM "draft" WHERE "record_id" = ? AND "account_id" = ? ORDER BY "at" DESC')
    .all(recordId, accountId)
    .map(read);
}

/** Drafts of one account, newest first. */
export function draftsOf(database: RegisterDatabase, accountId: string): StoredDraft[] {
  return database.prepare('SELECT * FROM "draft" WHERE "account_id" = ? ORDER BY "at" DESC').all(accountId).map(read);
}

export function removeDraft(database: RegisterDatabase, recordId: string, accountId: string, window: string): void {
  database
    .prepare('DELETE FROM "draft" WHERE "record_id" = ? AND "account_id" = ? AND "window" = ?')
    .run(recordId, accountId, window);
}

/**
 * What one account typed waits for the other, unless that one has typed into the record itself. `revision` is that of
 * the record after it changed hands: nobody else saved it meanwhile.
 */
export function moveDraft(
  database: RegisterDatabase,
  recordId: string,
  from: string,
  to: string,
  revision: number,
): void {
  database
    .prepare(
      `UPDATE OR IGNORE "draft" SET "account_id" = ?, "revision" = CASE WHEN "revision" = ? THEN ? ELSE "revision" END
       WHERE "record_id" = ? AND "account_id" = ?`,
    )
    .run(to, revision - 1, revision, recordId, from);
}
