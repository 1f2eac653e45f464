/** What becomes of a record whose answers move from a retired entry to its successor. */
import type { RegisterIndex } from '#shared/dictionary/register-index.ts';
import { differences, writeField } from '#shared/records/content.ts';
import type { FieldValue, RecordContent, RuleContext, Values } from '#shared/records/record.ts';

export interface Move {
  readonly list: string;
  readonly from: string;
  readonly to: string;
}

function movedValue(value: FieldValue | undefined, { from, to }: Move): FieldValue | undefined {
  if (value === from) return to;
  if (!Array.isArray(value) || !value.includes(from)) return value;
  // Where both were chosen one answer is left, at the first of their places.
  return [...new Set((value as readonly string[]).map((code) => (code === from ? to : code)))];
}

/** The same content with the successor wherever the retired entry stood; nothing else is touched. */
export function movedContent(
  index: RegisterIndex,
  entity: string,
  { values, groups }: RecordContent,
  move: Move,
): RecordContent {
  const inEntity = (of: string, held: Values): Values => {
    const moved: Record<string, FieldValue> = { ...held };
    for (const { id, list } of index.fieldsOf(of)) {
      if (list !== move.list || held[id] === undefined) continue;
      moved[id] = movedValue(held[id], move) ?? null;
    }
    return moved;
  };
  return {
    values: inEntity(entity, values),
    groups: Object.fromEntries(
      Object.entries(groups).map(([group, rows]) => [
        group,
        rows.map((row) => ({ id: row.id, values: inEntity(group, row.values) })),
      ]),
    ),
  };
}

/**
 * The content moved, and with it what the program sets from the entry, such as the range of punishment of an article.
 * Whatever else it would set today stays as it is stored: nothing but the entry changes hands.
 */
export function movedWithDerived(
  index: RegisterIndex,
  { entity, id }: { readonly entity: string; readonly id: string },
  content: RecordContent,
  move: Move,
  context: RuleContext,
): RecordContent {
  const moved = movedContent(index, entity, content, move);
  const derived = (held: RecordContent) => index.register.derive({ entity, id, ...held }, context);
  const following = differences(entity, derived(content), derived(moved));
  return following.reduce((held, { ref, after }) => writeField(held, ref, after), moved);
}
