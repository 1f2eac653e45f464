/**
 * Sealed segments of the index of names. Each covers the rows of one record type whose `seq` lies in its range, as they
 * were at a change; what changed since is read anew by whoever opens it.
 */
import { personRows, type RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { isOvertaken, type StoredSegment, segmentOf } from './segments.ts';

export type NameSegment = StoredSegment;

/** How far the segments of a record type reach back, without their content. */
export function listSegments(database: RegisterDatabase, entity: string): Map<number, number> {
  const rows = database
    .prepare('SELECT "segment", "change_number" AS "number" FROM "name_segment" WHERE "entity" = ?')
    .all(entity);
  return new Map(rows.map(({ segment, number }) => [Number(segment), Number(number)]));
}

export function loadSegment(database: RegisterDatabase, entity: string, segment: number): NameSegment | null {
  const row = database
    .prepare('SELECT "change_number", "content" FROM "name_segment" WHERE "entity" = ? AND "segment" = ?')
    .get(entity, segment);
  if (!row) return null;
  return { entity, segment, changeNumber: Number(row.change_number), content: row.content as Uint8Array };
}

/**
 * Keeps a segment that was sealed in another thread; false where one of its rows has changed or gone since: a record
 * that was erased meanwhile must not come back.
 */
export function storeSegment(database: RegisterDatabase, root: RootTables, sealed: NameSegment): boolean {
  const { entity, segment, changeNumber, content } = sealed;
  return database.write(() => {
    if (isOvertaken(database, root, personRows(root), sealed)) return false;
    database
      .prepare(
        `INSERT INTO "name_segment" ("entity", "segment", "change_number", "content") VALUES (?, ?, ?, ?)
         ON CONFLICT ("entity", "segment") DO UPDATE
         SET "change_number" = excluded."change_number", "content" = excluded."content"`,
      )
      .run(entity, segment, changeNumber, content);
    return true;
  });
}

/**
 * Takes records out of the sealed index of names; to be called in the transaction that erases them, which also notes the
 * change that tells the index in memory. Their segments are dropped whole and made anew from what is left. Where a
 * record is gone already, nobody can say which segment held it, and all of them are dropped.
 */
export function forgetNames(
  database: RegisterDatabase,
  roots: readonly RootTables[],
  recordIds: readonly string[],
): void {
  if (recordIds.length === 0) return;
  database.write(() => {
    const ids = JSON.stringify(recordIds);
    const found = new Set<string>();
    for (const root of roots) {
      const persons = personRows(root);
      const record = quote(persons.recordColumn);
      const rows = database
        .prepare(
          `SELECT "seq", ${record} AS "record" FROM ${quote(persons.table)}
           WHERE ${record} IN (SELECT value FROM json_each(?))`,
        )
        .all(ids);
      for (const { record: id } of rows) found.add(String(id));
      for (const segment of new Set(rows.map(({ seq }) => segmentOf(Number(seq))))) {
        database
          .prepare('DELETE FROM "name_segment" WHERE "entity" = ? AND "segment" = ?')
          .run(root.entity.id, segment);
      }
    }
    if (found.size < new Set(recordIds).size) database.prepare('DELETE FROM "name_segment"').run();
  });
}
