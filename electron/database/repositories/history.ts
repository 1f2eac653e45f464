/** History of records: written with each save, read for the screen and for the last completed content. */
import type { Values } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../register-database.ts';

export interface HistoryEntry {
  readonly recordId: string;
  readonly revision: number;
  readonly at: string;
  readonly accountId: string;
  readonly entity: string;
  readonly rowId: string | null;
  readonly field: string | null;
  readonly event: string;
  readonly before: Values | null;
  readonly after: Values | null;
  readonly reason: string | null;
  /** Old direct identifiers, encrypted with the vault key. */
  readonly sealed: Buffer | null;
}

export interface NamedHistoryEntry extends HistoryEntry {
  /** Name of the account as it is written today. */
  readonly by: string;
}

const columns =
  '"record_id", "revision", "at", "account_id", "entity", "row_id", "field", "event", "before", "after", "reason", "sealed"';
const json = (values: Values | null): string | null => (values === null ? null : JSON.stringify(values));
const parse = (text: unknown): Values | null => (typeof text === 'string' ? (JSON.parse(text) as Values) : null);

/** Adds one entry inside the transaction of the save. */
export function appendHistory(database: RegisterDatabase, entry: HistoryEntry): void {
  database
    .prepare(`INSERT INTO "history" (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      entry.recordId,
      entry.revision,
      entry.at,
      entry.accountId,
      entry.entity,
      entry.rowId,
      entry.field,
      entry.event,
      json(entry.before),
      json(entry.after),
      entry.reason,
      entry.sealed,
    );
}

function entryOf(row: Record<string, unknown>): HistoryEntry {
  return {
    recordId: String(row.record_id),
    revision: Number(row.revision),
    at: String(row.at),
    accountId: String(row.account_id),
    entity: String(row.entity),
    rowId: row.row_id as string | null,
    field: row.field as string | null,
    event: String(row.event),
    before: parse(row.before),
    after: parse(row.after),
    reason: row.reason as string | null,
    sealed: row.sealed as Buffer | null,
  };
}

/** Entries of a record after a revision, in the order in which they were written. */
export function historyAfter(database: RegisterDatabase, recordId: string, revision: number): HistoryEntry[] {
  return database
    .prepare(`SELECT ${columns} FROM "history" WHERE "record_id" = ? AND "revision" > ? ORDER BY "id"`)
    .all(recordId, revision)
    .map(entryOf);
}

/** The whole history of a record, newest first, with the names of those who wrote it. */
export function namedHistory(database: RegisterDatabase, recordId: string): NamedHistoryEntry[] {
  return database
    .prepare(
      `SELECT h.*, coalesce(a."display_name", '') AS "by" FROM "history" h
       LEFT JOIN "account" a ON a."id" = h."account_id" WHERE h."record_id" = ? ORDER BY h."id" DESC`,
    )
    .all(recordId)
    .map((row) => ({ ...entryOf(row), by: String(row.by) }));
}

/** The newest entry of one kind; null where there is none. */
export function lastEvent(database: RegisterDatabase, recordId: string, event: string): NamedHistoryEntry | null {
  const row = database
    .prepare(
      `SELECT h.*, coalesce(a."display_name", '') AS "by" FROM "history" h LEFT JOIN "account" a ON a."id" = h."account_id"
       WHERE h."record_id" = ? AND h."event" = ? ORDER BY h."id" DESC LIMIT 1`,
    )
    .get(recordId, event);
  return row ? { ...entryOf(row), by: String(row.by) } : null;
}
