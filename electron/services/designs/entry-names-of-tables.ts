/** Gives the labels of a table the names that the reference lists of the register have, so that it can be read without them. */
import type { Label, PlainLabel } from '#shared/contract/statistics.ts';
import { namesInEach } from '#shared/dictionary/reference-lists/entry-names.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import type { readReferences } from '../reference.ts';

/** Countries have their names from the formats of a language, codes of the dictionary from its texts. */
export function withEntryNames(references: ReturnType<typeof readReferences>): (table: TableBody) => TableBody {
  const names = new Map<string, Readonly<Record<string, string>>>();
  for (const [list, entries] of Object.entries(references)) {
    if (list !== 'COUNTRY') for (const entry of entries) names.set(`${list} ${entry.code}`, namesInEach(entry));
  }
  const plain = (label: PlainLabel): PlainLabel => {
    if ('text' in label) return label;
    const known = names.get(`${label.list} ${label.code}`);
    return known ? { ...label, names: { ...known } } : label;
  };
  const named = (label: Label): Label => ('all' in label ? { ...label, all: label.all.map(plain) } : plain(label));
  const line = <T extends { readonly label: Label }>(each: T): T => ({ ...each, label: named(each.label) });
  return (table) => {
    const { designed } = table;
    return {
      ...table,
      rows: table.rows.map(line),
      columns: table.columns.map(line),
      ...(designed && {
        designed: {
          ...designed,
          filters: designed.filters.map(named),
          layer: designed.layer && { ...designed.layer, line: named(designed.layer.line) },
        },
      }),
    };
  };
}
