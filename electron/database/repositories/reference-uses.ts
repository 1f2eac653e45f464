/** Who uses the entries of reference lists: counted and found along indexes, over every field that chooses from a list. */
import { type CarryOverPreview, standings } from '#shared/contract/reference.ts';
import type { RegisterTables, RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { visibleCondition } from './record-reader.ts';

/** Where the answers of one field stand: pairs of code and record. */
interface Place {
  readonly root: string;
  readonly code: string;
  readonly record: string;
  readonly from: string;
}

function placesOf({ roots }: RegisterTables, list: string): Place[] {
  const uses = ({ field, isReference }: StoredField) => isReference && field.list === list;
  return roots.flatMap((root) => [
    ...root.fields.filter(uses).map(({ column, link }): Place => {
      if (link !== null) return { root: root.table, code: '"code"', record: '"owner_id"', from: quote(link) };
      return { root: root.table, code: quote(column ?? ''), record: '"id"', from: quote(root.table) };
    }),
    ...root.groups.flatMap((group) =>
      group.fields.filter(uses).map(({ column, link }): Place => {
        const table = quote(group.table);
        if (link === null) return { root: root.table, code: quote(column ?? ''), record: '"record_id"', from: table };
        const joined = `${quote(link)} l JOIN ${table} g ON g."id" = l."owner_id"`;
        return { root: root.table, code: 'l."code"', record: 'g."record_id"', from: joined };
      }),
    ),
  ]);
}

/** Records per code, each counted once however often it names the entry; drafts and the bin included. */
export function countUses(database: RegisterDatabase, tables: RegisterTables, list: string): Record<string, number> {
  const parts = placesOf(tables, list).map(
    ({ code, record, from }) =>
      `SELECT ${code} AS "code", ${record} AS "record" FROM ${from} WHERE ${code} IS NOT NULL`,
  );
  if (parts.length === 0) return {};
  const rows = database.prepare(`SELECT "code", count(*) AS "n" FROM (${parts.join(' UNION ')}) GROUP BY "code"`).all();
  return Object.fromEntries(rows.map(({ code, n }) => [String(code), Number(n)]));
}

/** SELECT of the ids of the records of one type that hold a code, and how often it has to be given as a parameter. */
function usersOf(tables: RegisterTables, root: string, list: string): { sql: string; params: number } {
  const parts = placesOf(tables, list)
    .filter((place) => place.root === root)
    .map(({ code, record, from }) => `SELECT ${record} AS "record" FROM ${from} WHERE ${code} = ?`);
  return { sql: parts.length === 0 ? 'SELECT NULL WHERE 0' : parts.join(' UNION '), params: parts.length };
}

export type Standing = (typeof standings)[number];
export type User = CarryOverPreview['records'][number];

export interface UsersQuery {
  readonly root: RootTables;
  readonly list: string;
  readonly code: string;
  /** Date that closes a completed record of this kind, where it has one. */
  readonly closingField: string;
}

/** Verified, archived and closed records are locked; a record in the bin or proposed for erasing is left alone. */
function standingSql({ root, closingField }: UsersQuery): string {
  const hasClosing = root.fields.some(({ field }) => field.id === closingField);
  const closed = hasClosing ? ` OR ("state" = 'complete' AND ${quote(closingField)} IS NOT NULL)` : '';
  return `CASE
    WHEN "binned_at" IS NOT NULL THEN 'binned'
    WHEN "id" IN (SELECT "record_id" FROM "erasure" WHERE "state" = 'proposed') THEN 'proposed'
    WHEN "archived" = 1 OR "state" = 'verified'${closed} THEN 'locked'
    WHEN "state" = 'draft' THEN 'drafts'
    WHEN "state" = 'returned_for_correction' THEN 'returned'
    ELSE 'complete' END`;
}

function fromUsers(tables: RegisterTables, query: UsersQuery): { sql: string; params: string[] } {
  const { sql, params } = usersOf(tables, query.root.table, query.list);
  return {
    sql: `FROM ${quote(query.root.table)} WHERE "id" IN (${sql}) AND ${visibleCondition}`,
    params: Array.from({ length: params }, () => query.code),
  };
}

/** How many records of one type hold an entry, by where they stand. */
export function countStandings(
  database: RegisterDatabase,
  tables: RegisterTables,
  query: UsersQuery,
): Partial<Record<Standing, number>> {
  const { sql, params } = fromUsers(tables, query);
  const rows = database
    .prepare(`SELECT ${standingSql(query)} AS "standing", count(*) AS "n" ${sql} GROUP BY 1`)
    .all(...params);
  return Object.fromEntries(rows.map(({ standing, n }) => [String(standing), Number(n)]));
}

/** Ids of the records of one type that hold an entry and stand in one of these ways, in order. */
export function idsOfUsers(
  database: RegisterDatabase,
  tables: RegisterTables,
  query: UsersQuery,
  standings: readonly Standing[],
): string[] {
  const { sql, params } = fromUsers(tables, query);
  return database
    .prepare(`SELECT "id" ${sql} AND ${standingSql(query)} IN (SELECT value FROM json_each(?)) ORDER BY "id"`)
    .all(...params, JSON.stringify(standings))
    .map(({ id }) => String(id));
}

/** The first records of one type that hold an entry, in the order of where they stand, then of their codes. */
export function listUsers(
  database: RegisterDatabase,
  tables: RegisterTables,
  query: UsersQuery,
  limit: number,
): readonly User[] {
  const { sql, params } = fromUsers(tables, query);
  const order = standings.map((standing, at) => `WHEN '${standing}' THEN ${at}`).join(' ');
  return database
    .prepare(
      `SELECT "id", "code", "number", "state", ${standingSql(query)} AS "standing" ${sql}
       ORDER BY CASE "standing" ${order} END, "code", "id" LIMIT ?`,
    )
    .all(...params, limit)
    .map((row) => ({
      id: String(row.id),
      entity: query.root.table,
      code: row.code as string | null,
      number: row.number as number | null,
      state: row.state as User['state'],
      standing: row.standing as Standing,
    }));
}

/** Typing that waits unsaved in records that hold an entry. */
export function countUnsaved(database: RegisterDatabase, tables: RegisterTables, query: UsersQuery): number {
  const { sql, params } = fromUsers(tables, query);
  const row = database
    .prepare(`SELECT count(*) AS "n" FROM "draft" WHERE "record_id" IN (SELECT "id" ${sql} AND "binned_at" IS NULL)`)
    .get(...params);
  return Number(row?.n ?? 0);
}
