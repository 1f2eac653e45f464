/**
 * Segments of what threads hold in memory, as they were at a change: each covers the rows of one record type whose `seq`
 * lies in its range. What changed since is read anew by whoever opens it.
 */
import type { RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { changesAfter } from './changes.ts';

/** Rows of a segment: a quarter of a megabyte of names or two of columns, and less than a second to read anew. */
export const segmentRows = 4_096;
export const segmentOf = (seq: number): number => Math.floor(seq / segmentRows);

export interface StoredSegment {
  readonly entity: string;
  readonly segment: number;
  readonly changeNumber: number;
  readonly content: Uint8Array;
}

/** Rows that segments are cut from: the table, and its column that names the record. */
export interface SegmentedRows {
  readonly table: string;
  readonly recordColumn: string;
}

/** Whether one of the rows that a segment covers has changed since it was made, or any row has gone. */
export function isOvertaken(
  database: RegisterDatabase,
  root: RootTables,
  { table, recordColumn }: SegmentedRows,
  { entity, segment, changeNumber }: StoredSegment,
): boolean {
  const later = database
    .prepare(
      `SELECT 1 FROM (${changesAfter(root)}) c LEFT JOIN ${quote(table)} o ON o.${quote(recordColumn)} = c."id"
       WHERE o."seq" IS NULL OR o."seq" BETWEEN ? AND ? LIMIT 1`,
    )
    .get(entity, changeNumber, changeNumber, segment * segmentRows, (segment + 1) * segmentRows - 1);
  return later !== undefined;
}
