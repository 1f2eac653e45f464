/** Everything that a store says of its living records, in an order that does not depend on how it came to hold them. */
import { firstCode } from '#shared/statistics/store/codebook.ts';
import type { Column } from '#shared/statistics/store/column.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { type Declared, groupsOfRoot, rowsOfEntity } from '#shared/statistics/store/group.ts';

function valueAt(column: Column, row: number): unknown {
  switch (column.type) {
    case 'code':
      return nameOf(column.codebook, column.values.at(row));
    case 'codes': {
      const found = [];
      for (let at = column.offsets.at(row); at < column.offsets.at(row + 1); at++) {
        found.push(nameOf(column.codebook, column.values.at(at)));
      }
      return found;
    }
    case 'date':
      return [column.earliest.at(row), column.latest.at(row)];
    default:
      return column.values.at(row);
  }
}

const nameOf = (codebook: { codeOf(number: number): string | undefined }, number: number): unknown =>
  number < firstCode ? number : (codebook.codeOf(number) ?? 'no code');

/** By record: its answers, those of each row of its groups with the place of the row around it, and its entry. */
export function dumpStore(store: ColumnStore, declared: Declared): Record<string, unknown> {
  const rootFields = [...rowsOfEntity(declared, store.entity).columns.keys()];
  const groups = [...groupsOfRoot(declared, store.entity)].map(([id, { rows }]) => ({
    id,
    fields: [...rows.columns.keys()],
  }));
  const { by, on, findings } = store.entry;
  const found: [string, unknown][] = [];
  for (let row = 0; row < store.rowCount; row++) {
    if (!store.isAlive(row)) continue;
    const answers = rootFields.map((field) => valueAt(store.column(store.entity, field), row));
    const rows = groups.map(({ id, fields }) => {
      const { start, count } = store.groupRows(id);
      const outer = store.outerRows(id);
      const first = outer.entity === store.entity ? row : store.groupRows(outer.entity).start.at(row);
      return Array.from({ length: count.at(row) }, (_, at) => [
        (outer.rows[start.at(row) + at] ?? -1) - first,
        ...fields.map((field) => valueAt(store.column(id, field), start.at(row) + at)),
      ]);
    });
    const entry = [by, on, findings].map((column) => valueAt(column, row));
    found.push([store.idOf(row), { answers, rows, entry, seq: store.seqOf(store.idOf(row)) }]);
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...Object.fromEntries(found), records: store.recordCount, drafts: store.draftCount };
}
