/** A table as plain data: what CREATE TABLE says and what PRAGMA table_xinfo must answer. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

export interface ColumnShape {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'BLOB';
  readonly notNull: boolean;
  /** Table and column of a parent row. */
  readonly references?: readonly [table: string, column: string];
}

export interface IndexShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly primaryKey: readonly string[];
  readonly autoIncrement: boolean;
  readonly withoutRowid: boolean;
  readonly indexes: readonly IndexShape[];
}

/** A full-text index: no columns of its own to compare, created as a whole. */
export interface TextIndexShape {
  readonly name: string;
  readonly sql: string;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function columnType(declared: string): ColumnShape['type'] {
  const type = declared.toUpperCase();
  if (type === 'TEXT' || type === 'INTEGER' || type === 'BLOB') return type;
  throw new Error(`column type ${declared} is not used here`);
}

/** Shape of a table declared with drizzle. */
export function shapeOf(table: SQLiteTable): TableShape {
  const config = getTableConfig(table);
  const columns = Object.values(getTableColumns(table));
  const own = columns.filter((column) => column.primary).map((column) => column.name);
  const composite = config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
  return {
    name: getTableName(table),
    columns: columns.map((column) => ({
      name: column.name,
      type: columnType(column.getSQLType()),
      notNull: column.notNull,
    })),
    primaryKey: [...own, ...composite],
    autoIncrement: columns.some((column) => 'autoIncrement' in column && column.autoIncrement === true),
    withoutRowid: false,
    indexes: config.indexes.map(({ config: index }) => ({
      name: index.name,
      columns: index.columns.map((column) => ('name' in column ? String(column.name) : '')),
      unique: index.unique,
    })),
  };
}

function columnSql(column: ColumnShape, table: TableShape): string {
  const words = [quote(column.name), column.type];
  if (table.primaryKey.length === 1 && table.primaryKey[0] === column.name) {
    words.push('PRIMARY KEY');
    if (table.autoIncrement) words.push('AUTOINCREMENT');
  }
  if (column.notNull) words.push('NOT NULL');
  if (column.references) words.push(`REFERENCES ${quote(column.references[0])}(${quote(column.references[1])})`);
  return words.join(' ');
}

const list = (names: readonly string[]): string => names.map(quote).join(', ');

export function indexSql(index: IndexShape, table: string): string {
  return `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quote(index.name)} ON ${quote(table)} (${list(index.columns)});`;
}

/** CREATE TABLE and its indexes. */
export function createSql(table: TableShape): readonly string[] {
  const lines = table.columns.map((column) => `  ${columnSql(column, table)}`);
  if (table.primaryKey.length > 1) lines.push(`  PRIMARY KEY (${list(table.primaryKey)})`);
  const suffix = table.withoutRowid ? ' WITHOUT ROWID' : '';
  return [
    `CREATE TABLE ${quote(table.name)} (\n${lines.join(',\n')}\n)${suffix};`,
    ...table.indexes.map((index) => indexSql(index, table.name)),
  ];
}

/** Adds a column to a table with rows: nothing but nullable columns may be added after release. */
export function addColumnSql(column: ColumnShape, table: TableShape): string {
  if (column.notNull) throw new Error(`${table.name}.${column.name}: only optional columns can be added`);
  return `ALTER TABLE ${quote(table.name)} ADD COLUMN ${columnSql(column, table)};`;
}
