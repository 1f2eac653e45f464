/** The same table of the same period then and now. */
import type { ReleaseBetrayal, ReleasedTable } from './released-table.ts';

const nameOf = ({ id, part, period }: ReleasedTable): string => `${id} ${part} ${period}`;

/** Whether every cell of a table stood in another one, just as it is. */
export function repeats(table: ReleasedTable, other: ReleasedTable): boolean {
  if (nameOf(table) !== nameOf(other)) return false;
  const [rowAt, columnAt] = [
    table.rows.map((key) => other.rows.indexOf(key)),
    table.columns.map((key) => other.columns.indexOf(key)),
  ];
  return table.shown.every((cells, r) =>
    cells.every((count, c) => count === other.shown[rowAt[r] as number]?.[columnAt[c] as number]),
  );
}

const isSame = (a: ReleasedTable, b: ReleasedTable): boolean =>
  nameOf(a) === nameOf(b) &&
  JSON.stringify([a.rows, a.columns, a.shown]) === JSON.stringify([b.rows, b.columns, b.shown]);

/** Every table once, as it is. */
export const withoutCopies = (tables: readonly ReleasedTable[]): ReleasedTable[] =>
  tables.filter((table, at) => tables.findIndex((other) => isSame(table, other)) === at);

/** The same cell of the same table and period then and now; also where the program no longer knows the table. */
export function findAmongCopies(
  table: ReleasedTable,
  earlier: readonly ReleasedTable[],
  threshold: number,
): ReleaseBetrayal | null {
  for (const other of earlier) {
    if (nameOf(other) !== nameOf(table)) continue;
    const isChanged = table.rows.some((row, r) =>
      table.columns.some((column, c) => {
        const [then, now] = [
          other.shown[other.rows.indexOf(row)]?.[other.columns.indexOf(column)],
          table.shown[r]?.[c],
        ];
        if (typeof then !== 'number' || typeof now !== 'number') return false;
        const by = Math.abs(now - then);
        return by > 0 && by < threshold;
      }),
    );
    if (isChanged) return { key: table.key, reason: 'changed', earlier: [other.key] };
  }
  return null;
}
