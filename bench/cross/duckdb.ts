/** The same records in DuckDB, each column in the format that suits it best, and a design as its SQL. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { DesignDimension, DesignFilter, DesignQuantity, TableDesign } from '#shared/contract/table-design.ts';
import type { RegisterDeclaration } from '#shared/dictionary/vocabulary.ts';
import { type DesignableField, designableEntities } from '#shared/statistics/design/design-fields.ts';
import { firstCode } from '#shared/statistics/store/codebook.ts';
import { isDay } from '#shared/statistics/store/column.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';

export interface Reference {
  readonly connection: DuckDBConnection;
  readonly version: string;
  readonly columns: number;
  close(): void;
}

const quoted = (text: string): string => `"${text}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const rowsAtOnce = 20_000;

/** What the dictionary calls no answer stands as NULL: the fastest way to leave it out. */
const isAnswer = (code: string | undefined): code is string => code !== undefined && code !== 'unknown';

interface Loaded {
  readonly name: string;
  /** Type in the file, type in the table, and how the one becomes the other. */
  readonly read: string;
  readonly expression: string;
  readonly enumeration: readonly string[] | null;
  readonly text: (row: number) => string;
}

function columnOf(store: ColumnStore, { id, entity }: DesignableField): Loaded | null {
  const column = store.column(entity, id);
  const name = quoted(id);
  const type = quoted(`e_${id}`);
  if (column.type === 'code' || column.type === 'codes') {
    const codes = Array.from({ length: column.codebook.size - firstCode }, (_, at) =>
      column.codebook.codeOf(at + firstCode),
    );
    const enumeration = codes.filter(isAnswer);
    if (enumeration.length === 0) return null;
    const known = codes.map((code) => (isAnswer(code) ? code : ''));
    if (column.type === 'code') {
      const expression = `enum_range(NULL::${type})[${name}]`;
      const numberOf = known.map((code) => (code === '' ? '' : String(enumeration.indexOf(code) + 1)));
      return {
        name: id,
        read: 'INTEGER',
        expression,
        enumeration,
        text: (row) => numberOf[column.values.at(row) - firstCode] ?? '',
      };
    }
    const text = (row: number): string => {
      const found: string[] = [];
      for (let at = column.offsets.at(row); at < column.offsets.at(row + 1); at++) {
        const code = known[column.values.at(at) - firstCode] ?? '';
        if (code !== '') found.push(code);
      }
      return found.join('|');
    };
    return { name: id, read: 'VARCHAR', expression: `string_split(${name}, '|')::${type}[]`, enumeration, text };
  }
  if (column.type === 'date') {
    const text = (row: number): string => (isDay(column.earliest.at(row)) ? String(column.earliest.at(row)) : '');
    return { name: id, read: 'INTEGER', expression: `DATE '1970-01-01' + ${name}`, enumeration: null, text };
  }
  if (column.type === 'number') {
    const isWhole = column.values.kind === 'i16';
    const text = (row: number): string =>
      column.values.at(row) - column.lowest >= firstCode ? String(column.values.at(row)) : '';
    return { name: id, read: isWhole ? 'SMALLINT' : 'DOUBLE', expression: name, enumeration: null, text };
  }
  return null;
}

/** A table of its own format in memory, with codes as ENUM and several of them as lists; its usual number of threads. */
export async function loadReference(register: RegisterDeclaration, store: ColumnStore): Promise<Reference> {
  const fields = [...(designableEntities(register).get(store.entity)?.fields.values() ?? [])];
  const columns = fields.flatMap((field) => columnOf(store, field) ?? []);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const folder = mkdtempSync(join(tmpdir(), 'kriter-bench-'));
  try {
    const file = join(folder, 'records.csv');
    writeFileSync(file, '');
    for (let from = 0; from < store.rowCount; from += rowsAtOnce) {
      const lines: string[] = [];
      for (let row = from; row < Math.min(from + rowsAtOnce, store.rowCount); row++) {
        lines.push(columns.map(({ text }) => text(row)).join(','));
      }
      appendFileSync(file, `${lines.join('\n')}\n`);
    }
    for (const { name, enumeration } of columns) {
      if (enumeration)
        await connection.run(`CREATE TYPE ${quoted(`e_${name}`)} AS ENUM (${enumeration.map(literal).join(', ')})`);
    }
    const types = columns.map(({ name, read }) => `${literal(name)}: ${literal(read)}`).join(', ');
    const chosen = columns.map(({ name, expression }) => `${expression} AS ${quoted(name)}`).join(', ');
    await connection.run(
      `CREATE TABLE record AS SELECT ${chosen} FROM read_csv(${literal(file)}, header = false, auto_detect = false, columns = {${types}})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  const [[version] = []] = (await connection.runAndReadAll('SELECT version()')).getRows();
  return { connection, version: String(version), columns: columns.length, close: () => connection.closeSync() };
}

/** One query: the figure of every combination of answers. */
export function sqlOf(register: RegisterDeclaration, design: TableDesign): string {
  const { layer, rows, columns, filters, measure, unit } = design;
  const fieldOf = ({ entity, field }: { entity: string; field: string }): DesignableField => {
    const found = designableEntities(register).get(entity)?.fields.get(field);
    if (!found) throw new Error(`${entity}.${field} is not declared`);
    return found;
  };
  const dimensions = [...(layer ? [layer] : []), ...rows, ...columns];
  const chosen = dimensions.map((each, at) => `${expressionOf(each, fieldOf(each))} AS d${at}`);
  const day = unit.by === 'rule' ? '' : `${quoted(unit.day.field)} BETWEEN DATE '2000-01-01' AND DATE '2030-12-31'`;
  const where = [day, ...filters.map(conditionOf)].join(' AND ');
  const value = 'quantity' in measure ? `, ${measuredOf(measure.quantity)} AS v` : '';
  const names = dimensions.map((_, at) => `d${at}`).join(', ');
  const figure = value === '' ? 'count(*)' : 'avg(v)';
  return `SELECT ${names}, ${figure} AS figure FROM (SELECT ${chosen.join(', ')}${value} FROM record WHERE ${where}) GROUP BY ${names}`;
}

function expressionOf({ field, by }: DesignDimension, { type, bounds }: DesignableField): string {
  if (by === 'year') return `year(${quoted(field)})`;
  if (by === 'class') {
    const cases = [...bounds].reverse().map((bound) => `WHEN ${quoted(field)} >= ${bound} THEN ${bound}`);
    return `CASE ${cases.join(' ')} END`;
  }
  return type === 'codes' ? `unnest(${quoted(field)})` : quoted(field);
}

function conditionOf(filter: DesignFilter): string {
  const name = quoted(filter.field);
  if (filter.kind === 'codes') return `${name} IN (${filter.anyOf.map(literal).join(', ')})`;
  if (filter.kind === 'number') return `${name} BETWEEN ${filter.from} AND ${filter.to}`;
  if (filter.kind === 'period') return `${name} >= DATE ${literal(filter.from ?? '')}`;
  throw new Error('no table of the benchmark asks for that');
}

function measuredOf(quantity: DesignQuantity): string {
  if (quantity.from === 'number') return quoted(quantity.field);
  const [start, end] = [quoted(quantity.start.field), quoted(quantity.end.field)];
  return `CASE WHEN ${end} >= ${start} THEN ${end} - ${start} END`;
}
