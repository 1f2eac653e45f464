/** Reads what the record list keeps in memory: one column of one record type at a time, of all records or of a few. */
import type { FindingFilter } from '#shared/contract/quality-filter.ts';
import type { GroupTables, RootTables, StoredField } from '../derive-tables.ts';
import type { RegisterDatabase } from '../register-database.ts';
import { quote } from '../table-shape.ts';
import { visibleCondition } from './record-reader.ts';

/** Records by their `seq`, or every one that is visible. */
export type ListScope = 'all' | readonly number[];

type Cell = string | number | null;
/** `seq` of the record, then what was asked for. */
export type ListCells = readonly [seq: number, ...cells: Cell[]];

/** What decides whether a record is listed. */
export interface Place {
  readonly seq: number;
  readonly binned: boolean;
}

/** What a record holds beside the fields of the dictionary, as an expression over its row `r`. */
const metaCells = {
  state: 'r."state"',
  archived: `CASE r."archived" WHEN 1 THEN 'yes' ELSE 'no' END`,
  savedAt: 'r."saved_at"',
  enteredBy: 'r."entered_by"',
  number: 'r."number"',
  code: 'r."code"',
  /** When it was last completed, as its history says. */
  completedAt: `(SELECT h."at" FROM "history" h
    WHERE h."record_id" = r."id" AND h."revision" = r."completed_revision" LIMIT 1)`,
} as const;
export type MetaCell = keyof typeof metaCells | 'identity';

export interface ListReader {
  /** Every visible record, those in the bin included; in no particular order. */
  places(): IterableIterator<Place>;
  /** Of records that changed: an id that is not in the answer belongs to no record any more. */
  placesOf(ids: readonly string[]): readonly (Place & { readonly id: string; readonly visible: boolean })[];
  /** `identity` only of records that hold direct identifiers. */
  meta(cell: MetaCell, scope: ListScope): Iterable<ListCells>;
  /** Value and marker of each field, in the order of `seq`: so many records after this one. */
  fieldsAfter(fields: readonly StoredField[], after: number, limit: number): readonly ListCells[];
  fieldsOf(fields: readonly StoredField[], seqs: readonly number[]): readonly ListCells[];
  /** Codes of a multiple choice, with the id of their record: so many lines after that record, in the order entered. */
  codesAfter(field: StoredField, after: string, limit: number): readonly ListCells[];
  codesOf(field: StoredField, seqs: readonly number[]): readonly ListCells[];
  /** Value and marker of each row of a group. */
  groupCells(group: GroupTables, field: StoredField, scope: ListScope): Iterable<ListCells>;
  /** Code and marker: a line for each code of each row, one for a row without a code. */
  groupCodes(group: GroupTables, field: StoredField, scope: ListScope): Iterable<ListCells>;
  /** Texts of the records that have one. */
  texts(field: StoredField): Iterable<ListCells>;
  text(field: StoredField, seq: number): string | null;
  /** Records in which every one of the words begins a word. */
  matching(words: readonly string[]): IterableIterator<number>;
  /** Records of which a rule says something; drafts are not judged. */
  withFinding(filter: FindingFilter): IterableIterator<number>;
  seqOf(id: string): number | null;
  /** In no particular order; ids without a record are left out. */
  seqsOf(ids: readonly string[]): IterableIterator<number>;
}

const cellsOf = ({ column, missingColumn }: StoredField, table: string): string =>
  [column, missingColumn].map((name) => (name === null ? 'NULL' : `${table}.${quote(name)}`)).join(', ');

