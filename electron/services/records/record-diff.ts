/** What a save changed, field by field and row by row: the entries of the history. */
import { canonicalValue, sameValue } from '#shared/records/content.ts';
import type { GroupRow, RecordContent, Values } from '#shared/records/record.ts';

export interface ContentChange {
  readonly entity: string;
  readonly rowId: string | null;
  /** null: a whole row, or the order of the rows of a group. */
  readonly field: string | null;
  readonly event: 'changed' | 'row-added' | 'row-removed';
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Under this key an entry without a field keeps the order of the rows of a group. */
export const orderKey = 'rows';

/** The values without those that say nothing; the same object where all of them say something. */
export function compactValues(values: Values): Values {
  const says = (id: string): boolean => canonicalValue(values[id]) !== null;
  const ids = Object.keys(values);
  return ids.every(says) ? values : Object.fromEntries(ids.filter(says).map((id) => [id, values[id] ?? null]));
}

/** Every difference; the order of rows comes before the rows, so that undoing backwards ends with it. */
export function diffContent(entity: string, before: RecordContent, after: RecordContent): ContentChange[] {
  const groups = [...new Set([...Object.keys(before.groups), ...Object.keys(after.groups)])];
  return [
    ...diffValues(entity, null, before.values, after.values),
    ...groups.flatMap((group) => diffRows(group, before.groups[group] ?? [], after.groups[group] ?? [])),
  ];
}

/** Differences between the values of one record or row. */
export function diffValues(entity: string, rowId: string | null, before: Values, after: Values): ContentChange[] {
  const fields = [...Object.keys(before), ...Object.keys(after).filter((field) => !(field in before))];
  return fields
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({
      entity,
      rowId,
      field,
      event: 'changed',
      before: { [field]: canonicalValue(before[field]) },
      after: { [field]: canonicalValue(after[field]) },
    }));
}

function diffRows(entity: string, before: readonly GroupRow[], after: readonly GroupRow[]): ContentChange[] {
  const changes: ContentChange[] = [];
  const order = (rows: readonly GroupRow[]): Values => ({ [orderKey]: rows.map(({ id }) => id) });
  // Rows added at the end need no entry: taking them away again gives the old order.
  if (before.some((row, position) => after[position]?.id !== row.id)) {
    changes.push({ entity, rowId: null, field: null, event: 'changed', before: order(before), after: order(after) });
  }
  for (const row of before) {
    if (after.some(({ id }) => id === row.id)) continue;
    const values = compactValues(row.values);
    changes.push({ entity, rowId: row.id, field: null, event: 'row-removed', before: values, after: null });
  }
  for (const row of after) {
    const old = before.find(({ id }) => id === row.id);
    if (old) changes.push(...diffValues(entity, row.id, old.values, row.values));
    else {
      const values = compactValues(row.values);
      changes.push({ entity, rowId: row.id, field: null, event: 'row-added', before: null, after: values });
    }
  }
  return changes;
}
