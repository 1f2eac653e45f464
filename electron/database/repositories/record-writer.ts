/** Writes records of one root entity; the caller holds the transaction. */

import { fold } from '#shared/locale/fold.ts';
import type { FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import type { GroupTables, RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { type Cell, codesOf, columnsOf, encode, sameValue } from './field-codec.ts';
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

  return {
    insert(meta, content) {
      const cells = [...metaCells(meta), ...encode(root.fields, content.values)];
      const seq = Number(database.prepare(insertSql).run(...cells).lastInsertRowid);
      writeCodes(database, root.fields, meta.id, content.values, {});
      for (const group of root.groups) {
        const rows = content.groups[group.entity.id] ?? [];
        for (const [position, row] of rows.entries()) insertRow(database, group, meta.id, row, position);
      }
      insertText(database, root, seq, textOf(root, meta, content));
      return seq;
    },
    update(meta, content, { meta: metaBefore, content: before }) {
      const cells = [...metaCells(meta), ...encode(root.fields, content.values)];
      const stored = [...metaCells(metaBefore), ...encode(root.fields, before.values)];
      updateCells(database, root, columns, cells, stored, meta.seq);
      writeCodes(database, root.fields, meta.id, content.values, before.values);
      for (const group of root.groups) {
        const { id } = group.entity;
        updateGroup(database, group, meta.id, content.groups[id] ?? [], before.groups[id] ?? []);
      }
      const text = textOf(root, meta, content);
      if (text === textOf(root, metaBefore, before)) return;
      database.prepare(`DELETE FROM ${quote(root.textIndex)} WHERE rowid = ?`).run(meta.seq);
      insertText(database, root, meta.seq, text);
    },
  };
}

/** Meta columns that every revision writes. */
const everyTime: readonly string[] = ['revision', 'dictionary_version', 'saved_at', 'completed_revision'];
/** From so many changed columns on, one statement of its own costs less than one after the other. */
const mostAlone = 8;

/**
 * Columns that stay as they are are not named: naming one would write every index it stands in anew. Preparing an update
 * of this table costs more than running one, and every save changes other columns: so what every revision writes is one
 * statement, and each further column has its own, all of them prepared once.
 */
function updateCells(
  database: RegisterDatabase,
  root: RootTables,
  columns: readonly string[],
  cells: readonly Cell[],
  stored: readonly Cell[],
  seq: number,
): void {
  const cellOf = (name: string): Cell => cells[columns.indexOf(name)] ?? null;
  const update = (names: readonly string[]) =>
    `UPDATE ${quote(root.table)} SET ${names.map((name) => `${quote(name)} = ?`).join(', ')} WHERE "seq" = ?`;
  const changed = columns.filter((_name, at) => cells[at] !== stored[at]);
  const others = changed.filter((name) => !everyTime.includes(name));
  if (changed.length > mostAlone) {
    database.sql.prepare(update(changed)).run(...changed.map(cellOf), seq);
    return;
  }
  if (others.length < changed.length) database.prepare(update(everyTime)).run(...everyTime.map(cellOf), seq);
  for (const name of others) database.prepare(update([name])).run(cellOf(name), seq);
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
  const columns = ['id', 'record_id', 'position', ...columnsOf(group.fields)];
  database
    .prepare(`INSERT INTO ${quote(group.table)} (${columns.map(quote).join(', ')}) VALUES (${marks(columns.length)})`)
    .run(row.id, record, position, ...encode(group.fields, row.values));
  writeCodes(database, group.fields, row.id, row.values, {});
}

function deleteRow(database: RegisterDatabase, group: GroupTables, row: GroupRow): void {
  for (const { link } of group.fields) {
    if (link !== null) database.prepare(`DELETE FROM ${quote(link)} WHERE "owner_id" = ?`).run(row.id);
  }
  database.prepare(`DELETE FROM ${quote(group.table)} WHERE "id" = ?`).run(row.id);
}

function updateGroup(
  database: RegisterDatabase,
  group: GroupTables,
  record: string,
  next: readonly GroupRow[],
  before: readonly GroupRow[],
): void {
  const kept = new Set(next.map(({ id }) => id));
  const known = new Map(before.map((row, position) => [row.id, { row, position }]));
  for (const row of before) if (!kept.has(row.id)) deleteRow(database, group, row);
  const columns = ['position', ...columnsOf(group.fields)].map((name) => `${quote(name)} = ?`).join(', ');
  next.forEach((row, position) => {
    const old = known.get(row.id);
    if (!old) {
      insertRow(database, group, record, row, position);
      return;
    }
    if (
      old.position === position &&
      group.fields.every(({ field: { id } }) => sameValue(row.values[id], old.row.values[id]))
    ) {
      return;
    }
    database
      .prepare(`UPDATE ${quote(group.table)} SET ${columns} WHERE "id" = ? AND "record_id" = ?`)
      .run(position, ...encode(group.fields, row.values), row.id, record);
    writeCodes(database, group.fields, row.id, row.values, old.row.values);
  });
}

function insertText(database: RegisterDatabase, root: RootTables, seq: number, body: string): void {
  database.prepare(`INSERT INTO ${quote(root.textIndex)} (rowid, "body") VALUES (?, ?)`).run(seq, body);
}

/** What full-text search finds a record by: its number, its code and every typed text outside the vault. */
export function textOf(root: RootTables, meta: NewMeta, content: RecordContent): string {
  const typed = (fields: readonly StoredField[], values: Values): string[] =>
    fields.flatMap(({ field }) => {
      const value = field.type === 'text' ? values[field.id] : null;
      return typeof value === 'string' ? [value] : [];
    });
  const parts = [
    String(meta.number ?? ''),
    meta.code ?? '',
    ...typed(root.fields, content.values),
    ...root.groups.flatMap((group) =>
      (content.groups[group.entity.id] ?? []).flatMap((row) => typed(group.fields, row.values)),
    ),
  ];
  return fold(parts.join(' '));
}
