/** What tables count of a record that was returned for correction: its content as it was last completed. */
import type { GroupRow, RecordContent, Values } from '#shared/records/record.ts';
import { compactValues, orderKey } from './record-diff.ts';

/** The part of a history entry that undoing needs. */
export interface HistoryStep {
  readonly revision: number;
  readonly entity: string;
  readonly rowId: string | null;
  readonly field: string | null;
  readonly event: string;
  readonly before: Values | null;
}

/**
 * Content at `revision`, from the present content and the history in the order in which it was written.
 * Fields the record itself holds (number, code, state, archive flag) stay as they are now.
 */
export function revertTo(
  root: string,
  content: RecordContent,
  history: readonly HistoryStep[],
  revision: number,
): RecordContent {
  const values: Record<string, Values[string]> = { ...content.values };
  const groups = new Map(Object.entries(content.groups).map(([entity, rows]) => [entity, [...rows]]));
  for (const step of history.filter((each) => each.revision > revision).toReversed()) {
    if (step.entity === root) {
      if (isChange(step) && step.field !== null) values[step.field] = step.before?.[step.field] ?? null;
    } else if (isRowStep(step)) {
      groups.set(step.entity, undo(groups.get(step.entity) ?? [], step));
    }
  }
  const kept = [...groups].filter(([, rows]) => rows.length > 0);
  return { values: compactValues(values), groups: Object.fromEntries(kept) };
}

/** Typed, or moved to another entry of a list for many records at once. */
export const carriedOver = 'carried-over';
const isChange = ({ event }: HistoryStep): boolean => event === 'changed' || event === carriedOver;
const isRowStep = (step: HistoryStep): boolean => isChange(step) || ['row-added', 'row-removed'].includes(step.event);

function undo(rows: readonly GroupRow[], { event, rowId, field, before }: HistoryStep): GroupRow[] {
  if (event === 'row-added') return rows.filter(({ id }) => id !== rowId);
  if (event === 'row-removed') return rowId === null ? [...rows] : [...rows, { id: rowId, values: before ?? {} }];
  if (field === null) return inOrder(rows, before?.[orderKey]);
  return rows.map((row) =>
    row.id === rowId ? { id: row.id, values: compactValues({ ...row.values, [field]: before?.[field] ?? null }) } : row,
  );
}

function inOrder(rows: readonly GroupRow[], order: Values[string] | undefined): GroupRow[] {
  const ids: readonly string[] = Array.isArray(order) ? order : [];
  const place = (row: GroupRow): number => (ids.includes(row.id) ? ids.indexOf(row.id) : ids.length);
  return rows.toSorted((a, b) => place(a) - place(b));
}
