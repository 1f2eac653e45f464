/** Values of the dictionary as columns, and back. Amounts are whole hundredths, so that sums are exact. */
import type { MissingMarker } from '#shared/dictionary/vocabulary.ts';
import { type FieldValue, isMissing, type Values } from '#shared/records/record.ts';
import type { StoredField } from '../derive-tables.ts';

/** What stands in one column of one row. */
export type Cell = string | number | null;

/** Columns of these fields, in the order in which rows are written and read. */
export const columnsOf = (fields: readonly StoredField[]): string[] =>
  fields.flatMap(({ column, missingColumn }) => [column, missingColumn].filter((name) => name !== null));

function cellOf({ field }: StoredField, value: FieldValue | undefined): Cell {
  if (value === undefined || value === null || isMissing(value)) return null;
  if (field.type === 'decimal') return Math.round(Number(value) * 100);
  return typeof value === 'number' ? value : String(value);
}

/** The cells of one field, in the order of `columnsOf`. */
export function cellsOf(stored: StoredField, value: FieldValue | undefined): Cell[] {
  const cells: Cell[] = [];
  if (stored.column !== null) cells.push(cellOf(stored, value));
  if (stored.missingColumn !== null) cells.push(isMissing(value) ? value.missing : null);
  return cells;
}

/** Cells of one row. Codes of multiple choice are not among them: they go to their link table. */
export const encode = (fields: readonly StoredField[], values: Values): Cell[] =>
  fields.flatMap((stored) => cellsOf(stored, values[stored.field.id]));

/** Values of one row read from `offset` on; codes of multiple choice are added by the caller. */
export function decode(
  fields: readonly StoredField[],
  row: readonly unknown[],
  offset: number,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  let at = offset;
  for (const { field, column, missingColumn } of fields) {
    const cell = column === null ? null : (row[at++] as Cell);
    const marker = missingColumn === null ? null : (row[at++] as MissingMarker | null);
    if (marker !== null) values[field.id] = { missing: marker };
    else if (cell !== null) values[field.id] = field.type === 'decimal' ? Number(cell) / 100 : cell;
  }
  return values;
}

/** Codes that the link table of a field holds for this value. */
export const codesOf = (value: FieldValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);
