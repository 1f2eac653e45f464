/** The CSV files of an export of cases, read without a word of the program's own code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** Rows by the name of their file, such as `verdict.csv`. */
export type Files = ReadonlyMap<string, readonly Row[]>;

/** Parses the texts of files, by their names. */
export const parseFiles = (texts: ReadonlyMap<string, string>): Files =>
  new Map([...texts].map(([name, text]) => [name, parse(text, { bom: true, columns: true }) as readonly Row[]]));

/** Reads every CSV file of a folder. */
export function readFiles(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return parseFiles(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
}

function cellOf(row: Row, column: string): string {
  const cell = row[column];
  if (cell === undefined) throw new Error(`The export has no column ${column}.`);
  return cell;
}

/** The value of a column that must be there; null where it is empty or holds a marker such as `?unknown`. */
export function known(row: Row, column: string): string | null {
  const cell = cellOf(row, column);
  return cell === '' || (cell.startsWith('?') && !cell.startsWith('??')) ? null : cell;
}

export const isNotApplicable = (row: Row, column: string): boolean => cellOf(row, column) === '?not_applicable';

/** Several answers; none where they are not known. */
export const codesIn = (row: Row, column: string): readonly string[] => known(row, column)?.split('|') ?? [];

export function numberIn(row: Row, column: string): number | null {
  const cell = known(row, column);
  return cell === null ? null : Number(cell);
}
