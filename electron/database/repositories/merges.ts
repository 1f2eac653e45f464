/** Records that were joined: one row for each of them, so that a merge can be told and taken back. */
import type { MergeKind } from '#shared/contract/merge.ts';
import type { RegisterDatabase } from '../register-database.ts';

export interface MergedRecord {
  readonly mergeId: string;
  readonly kind: MergeKind;
  readonly recordId: string;
  readonly role: 'kept' | 'gone' | 'linked';
  /** Revisions between which the merge wrote. */
  readonly before: number;
  readonly after: number;
  /** Notes and attachments that were copied into this record. */
  readonly copied: { readonly notes: readonly string[]; readonly attachments: readonly string[] } | null;
  readonly accountId: string;
  readonly at: string;
}

const read = (row: Record<string, unknown>): MergedRecord => ({
  mergeId: String(row.merge_id),
  kind: row.kind as MergeKind,
  recordId: String(row.record_id),
  role: row.role as MergedRecord['role'],
  before: Number(row.revision_before),
  after: Number(row.revision_after),
  copied: typeof row.copied === 'string' ? (JSON.parse(row.copied) as MergedRecord['copied']) : null,
  accountId: String(row.account_id),
  at: String(row.at),
});

export function insertMerged(database: RegisterDatabase, merged: MergedRecord): void {
  const { mergeId, kind, recordId, role, before, after, copied, accountId, at } = merged;
  const copiedJson = copied === null ? null : JSON.stringify(copied);
  database
    .prepare(
      `INSERT INTO "merged_record" ("merge_id", "kind", "record_id", "role", "revision_before", "revision_after", "copied", "account_id", "at")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(mergeId, kind, recordId, role, before, after, copiedJson, accountId, at);
}

/** Every record of one merge that was not undone. */
export const mergedTogether = (database: RegisterDatabase, mergeId: string): MergedRecord[] =>
  database
    .prepare('SELECT * FROM "merged_record" WHERE "merge_id" = ? AND "undone_at" IS NULL ORDER BY "record_id"')
    .all(mergeId)
    .map(read);

/** Merges of a record that were not undone, newest first. */
export const mergesOf = (database: RegisterDatabase, recordId: string): MergedRecord[] =>
  database
    .prepare(
      'SELECT * FROM "merged_record" WHERE "record_id" = ? AND "undone_at" IS NULL ORDER BY "at" DESC, "merge_id" DESC',
    )
    .all(recordId)
    .map(read);

export function markUndone(database: RegisterDatabase, mergeId: string, at: string): void {
  database.prepare('UPDATE "merged_record" SET "undone_at" = ? WHERE "merge_id" = ?').run(at, mergeId);
}
