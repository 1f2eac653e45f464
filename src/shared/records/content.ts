/** Changes of a record's content as plain functions: what the form does to it between two saves. */
import type { FieldRef, FieldValue, GroupRow, RecordContent, Values } from './record.ts';

/** Absent, null, an empty text and an empty choice all mean `not entered`. */
export const canonicalValue = (value: FieldValue | undefined): FieldValue =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

/** Equal in meaning. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true;
  const [left, right] = [canonicalValue(a), canonicalValue(b)];
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  return JSON.stringify(left) === JSON.stringify(right);
}

export const sameValues = (a: Values, b: Values): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => sameValue(a[field], b[field]));

/** Under this key a row of a group within another one names its row there; no field of a dictionary has this id. */
export const withinKey = 'within';

/** The row of the outer group that a row stands in; undefined for one that stands in the record itself. */
export function outerRowOf({ values }: GroupRow): string | undefined {
  const within = values[withinKey];
  return typeof within === 'string' ? within : undefined;
}

/** That row itself. */
export function outerRowIn(content: RecordContent, row: GroupRow): GroupRow | undefined {
  const id = outerRowOf(row);
  if (id === undefined) return undefined;
  for (const rows of Object.values(content.groups)) {
    const found = rows.find((each) => each.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A row, the row that it stands within, the one around that, and so on. */
export function* outwards(content: RecordContent, row: GroupRow | undefined): Generator<GroupRow> {
  for (let at = row; at !== undefined; at = outerRowIn(content, at)) yield at;
}

/** Rows that one group of a record may hold. */
export const mostRows = 500;

export const rowsOf = (content: RecordContent, entity: string): readonly GroupRow[] => content.groups[entity] ?? [];

/** Rows of a group that stand within one row, in order; those that stand in the record itself where there is none. */
export const rowsBelow = (content: RecordContent, entity: string, outer: GroupRow | undefined): readonly GroupRow[] =>
  rowsOf(content, entity).filter((row) => outerRowOf(row) === outer?.id);

export function readField(content: RecordContent, ref: FieldRef): FieldValue {
  if (ref.row === undefined) return content.values[ref.field] ?? null;
  return rowsOf(content, ref.entity).find((row) => row.id === ref.row)?.values[ref.field] ?? null;
}

const withValue = (values: Values, field: string, value: FieldValue): Values => ({ ...values, [field]: value });

export function writeField(content: RecordContent, ref: FieldRef, value: FieldValue): RecordContent {
  if (ref.row === undefined) return { ...content, values: withValue(content.values, ref.field, value) };
  const rows = rowsOf(content, ref.entity).map((row) =>
    row.id === ref.row ? { ...row, values: withValue(row.values, ref.field, value) } : row,
  );
  return withRows(content, ref.entity, rows);
}

export const withRows = (content: RecordContent, entity: string, rows: readonly GroupRow[]): RecordContent => ({
  ...content,
  groups: { ...content.groups, [entity]: rows },
});

export function insertRow(content: RecordContent, entity: string, row: GroupRow, at: number): RecordContent {
  const rows = [...rowsOf(content, entity)];
  rows.splice(at, 0, row);
  return withRows(content, entity, rows);
}

export function removeRow(content: RecordContent, entity: string, id: string): RecordContent {
  return withRows(
    content,
    entity,
    rowsOf(content, entity).filter((row) => row.id !== id),
  );
}

/** The rows that stand within a row, at every depth, with the group that each belongs to; outer ones first. */
export function rowsWithin(content: RecordContent, id: string): readonly { entity: string; row: GroupRow }[] {
  return Object.entries(content.groups).flatMap(([entity, rows]) =>
    rows.filter((row) => outerRowOf(row) === id).flatMap((row) => [{ entity, row }, ...rowsWithin(content, row.id)]),
  );
}

/** Fields whose values differ, rows that came or went included (as `row` without a field name). */
export interface Difference {
  readonly ref: FieldRef;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

function differingValues(ref: Omit<FieldRef, 'field'>, before: Values, after: Values): Difference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ ref: { ...ref, field }, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Every field in which two versions of a record differ. */
export function differences(entity: string, before: RecordContent, after: RecordContent): Difference[] {
  const found = differingValues({ entity }, before.values, after.values);
  for (const group of new Set([...Object.keys(before.groups), ...Object.keys(after.groups)])) {
    const rows = new Map(rowsOf(before, group).map((row) => [row.id, row.values]));
    for (const row of rowsOf(after, group)) {
      found.push(...differingValues({ entity: group, row: row.id }, rows.get(row.id) ?? {}, row.values));
      rows.delete(row.id);
    }
    for (const [id, values] of rows) found.push(...differingValues({ entity: group, row: id }, values, {}));
  }
  return found;
}
