/** Reads one import file into rows of typed values and tells every cell that does not fit. */
import type { JobResult } from '#shared/contract/exchange.ts';
import { type ImportColumn, importColumnsOf, parseCell } from '#shared/dictionary/derive-import.ts';
import { checkValue, type SchemaOptions } from '#shared/dictionary/derive-schema.ts';
import { isTyped, type RegisterIndex } from '#shared/dictionary/register-index.ts';
import type { FieldValue } from '#shared/records/record.ts';
import { exportOnlyColumns } from './export-columns.ts';
import { commentSign } from './import-template.ts';
import { restoreNeutralised } from './neutralise.ts';
import { type CsvForm, CsvProblem, type Delimiter, detectForm, type Encoding, readRows } from './read-csv.ts';

export type ImportProblem = JobResult<'exchange.import'>['problems'][number];
type FileReport = JobResult<'exchange.import'>['files'][number];

export interface ImportFile {
  readonly entity: string;
  readonly file: string;
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | ',' | ';' | 'tab';
}

export interface ImportRow {
  readonly line: number;
  /** Value of the `id` column; null for the vault, which has one row per record. */
  readonly key: string | null;
  /** Key of the record that a child row belongs to. */
  readonly parent: string | null;
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface ReadFile {
  readonly report: FileReport;
  readonly rows: readonly ImportRow[];
}

interface Column {
  readonly name: string;
  readonly position: number;
  readonly declared: ImportColumn;
}

/** Labels and versions that an export writes beside its codes. */
const isPassedOver = (name: string): boolean =>
  name.endsWith('__label') || exportOnlyColumns.some((column) => column === name);

const delimiterOf = (wanted: ImportFile['delimiter']): Delimiter | undefined =>
  wanted === 'auto' ? undefined : wanted === 'tab' ? '\t' : wanted;

/** Reads everything that can be read; problems go to `report`, rows with problems are left in for further checks. */
export async function readImportFile(
  index: RegisterIndex,
  wanted: ImportFile,
  options: SchemaOptions,
  report: (problem: ImportProblem) => void,
): Promise<ReadFile> {
  const form = detectForm(wanted.file, {
    encoding: wanted.encoding === 'auto' ? undefined : wanted.encoding,
    delimiter: delimiterOf(wanted.delimiter),
  });
  const rows: ImportRow[] = [];
  const tell = (
    line: number,
    column: string | null,
    code: ImportProblem['code'],
    params: ImportProblem['params'] = {},
  ) => report({ file: wanted.file, line, column, code, params });
  try {
    let columns: readonly Column[] | null = null;
    let width = 0;
    for await (const { line, cells } of readRows(wanted.file, form)) {
      if (!columns) {
        columns = readHeader(index, wanted.entity, cells, (column, code) => tell(line, column, code));
        width = cells.length;
        continue;
      }
      if (cells[0]?.startsWith(commentSign)) continue;
      if (cells.length !== width) tell(line, null, 'WRONG_FIELD_COUNT', { expected: width, found: cells.length });
      else rows.push(readRow(index, columns, line, cells, options, tell));
    }
    if (!columns) tell(1, null, 'MISSING_COLUMN', { column: 'id' });
  } catch (cause) {
    if (!(cause instanceof CsvProblem)) throw cause;
    tell(cause.line, null, cause.problem);
  }
  return { report: fileReport(wanted, form, rows.length), rows };
}

const fileReport = ({ file, entity }: ImportFile, { encoding, delimiter }: CsvForm, rows: number): FileReport => ({
  file,
  entity,
  encoding,
  delimiter: delimiter === '\t' ? 'tab' : delimiter,
  rows,
});

/** Known columns by position. Columns the program sets itself and label columns are passed over. */
function readHeader(
  index: RegisterIndex,
  entity: string,
  cells: readonly string[],
  tell: (column: string, code: 'UNKNOWN_COLUMN' | 'MISSING_COLUMN' | 'DUPLICATE_KEY') => void,
): readonly Column[] {
  const declared = importColumnsOf(index, entity);
  const columns: Column[] = [];
  for (const [position, cell] of cells.entries()) {
    const name = cell.trim();
    const known = declared.find((column) => column.name === name);
    const field = index.findField(entity, name);
    if (known && columns.some((column) => column.name === name)) tell(name, 'DUPLICATE_KEY');
    else if (known) columns.push({ name, position, declared: known });
    else if (!isPassedOver(name) && !(field && !isTyped(field))) tell(name, 'UNKNOWN_COLUMN');
  }
  for (const { name, role } of declared) {
    // A child row needs no key of its own, a record does: its children name it.
    const isNeeded = role === 'parent' || (role === 'key' && index.entity(entity).role === 'record');
    if (isNeeded && !columns.some((column) => column.name === name)) tell(name, 'MISSING_COLUMN');
  }
  return columns;
}

function readRow(
  index: RegisterIndex,
  columns: readonly Column[],
  line: number,
  cells: readonly string[],
  options: SchemaOptions,
  tell: (line: number, column: string, code: ImportProblem['code'], params?: ImportProblem['params']) => void,
): ImportRow {
  const values: Record<string, FieldValue> = {};
  let key: string | null = null;
  let parent: string | null = null;
  for (const { name, position, declared } of columns) {
    const cell = cells[position] ?? '';
    if (declared.role === 'key') key = cell.trim();
    else if (declared.role === 'parent') parent = cell.trim();
    else if (declared.field) {
      const { field } = declared;
      const parsed = parseCell(field, restoreNeutralised(cell));
      if (!parsed.ok) {
        tell(line, name, parsed.code);
        continue;
      }
      const issue = checkValue(index, field, parsed.value, options);
      if (issue) tell(line, name, issue.code, issue.params);
      else if (parsed.value !== null) values[field.id] = parsed.value;
    }
  }
  return { line, key, parent, values };
}
