/** The numbered changes that statistics and the index of names follow. */
import type { RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';

/** Under this entity stands a batch: all its records became visible at once. */
const batchEntity = 'import_batch';

export function noteRecordChange(database: RegisterDatabase, entity: string, recordId: string, at: string): void {
  database.prepare('INSERT INTO "change" ("entity", "record_id", "at") VALUES (?, ?, ?)').run(entity, recordId, at);
}

/** One row however many records there are: the transaction that shows a batch must not last longer with each of them. */
export const noteBatchChange = (database: RegisterDatabase, batchId: string, at: string): void =>
  noteRecordChange(database, batchEntity, batchId, at);

/**
 * Rows `id`, `number` of the records of one type that changed after a change, batch by batch or by themselves; a record
 * may stand in it more than once. Takes the entity and twice the change.
 */
export const changesAfter = (root: RootTables): string =>
  `SELECT "record_id" AS "id", "number" FROM "change" WHERE "entity" = ? AND "number" > ?
   UNION ALL
   SELECT r."id", c."number" FROM "change" c CROSS JOIN ${quote(root.table)} r ON r."import_batch" = c."record_id"
   WHERE c."entity" = '${batchEntity}' AND c."number" > ?`;
