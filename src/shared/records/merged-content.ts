/** Two records of one registration made into one: what the result holds, by a choice of fields and rows. */
import type { RegisterIndex } from '../dictionary/register-index.ts';
import { isTyped } from '../dictionary/register-index.ts';
import { sameValue } from './content.ts';
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

/** What is taken unless somebody decides otherwise: nothing that was answered is lost, and no row stands twice. */
export function suggestedChoice(
  index: RegisterIndex,
  entity: string,
  kept: RecordContent,
  gone: RecordContent,
): MergeChoice {
  const rows = index.groupsOf(entity).flatMap(({ id: group }) => {
    const own = kept.groups[group] ?? [];
    const others = gone.groups[group] ?? [];
    const added = others.filter((row) => !own.some((other) => isSameRow(index, group, other, row)));
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
  for (const { id: group } of index.groupsOf(entity)) {
    const own = (kept.groups[group] ?? []).filter(({ id }) => chosen.has(id));
    const added: GroupRow[] = [];
    for (const row of gone.groups[group] ?? []) {
      const same = own.find((other) => isSameRow(index, group, other, row));
      const copy = chosen.has(row.id) ? { id: newId(), values: row.values } : same;
      if (copy === undefined) continue;
      rowIds.set(row.id, copy.id);
      if (copy !== same) added.push(copy);
    }
    if (own.length + added.length > 0) groups[group] = [...own, ...added];
  }
  return { content: { values: mergedValues(kept.values, gone.values, choice.fields), groups }, rowIds };
}
