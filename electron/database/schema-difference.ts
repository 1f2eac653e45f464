/** What the tables of a file lack, or have differently, compared with the declarations. */
import type Sqlite from 'better-sqlite3';
import {
  addColumnSql,
  type ColumnShape,
  createSql,
  indexSql,
  quote,
  type TableShape,
  type TextIndexShape,
} from './table-shape.ts';

interface PragmaColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const columnsOf = (sql: Sqlite.Database, table: string): PragmaColumn[] =>
  sql.pragma(`table_xinfo(${quote(table)})`) as PragmaColumn[];

const has = (sql: Sqlite.Database, type: 'table' | 'index', name: string): boolean =>
  sql.prepare('SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?').get(type, name) !== undefined;

/** Indexes of a table that were declared once; those that SQLite makes by itself have no statement. */
function formerIndexes(sql: Sqlite.Database, shape: TableShape): string[] {
  const present = sql
    .prepare<[string], { name: string }>(
      `SELECT "name" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL ORDER BY "name"`,
    )
    .all(shape.name);
  return present.map(({ name }) => name).filter((name) => shape.indexes.every((index) => index.name !== name));
}

/** Statements that bring a file to the declared tables: additions, and indexes that nothing is looked up by any more. */
export function missingStatements(
  sql: Sqlite.Database,
  shapes: readonly TableShape[],
  textIndexes: readonly TextIndexShape[],
): readonly string[] {
  return [
    ...shapes.flatMap((shape) => {
      if (!has(sql, 'table', shape.name)) return createSql(shape);
      const present = new Set(columnsOf(sql, shape.name).map((column) => column.name));
      return [
        ...shape.columns.filter((column) => !present.has(column.name)).map((column) => addColumnSql(column, shape)),
        ...shape.indexes.filter((index) => !has(sql, 'index', index.name)).map((index) => indexSql(index, shape.name)),
        ...formerIndexes(sql, shape).map((name) => `DROP INDEX ${quote(name)};`),
      ];
    }),
    ...textIndexes.filter((index) => !has(sql, 'table', index.name)).map((index) => index.sql),
  ];
}

const sameColumn = (shape: TableShape, column: ColumnShape, found: PragmaColumn): boolean =>
  found.type === column.type &&
  (found.notnull === 1) === column.notNull &&
  found.pk === shape.primaryKey.indexOf(column.name) + 1;

/** Differences that no addition can mend: a column of another type, or one the declarations do not know. */
export function contradictions(sql: Sqlite.Database, shapes: readonly TableShape[]): readonly string[] {
  return shapes.flatMap((shape) =>
    columnsOf(sql, shape.name).flatMap((found) => {
      const column = shape.columns.find(({ name }) => name === found.name);
      if (!column) return [`${shape.name}.${found.name}: not declared`];
      return sameColumn(shape, column, found) ? [] : [`${shape.name}.${found.name}: declared differently`];
    }),
  );
}
