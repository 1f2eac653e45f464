/** Segments of the columns that tables are counted from, cut from the records themselves. */
import type { RootTables } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { isOvertaken, type StoredSegment } from './segments.ts';

export type ColumnSegment = StoredSegment;

/** In the place of a segment: which segments held everything at a change, see `holdsAt`. */
const reachSegment = -1;

const nameOf = (entity: string, segment: number): string => `${entity} ${segment}`;

/** The change that each stored segment of a record type was written at, without their content. */
export function listColumnSegments(database: RegisterDatabase, entity: string): Map<number, number> {
  const rows = database.prepare('SELECT "name", "change_number" AS "number" FROM "column_segment"').all();
  const found = new Map<number, number>();
  for (const { name, number } of rows) {
    const [of, segment] = String(name).split(' ');
    if (of === entity && Number(segment) >= 0) found.set(Number(segment), Number(number));
  }
  return found;
}

export function loadColumnSegment(database: RegisterDatabase, entity: string, segment: number): ColumnSegment | null {
  const row = database
    .prepare('SELECT "change_number", "content" FROM "column_segment" WHERE "name" = ?')
    .get(nameOf(entity, segment));
  if (!(row?.content instanceof Uint8Array)) return null;
  return { entity, segment, changeNumber: Number(row.change_number), content: row.content };
}

/**
 * Keeps a segment that was made in another thread; false where one of its rows has changed or gone since: a record
 * that was erased meanwhile must not come back.
 */
export function storeColumnSegment(database: RegisterDatabase, root: RootTables, made: ColumnSegment): boolean {
  return database.write(() => {
    if (isOvertaken(database, root, { table: root.table, recordColumn: 'id' }, made)) return false;
    database
      .prepare(
        `INSERT INTO "column_segment" ("name", "change_number", "content") VALUES (?, ?, ?)
         ON CONFLICT ("name") DO UPDATE
         SET "change_number" = excluded."change_number", "content" = excluded."content"`,
      )
      .run(nameOf(made.entity, made.segment), made.changeNumber, made.content);
    return true;
  });
}

/** Takes a segment away that holds a record which is being erased; it is made anew from what is left. */
export function dropColumnSegment(database: RegisterDatabase, entity: string, segment: number): void {
  database.prepare('DELETE FROM "column_segment" WHERE "name" = ?').run(nameOf(entity, segment));
}

/**
 * The segments whose rows nothing changed between the change that they were written at and a later one. It names each
 * with the former: where another segment stands in its place since, or the old one still, it says nothing about that.
 */
export interface Reach {
  readonly changeNumber: number;
  readonly writtenAt: ReadonlyMap<number, number>;
}

export const reachOf = (entity: string, { changeNumber, writtenAt }: Reach): ColumnSegment => ({
  entity,
  segment: reachSegment,
  changeNumber,
  content: Buffer.from(JSON.stringify([...writtenAt]), 'utf8'),
});

/** The change that each stored segment holds everything of: the one that it was written at, or later. */
export function holdsAt(database: RegisterDatabase, entity: string): Map<number, number> {
  const found = listColumnSegments(database, entity);
  const reach = loadColumnSegment(database, entity, reachSegment);
  if (reach === null) return found;
  for (const [segment, writtenAt] of pairsOf(Buffer.from(reach.content).toString('utf8'))) {
    if (found.get(segment) === writtenAt) found.set(segment, Math.max(writtenAt, reach.changeNumber));
  }
  return found;
}

/** What is no list of pairs says nothing. */
function pairsOf(text: string): (readonly [number, number])[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((each): each is [number, number] => Array.isArray(each)) : [];
  } catch {
    return [];
  }
}