/** Opens the reader of one root entity. */
export function createListReader(database: RegisterDatabase, root: RootTables): ListReader {
  const table = quote(root.table);
  const listed = 'r."seq" IN (SELECT value FROM json_each(?))';

  /**
   * `whole` walks one table or index from end to end and looks each record up; `few` begins with the records.
   * CROSS JOIN keeps that order: the planner would otherwise collect and sort.
   */
  const scoped = (
    scope: ListScope,
    { columns, whole, few }: { columns: string; whole: string; few: string },
  ): Iterable<ListCells> => {
    const [from, params] = scope === 'all' ? [whole, []] : [`${few} WHERE ${listed}`, [JSON.stringify(scope)]];
    const statement = database.prepareRaw(`SELECT r."seq", ${columns} FROM ${from}`);
    return statement.iterate(...params) as IterableIterator<unknown> as Iterable<ListCells>;
  };
  const own = (columns: string, scope: ListScope) => scoped(scope, { columns, whole: `${table} r`, few: `${table} r` });

  const placeColumns = '"seq", "binned_at" IS NOT NULL';
  const placeOf = (row: readonly unknown[]): Place => ({ seq: Number(row[0]), binned: row[1] === 1 });

  return {
    *places() {
      const rows = database.prepareRaw(`SELECT ${placeColumns} FROM ${table} WHERE ${visibleCondition}`).iterate();
      for (const row of rows) yield placeOf(row);
    },
    placesOf: (ids) =>
      database
        .prepareRaw(
          `SELECT ${placeColumns}, "id", ${visibleCondition} FROM ${table} WHERE "id" IN (SELECT value FROM json_each(?))`,
        )
        .all(JSON.stringify(ids))
        .map((row) => ({ ...placeOf(row), id: String(row[2]), visible: row[3] === 1 })),
    meta(cell, scope) {
      if (cell !== 'identity') return own(metaCells[cell], scope);
      if (root.vault === null) return [];
      const vault = quote(root.vault.table);
      return scoped(scope, {
        columns: '1',
        whole: `${vault} v CROSS JOIN ${table} r ON r."id" = v."record_id"`,
        few: `${table} r CROSS JOIN ${vault} v ON v."record_id" = r."id"`,
      });
    },
    fieldsAfter: (fields, after, limit) =>
      database
        .prepareRaw(
          `SELECT r."seq", ${fields.map((field) => cellsOf(field, 'r')).join(', ')}
           FROM ${table} r WHERE r."seq" > ? ORDER BY r."seq" LIMIT ?`,
        )
        .all(after, limit) as unknown as ListCells[],
    fieldsOf: (fields, seqs) => [...own(fields.map((field) => cellsOf(field, 'r')).join(', '), seqs)],
    codesAfter: ({ link }, after, limit) =>
      database
        .prepareRaw(
          `SELECT r."seq", l."code", l."owner_id" FROM ${quote(link ?? '')} l CROSS JOIN ${table} r ON r."id" = l."owner_id"
           WHERE l."owner_id" > ? ORDER BY l."owner_id", l."position" LIMIT ?`,
        )
        .all(after, limit) as unknown as ListCells[],
    codesOf: ({ link }, seqs) =>
      database
        .prepareRaw(
          `SELECT r."seq", l."code" FROM ${table} r CROSS JOIN ${quote(link ?? '')} l ON l."owner_id" = r."id"
           WHERE ${listed} ORDER BY r."seq", l."position"`,
        )
        .all(JSON.stringify(seqs)) as unknown as ListCells[],
    groupCells(group, field, scope) {
      const rows = quote(group.table);
      return scoped(scope, {
        columns: cellsOf(field, 'g'),
        whole: `${rows} g CROSS JOIN ${table} r ON r."id" = g."record_id"`,
        few: `${table} r CROSS JOIN ${rows} g ON g."record_id" = r."id"`,
      });
    },
    groupCodes(group, field, scope) {
      const rows = quote(group.table);
      const codes = `LEFT JOIN ${quote(field.link ?? '')} l ON l."owner_id" = g."id"`;
      const marker = field.missingColumn === null ? 'NULL' : `g.${quote(field.missingColumn)}`;
      return scoped(scope, {
        columns: `l."code", ${marker}`,
        whole: `${rows} g CROSS JOIN ${table} r ON r."id" = g."record_id" ${codes}`,
        few: `${table} r CROSS JOIN ${rows} g ON g."record_id" = r."id" ${codes}`,
      });
    },
    texts({ column }) {
      const cell = `r.${quote(column ?? '')}`;
      return scoped('all', { columns: cell, whole: `${table} r WHERE ${cell} IS NOT NULL`, few: '' });
    },
    text({ column }, seq) {
      const row = database.prepareRaw(`SELECT ${quote(column ?? '')} FROM ${table} WHERE "seq" = ?`).get(seq);
      return (row?.[0] ?? null) as string | null;
    },
    *matching(words) {
      const match = words.map((word) => `"${word}"*`).join(' AND ');
      const found = database.prepareRaw(`SELECT rowid FROM ${quote(root.textIndex)} WHERE "body" MATCH ?`);
      for (const row of found.iterate(match)) yield Number(row[0]);
    },
    *withFinding({ rule, confirmed }) {
      const conditions = [
        ...(rule === null ? [] : ['f."rule" = ?']),
        ...(confirmed === undefined ? [] : ['f."confirmed" = ?']),
      ];
      const params = [...(rule === null ? [] : [rule]), ...(confirmed === undefined ? [] : [confirmed ? 1 : 0])];
      const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
      const found = database.prepareRaw(
        `SELECT r."seq" FROM "record_finding" f CROSS JOIN ${table} r ON r."id" = f."record_id"${where}`,
      );
      for (const row of found.iterate(...params)) yield Number(row[0]);
    },
    *seqsOf(ids) {
      const found = database.prepareRaw(`SELECT "seq" FROM ${table} WHERE "id" IN (SELECT value FROM json_each(?))`);
      for (const row of found.iterate(JSON.stringify(ids))) yield Number(row[0]);
    },
    seqOf(id) {
      const row = database.prepareRaw(`SELECT "seq" FROM ${table} WHERE "id" = ?`).get(id);
      return row === undefined ? null : Number(row[0]);
    },
  };
}
