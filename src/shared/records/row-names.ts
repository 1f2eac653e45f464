/** How the rows of a group are called where something stands within them: "Defendant 2 · Charge 1". */
import type { RegisterIndex } from '../dictionary/register-index.ts';
import { rowsBelow, rowsOf } from './content.ts';
import type { GroupRow, RecordContent } from './record.ts';

export interface NamedRow {
  readonly row: GroupRow;
  readonly name: string;
}

/** Rows in the order of the rows around them; each is numbered among those that stand within the same row. */
export function rowNames(
  index: RegisterIndex,
  content: RecordContent,
  group: string,
  nameOf: (entity: string) => string,
): readonly NamedRow[] {
  const numbered = (own: readonly GroupRow[], before: string): NamedRow[] =>
    own.map((row, at) => ({ row, name: `${before}${nameOf(group)} ${at + 1}` }));
  const outer = index.outerGroupOf(group);
  if (outer === undefined) return numbered(rowsOf(content, group), '');
  return rowNames(index, content, outer.id, nameOf).flatMap(({ row: around, name }) =>
    numbered(rowsBelow(content, group, around), `${name} · `),
  );
}
