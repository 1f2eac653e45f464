/** The digest of a table: anyone who has the figures can compute it again and compare it with the print. */
import { createHash } from 'node:crypto';
import type { TableDesign } from '#shared/contract/table-design.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';

/** JSON without spaces, the keys of every object in the order of their letters. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** First 16 hex digits of the SHA-256 of a text. */
export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);

/** First 16 hex digits of SHA-256 over definition, period, view and cells; the same in every language. */
export function digestOf(table: TableBody): string {
  const { id, part, definitionVersion, period, view, threshold, rounded, rows, columns, cells } = table;
  return sha256Of(
    canonicalJson({
      id,
      part,
      definitionVersion,
      from: period.from,
      to: period.to,
      view,
      threshold,
      rounded,
      rows: rows.map(({ key }) => key),
      columns: columns.map(({ key }) => key),
      cells,
    }),
  );
}

/** First 16 hex digits of SHA-256 over the canonical form of what a print states. */
export const digestOfFacts = (facts: object): string => sha256Of(canonicalJson(facts));

/** One digest for a report of several tables; of a single one it is that table's own. */
export const digestOfAll = (tables: readonly { readonly digest: string }[]): string =>
  tables.length === 1 && tables[0] ? tables[0].digest : sha256Of(tables.map(({ digest }) => digest).join(' '));

/** Names a design by what it asks for, whatever somebody calls it and however it is drawn. */
export const designId = (design: TableDesign): string =>
  `D-${sha256Of(canonicalJson({ ...design, chart: null })).slice(0, 8)}`;
