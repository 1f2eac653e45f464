/** What a save changed, field by field and row by row: the entries of the history. */
import type { FieldValue, GroupRow, RecordContent, Values } from '#shared/records/record.ts';

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

/** Absent, null, an empty text and an empty choice all mean `not entered`. */
export const canonicalValue = (value: FieldValue | undefined): FieldValue =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

export const isSameValue = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  a === b || JSON.stringify(canonicalValue(a)) === JSON.stringify(canonicalValue(b));

/** The same values without those that say nothing. */
export const compactValues = (values: Values): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => {
      const kept = canonicalValue(value);
      return kept === null ? [] : [[id, kept] as const];
    }),
  );

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
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field): ContentChange[] =>
    isSameValue(before[field], after[field])
      ? []
      : [
          {
            entity,
            rowId,
            field,
            event: 'changed',
            before: { [field]: canonicalValue(before[field]) },
            after: { [field]: canonicalValue(after[field]) },
          },
        ],
  );
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
