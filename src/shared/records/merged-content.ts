/** Two records of one registration made into one: what the result holds, by a choice of fields and rows. */
import type { RegisterIndex } from '../dictionary/register-index.ts';
import { isTyped } from '../dictionary/register-index.ts';
import { outerRowOf, sameValue, withinKey } from './content.ts';
import { type FieldValue, type GroupRow, isKnown, type RecordContent, type Values } from './record.ts';

export interface MergeChoice {
  /** Fields of the record itself whose answer is that of the record that goes. */
  readonly fields: readonly string[];
  /** Rows of both records that the result has; those of the record that stays come first. */
  readonly rows: readonly string[];
}

/** What somebody answers; the order of rows follows from where they stand. */
export const answeredFields = (index: RegisterIndex, entity: string) =>
  index.fieldsOf(entity).filter((field) => isTyped(field) && field.id !== index.entity(entity).ordinal);

/** Fields that somebody answers in which two sets of values differ. */
export const differingFields = (index: RegisterIndex, entity: string, kept: Values, gone: Values): string[] =>
  answeredFields(index, entity)
    .map(({ id }) => id)
    .filter((id) => !sameValue(kept[id], gone[id]));

/** An answer that says something is worth more than a reason why there is none, and that more than nothing. */
const worth = (value: FieldValue | undefined): number => (isKnown(value) ? 2 : (value ?? null) === null ? 0 : 1);

/** Fields of the record that goes which say more than those of the record that stays. */
export const suggestedFields = (index: RegisterIndex, entity: string, kept: Values, gone: Values): string[] =>
  differingFields(index, entity, kept, gone).filter((id) => worth(gone[id]) > worth(kept[id]));

/** Whether two rows of a group give the same answers; their order says nothing. */
export const isSameRow = (index: RegisterIndex, group: string, a: GroupRow, b: GroupRow): boolean =>
  differingFields(index, group, a.values, b.values).length === 0;

/** Whether a row of the record that stays is where a row of the other one would stand: within what its outer row became. */
function standsWithin(own: GroupRow, row: GroupRow, became: ReadonlyMap<string, string>): boolean {
  const outer = outerRowOf(row);
  return outer === undefined || became.get(outer) === outerRowOf(own);
}

/** What is taken unless somebody decides otherwise: nothing that was answered is lost, and no row stands twice. */
export function suggestedChoice(
  index: RegisterIndex,
  entity: string,
  kept: RecordContent,
  gone: RecordContent,
): MergeChoice {
  const twins = new Map<string, string>();
  const rows = index.groupsOf(entity).flatMap(({ id: group }) => {
    const own = kept.groups[group] ?? [];
    const added = (gone.groups[group] ?? []).filter((row) => {
      const twin = own.find((other) => standsWithin(other, row, twins) && isSameRow(index, group, other, row));
      if (twin !== undefined) twins.set(row.id, twin.id);
      return twin === undefined;
    });
    return [...own, ...added].map(({ id }) => id);
  });
  return { fields: suggestedFields(index, entity, kept.values, gone.values), rows };
}

/** Values of the one with those fields of the other that were chosen; a field left out of both stays out. */
export const mergedValues = (kept: Values, gone: Values, fields: readonly string[]): Values => ({
  ...kept,
  ...Object.fromEntries(fields.map((id) => [id, gone[id] ?? null])),
});

/**
 * Content of the record that stays. Rows of the record that goes get an id of `newId`, since they stay in their own
 * record too; `rowIds` tells which row of it is which of the result, rows with the same answers included.
 */
export function mergedContent(
  index: RegisterIndex,
  entity: string,
  kept: RecordContent,
  gone: RecordContent,
  choice: MergeChoice,
  newId: () => string,
): { readonly content: RecordContent; readonly rowIds: ReadonlyMap<string, string> } {
  const chosen = new Set(choice.rows);
  const rowIds = new Map<string, string>();
  const groups: Record<string, readonly GroupRow[]> = {};
  const standing = new Set<string>();
  for (const { id: group } of index.groupsOf(entity)) {
    // What stood within a row that was left out goes with it.
    const own = (kept.groups[group] ?? []).filter((row) => {
      const outer = outerRowOf(row);
      return chosen.has(row.id) && (outer === undefined || standing.has(outer));
    });
    const added: GroupRow[] = [];
    for (const row of gone.groups[group] ?? []) {
      const outer = outerRowOf(row);
      const now = outer === undefined ? undefined : rowIds.get(outer);
      if (outer !== undefined && now === undefined) continue;
      const same = own.find((other) => standsWithin(other, row, rowIds) && isSameRow(index, group, other, row));
      const values = now === undefined ? row.values : { ...row.values, [withinKey]: now };
      const copy = chosen.has(row.id) ? { id: newId(), values } : same;
      if (copy === undefined) continue;
      rowIds.set(row.id, copy.id);
      if (copy !== same) added.push(copy);
    }
    for (const { id } of own) standing.add(id);
    if (own.length + added.length > 0) groups[group] = [...own, ...added];
  }
  return { content: { values: mergedValues(kept.values, gone.values, choice.fields), groups }, rowIds };
}
