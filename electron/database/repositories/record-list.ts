/** Finds records: filters over every coded or dated field, words, order, and keyset pages with the whole count. */

import { AppError } from '#shared/contract/errors.ts';
import type { FindingFilter } from '#shared/contract/quality-filter.ts';
import type { FieldFilter } from '#shared/contract/record.ts';
import type { RecordState } from '#shared/contract/shapes.ts';
import { type MissingMarker, missingMarkers } from '#shared/dictionary/vocabulary.ts';
import { fold } from '#shared/locale/fold.ts';
import type { GroupTables, RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { visibleCondition } from './record-reader.ts';

export interface RecordQuery {
  readonly filters: readonly (FieldFilter | FindingFilter)[];
  /** Only these records, found by what counts of them; null: any. */
  readonly within: readonly string[] | null;
  readonly states: readonly RecordState[] | null;
  readonly archived: boolean | null;
  readonly binned: boolean;
  readonly search: string | null;
  readonly order: { readonly by: 'savedAt' | 'number' | 'registrationDate'; readonly descending: boolean };
  readonly after: string | null;
  readonly limit: number;
}

export interface RecordPage {
  readonly ids: readonly string[];
  /** Pass back as `after`; null on the last page. */
  readonly next: string | null;
  readonly total: number;
}

interface Clause {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const among = 'IN (SELECT value FROM json_each(?))';

/** Lists the ids of one root entity that fit the query. */
export function listRecords(database: RegisterDatabase, root: RootTables, query: RecordQuery): RecordPage {
  const clauses = [...baseClauses(query), ...query.filters.map((filter) => filterClause(root, filter))];
  if (query.search !== null) clauses.push(...searchClause(root, query.search));
  const where = { sql: clauses.map(({ sql }) => sql).join(' AND '), params: clauses.flatMap(({ params }) => params) };
  const counted = database
    .prepare(`SELECT count(*) AS "total" FROM ${quote(root.table)} WHERE ${where.sql}`)
    .get(...where.params);
  const rows = page(database, root, query, where);
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return {
    ids: rows.slice(0, query.limit).map(({ id }) => id),
    next: last ? JSON.stringify([last.key, last.id]) : null,
    total: Number(counted?.total ?? 0),
  };
}

const outsideBin = '"binned_at" IS NULL';

/**
 * Without filter or word nearly every record fits: the plus sign lets the planner walk along the order of the list
 * instead of collecting and sorting all of them for each page.
 */
const pageCondition = ({ filters, within, search }: RecordQuery, sql: string): string =>
  filters.length === 0 && within === null && search === null ? sql.replace(outsideBin, `+${outsideBin}`) : sql;

function baseClauses({ states, archived, binned, within }: RecordQuery): Clause[] {
  return [
    { sql: binned ? '"binned_at" IS NOT NULL' : outsideBin, params: [] },
    { sql: visibleCondition, params: [] },
    ...(archived === null ? [] : [{ sql: '"archived" = ?', params: [archived ? 1 : 0] }]),
    ...(states === null ? [] : [{ sql: `"state" ${among}`, params: [JSON.stringify(states)] }]),
    ...(within === null ? [] : [{ sql: `"id" ${among}`, params: [JSON.stringify(within)] }]),
  ];
}

interface Row {
  readonly id: string;
  readonly key: string | number | null;
}

/**
 * One page and one row more. Records without a number or date stand last where the list descends, first where it
 * ascends; rows with and without the key are read apart, so that both stay a walk along the index.
 */
function page(database: RegisterDatabase, root: RootTables, query: RecordQuery, where: Clause): Row[] {
  const column = orderColumn(root, query.order.by);
  const way = query.order.descending ? { compare: '<', sort: 'DESC' } : { compare: '>', sort: 'ASC' };
  const after = query.after === null ? null : readKey(query.after);
  const limit = query.limit + 1;
  const condition = pageCondition(query, where.sql);
  const read = (extra: string, params: readonly (string | number)[], count: number): Row[] =>
    database
      .prepare(
        `SELECT "id", ${quote(column)} AS "key" FROM ${quote(root.table)} WHERE ${condition} AND ${extra}
         ORDER BY ${quote(column)} ${way.sort}, "id" ${way.sort} LIMIT ?`,
      )
      .all(...where.params, ...params, count) as unknown as Row[];
  const known = (count: number): Row[] =>
    after === null || after.key === null
      ? read(`${quote(column)} IS NOT NULL`, [], count)
      : read(`(${quote(column)}, "id") ${way.compare} (?, ?)`, [after.key, after.id], count);
  const empty = (count: number): Row[] =>
    after === null || after.key !== null
      ? read(`${quote(column)} IS NULL`, [], count)
      : read(`${quote(column)} IS NULL AND "id" ${way.compare} ?`, [after.id], count);
  const [first, second] = query.order.descending ? [known, empty] : [empty, known];
  // A page that goes on in the second part has nothing left to read in the first.
  const firstIsDone = after !== null && (after.key === null) === query.order.descending;
  const rows = firstIsDone ? [] : first(limit);
  return rows.length < limit ? [...rows, ...second(limit - rows.length)] : rows;
}

function orderColumn(root: RootTables, by: RecordQuery['order']['by']): string {
  if (by === 'savedAt') return 'saved_at';
  if (by === 'number') return 'number';
  if (root.registrationDate === null) throw new AppError('INVALID_INPUT', { fields: ['order.by'] });
  return root.registrationDate;
}

function readKey(after: string): Row {
  try {
    const [key, id] = JSON.parse(after) as [unknown, unknown];
    const isKey = key === null || typeof key === 'string' || typeof key === 'number';
    if (isKey && typeof id === 'string') return { key, id };
  } catch {
    // Not a key of ours: refused below like every other one.
  }
  throw new AppError('INVALID_INPUT', { fields: ['after'] });
}

/** Every word typed must stand at the beginning of a word of the record. */
function searchClause(root: RootTables, search: string): Clause[] {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const match = words.map((word) => `"${word}"*`).join(' AND ');
  return [{ sql: `"seq" IN (SELECT rowid FROM ${quote(root.textIndex)} WHERE "body" MATCH ?)`, params: [match] }];
}

/** Records of which a rule says something; drafts are not judged. */
function findingClause({ rule, confirmed }: FindingFilter): Clause {
  const conditions = [
    ...(rule === null ? [] : ['"rule" = ?']),
    ...(confirmed === undefined ? [] : ['"confirmed" = ?']),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return {
    sql: `"id" IN (SELECT "record_id" FROM "record_finding"${where})`,
    params: [...(rule === null ? [] : [rule]), ...(confirmed === undefined ? [] : [confirmed ? 1 : 0])],
  };
}

function filterClause(root: RootTables, filter: FieldFilter | FindingFilter): Clause {
  if ('kind' in filter) return findingClause(filter);
  const held = root.metaFields.find((field) => field.id === filter.field)?.meta;
  if (held !== undefined && 'anyOf' in filter) {
    const values = held === 'archived' ? filter.anyOf.map((code) => (code === 'yes' ? '1' : '0')) : filter.anyOf;
    return { sql: `CAST(${quote(held)} AS TEXT) ${among}`, params: [JSON.stringify(values)] };
  }
  const own = find(root, filter.field);
  if (own) return fieldClause(root, own, filter, 'id');
  for (const group of root.groups) {
    const stored = find(group, filter.field);
    if (!stored) continue;
    const inner = fieldClause(group, stored, filter, 'id');
    return {
      sql: `EXISTS (SELECT 1 FROM ${quote(group.table)} WHERE "record_id" = ${quote(root.table)}."id" AND ${inner.sql})`,
      params: inner.params,
    };
  }
  throw new AppError('INVALID_INPUT', { fields: [`filters.${filter.field}`] });
}

const find = (tables: GroupTables, id: string): StoredField | undefined =>
  tables.fields.find(({ field }) => field.id === id);

function fieldClause(tables: GroupTables, stored: StoredField, filter: FieldFilter, idColumn: string): Clause {
  return 'anyOf' in filter
    ? codesClause(tables, stored, filter.anyOf, idColumn)
    : rangeClause(tables, stored, filter.from, filter.to);
}

const isMarker = (code: string): code is MissingMarker => (missingMarkers as readonly string[]).includes(code);

/** Codes of the list, markers, and `not_entered`. */
function codesClause(tables: GroupTables, stored: StoredField, codes: readonly string[], idColumn: string): Clause {
  const table = quote(tables.table);
  const holds: Clause =
    stored.link === null
      ? { sql: `CAST(${table}.${quote(stored.column ?? '')} AS TEXT) ${among}`, params: [JSON.stringify(codes)] }
      : {
          sql: `EXISTS (SELECT 1 FROM ${quote(stored.link)} WHERE "owner_id" = ${table}.${quote(idColumn)} AND "code" ${among})`,
          params: [JSON.stringify(codes)],
        };
  const parts = [holds];
  const marker = stored.missingColumn === null ? null : `${table}.${quote(stored.missingColumn)}`;
  const markers = codes.filter(isMarker);
  if (marker !== null && markers.length > 0) {
    parts.push({ sql: `${marker} ${among}`, params: [JSON.stringify(markers)] });
  }
  if (codes.includes('not_entered')) parts.push(notEntered(table, stored, marker, idColumn));
  return { sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, params: parts.flatMap(({ params }) => params) };
}

function notEntered(table: string, stored: StoredField, marker: string | null, idColumn: string): Clause {
  const value =
    stored.link === null
      ? `${table}.${quote(stored.column ?? '')} IS NULL`
      : `NOT EXISTS (SELECT 1 FROM ${quote(stored.link)} WHERE "owner_id" = ${table}.${quote(idColumn)})`;
  return { sql: marker === null ? value : `(${value} AND ${marker} IS NULL)`, params: [] };
}

/** Inclusive. A date known in part fits where one of the days it may mean does. */
function rangeClause(
  tables: GroupTables,
  { field, column }: StoredField,
  from: string | null,
  to: string | null,
): Clause {
  if (column === null || field.type === 'text' || field.type === 'code') {
    throw new AppError('INVALID_INPUT', { fields: [`filters.${field.id}`] });
  }
  const cell = `${quote(tables.table)}.${quote(column)}`;
  const isDate = field.type === 'date' || field.type === 'partial_date';
  const latest = isDate ? `${cell} || substr('-12-31', length(${cell}) - 3)` : cell;
  const earliest = isDate ? `${cell} || substr('-01-01', length(${cell}) - 3)` : cell;
  const bound = (text: string): string | number => {
    if (isDate) return text;
    const number = Number(text);
    if (text.trim() === '' || Number.isNaN(number))
      throw new AppError('INVALID_INPUT', { fields: [`filters.${field.id}`] });
    return field.type === 'decimal' ? Math.round(number * 100) : number;
  };
  return {
    sql: [`${cell} IS NOT NULL`, from === null ? '' : `${latest} >= ?`, to === null ? '' : `${earliest} <= ?`]
      .filter((part) => part !== '')
      .join(' AND '),
    params: [from, to].flatMap((text) => (text === null ? [] : [bound(text)])),
  };
}
