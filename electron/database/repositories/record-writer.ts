/** Writes records of one root entity; the caller holds the transaction. */

import { fold } from '#shared/locale/fold.ts';
import { outerRowOf, sameValue, withinKey } from '#shared/records/content.ts';
import type { FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import type { GroupTables, RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { type Cell, cellsOf, codesOf, columnsOf, encode } from './field-codec.ts';
import { metaCells, metaColumnNames, type NewMeta, type StoredMeta } from './record-meta.ts';
import type { StoredRecord } from './record-reader.ts';

export interface RecordWriter {
  /** Inserts a record with its groups and returns its `seq`. */
  insert(meta: NewMeta, content: RecordContent): number;
  /** Replaces meta and content; only what differs from `before` is written. */
  update(meta: StoredMeta, content: RecordContent, before: StoredRecord): void;
}

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** Writes records of one root entity with its link tables, groups and text index. */
export function createRecordWriter(database: RegisterDatabase, root: RootTables): RecordWriter {
  const columns = [...metaColumnNames, ...columnsOf(root.fields)];
  const insertSql = `INSERT INTO ${quote(root.table)} (${columns.map(quote).join(', ')}) VALUES (${marks(columns.length)})`;
  const updateCells = cellUpdate(database, root);
  const deleteTextSql = `DELETE FROM ${quote(root.textIndex)} WHERE rowid = ?`;
  const insertTextSql = `INSERT INTO ${quote(root.textIndex)} (rowid, "body") VALUES (?, ?)`;
  const groups = root.groups.map((tables) => ({ id: tables.entity.id, tables, update: groupUpdate(database, tables) }));

  return {
    insert(meta, content) {
      const cells = [...metaCells(meta), ...encode(root.fields, content.values)];
      const seq = Number(database.prepare(insertSql).run(...cells).lastInsertRowid);
      writeCodes(database, root.fields, meta.id, content.values, {});
      for (const group of root.groups) {
        const rows = content.groups[group.entity.id] ?? [];
        for (const [position, row] of rows.entries()) insertRow(database, group, meta.id, row, position);
      }
      database.prepare(insertTextSql).run(seq, textOf(root, meta, content));
      return seq;
    },
    update(meta, content, { meta: metaBefore, content: before }) {
      updateCells(meta, content.values, metaBefore, before.values);
      writeCodes(database, root.fields, meta.id, content.values, before.values);
      // A row goes after what stands within it, and comes before.
      for (const { id, tables } of groups.toReversed()) {
        const kept = new Set(content.groups[id]?.map((row) => row.id));
        for (const row of before.groups[id] ?? []) if (!kept.has(row.id)) deleteRow(database, tables, row);
      }
      for (const { id, update } of groups) update(meta.id, content.groups[id] ?? [], before.groups[id] ?? []);
      const text = typedIn(root, meta, content);
      if (text === typedIn(root, metaBefore, before)) return;
      database.prepare(deleteTextSql).run(meta.seq);
      database.prepare(insertTextSql).run(meta.seq, fold(text));
    },
  };
}

/** Meta columns that every revision writes. */
const everyTime: readonly (typeof metaColumnNames)[number][] = [
  'revision',
  'dictionary_version',
  'saved_at',
  'completed_revision',
];
/** From so many changed columns on, one statement of its own costs less than one after the other. */
const mostAlone = 8;

/**
 * Columns that stay as they are are not named: naming one would write every index it stands in anew. Preparing an update
 * of this table costs more than running one, and every save changes other columns: so what every revision writes is one
 * statement, and each further column has its own, all of them prepared once.
 */
function cellUpdate(database: RegisterDatabase, root: RootTables) {
  const setting = (names: readonly string[]) =>
    `UPDATE ${quote(root.table)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE "seq" = ?`;
  const always = setting(everyTime);
  const alwaysAt = everyTime.map((name) => metaColumnNames.indexOf(name));
  const alone = new Map([...metaColumnNames, ...columnsOf(root.fields)].map((name) => [name, setting([name])]));
  const columns = root.fields.map((stored) => columnsOf([stored]));
  return (meta: StoredMeta, next: Values, metaBefore: StoredMeta, before: Values): void => {
    const changed = new Map<string, Cell>();
    const compare = (names: readonly string[], cells: readonly Cell[], stored: readonly Cell[]): void =>
      names.forEach((name, at) => {
        if (cells[at] !== stored[at]) changed.set(name, cells[at] ?? null);
      });
    const cells = metaCells(meta);
    compare(metaColumnNames, cells, metaCells(metaBefore));
    root.fields.forEach((stored, at) => {
      const [value, old] = [next[stored.field.id], before[stored.field.id]];
      if (value !== old) compare(columns[at] ?? [], cellsOf(stored, value), cellsOf(stored, old));
    });
    if (changed.size > mostAlone) {
      database.sql.prepare(setting([...changed.keys()])).run(...changed.values(), meta.seq);
      return;
    }
    if (everyTime.some((name) => changed.has(name))) {
      database.prepare(always).run(...alwaysAt.map((at) => cells[at] ?? null), meta.seq);
      for (const name of everyTime) changed.delete(name);
    }
    for (const [name, cell] of changed) database.prepare(alone.get(name) ?? setting([name])).run(cell, meta.seq);
  };
}

function writeCodes(
  database: RegisterDatabase,
  fields: readonly StoredField[],
  owner: string,
  next: Values,
  before: Values,
): void {
  for (const { field, link } of fields) {
    const value: FieldValue | undefined = next[field.id];
    if (link === null || sameValue(value, before[field.id])) continue;
    if (codesOf(before[field.id]).length > 0) {
      database.prepare(`DELETE FROM ${quote(link)} WHERE "owner_id" = ?`).run(owner);
    }
    const insert = database.prepare(`INSERT INTO ${quote(link)} ("owner_id", "position", "code") VALUES (?, ?, ?)`);
    for (const [position, code] of codesOf(value).entries()) insert.run(owner, position, code);
  }
}

function insertRow(
  database: RegisterDatabase,
  group: GroupTables,
  record: string,
  row: GroupRow,
  position: number,
): void {
  const within = group.outer === null ? [] : [outerRowOf(row) ?? null];
  const columns = ['id', 'record_id', 'position', ...within.map(() => withinKey), ...columnsOf(group.fields)];
  database
    .prepare(`INSERT INTO ${quote(group.table)} (${columns.map(quote).join(', ')}) VALUES (${marks(columns.length)})`)
    .run(row.id, record, position, ...within, ...encode(group.fields, row.values));
  writeCodes(database, group.fields, row.id, row.values, {});
}

function deleteRow(database: RegisterDatabase, group: GroupTables, row: GroupRow): void {
  for (const { link } of group.fields) {
    if (link !== null) database.prepare(`DELETE FROM ${quote(link)} WHERE "owner_id" = ?`).run(row.id);
  }
  database.prepare(`DELETE FROM ${quote(group.table)} WHERE "id" = ?`).run(row.id);
}

/** Writes what changed of the rows of one group: added, moved or answered otherwise. */
function groupUpdate(database: RegisterDatabase, group: GroupTables) {
  const columns = ['position', ...columnsOf(group.fields)].map((name) => `${quote(name)} = ?`).join(', ');
  const sql = `UPDATE ${quote(group.table)} SET ${columns} WHERE "id" = ? AND "record_id" = ?`;
  return (record: string, next: readonly GroupRow[], before: readonly GroupRow[]): void => {
    const known = new Map(before.map((row, position) => [row.id, { row, position }]));
    next.forEach((row, position) => {
      const old = known.get(row.id);
      if (!old) {
        insertRow(database, group, record, row, position);
        return;
      }
      const isSame = ({ field: { id } }: StoredField): boolean => sameValue(row.values[id], old.row.values[id]);
      if (old.position === position && group.fields.every(isSame)) return;
      database.prepare(sql).run(position, ...encode(group.fields, row.values), row.id, record);
      writeCodes(database, group.fields, row.id, row.values, old.row.values);
    });
  };
}

/** What full-text search finds a record by: its number, its code and every typed text outside the vault. */
export const textOf = (root: RootTables, meta: NewMeta, content: RecordContent): string =>
  fold(typedIn(root, meta, content));

/** The text fields of each table, found once: a record has ten times as many others. */
const textFields = new WeakMap<readonly StoredField[], readonly string[]>();
function textFieldsOf(fields: readonly StoredField[]): readonly string[] {
  const known = textFields.get(fields);
  if (known) return known;
  const found = fields.flatMap(({ field }) => (field.type === 'text' ? [field.id] : []));
  textFields.set(fields, found);
  return found;
}

function typedIn(root: RootTables, meta: NewMeta, content: RecordContent): string {
  const parts = [String(meta.number ?? ''), meta.code ?? ''];
  const add = (fields: readonly StoredField[], values: Values): void => {
    for (const id of textFieldsOf(fields)) {
      const value = values[id];
      if (typeof value === 'string') parts.push(value);
    }
  };
  add(root.fields, content.values);
  for (const group of root.groups)
    for (const { values } of content.groups[group.entity.id] ?? []) add(group.fields, values);
  return parts.join(' ');
}
