/** What does not go out, since with others it would show a small group. */
import { AppError } from '#shared/contract/errors.ts';
import { betrayalReasons, type TableBetrayal } from '#shared/contract/publication.ts';
import type { SummaryContent, WithheldTable } from '#shared/contract/summary.ts';
import { digestOfFacts } from '../statistics/digest.ts';
import { nameOfTable } from './released-tables.ts';

/** The same without the tables named, which it lists as withheld; INVALID_INPUT where none is left. */
export function withhold(content: SummaryContent, names: readonly string[]): SummaryContent {
  const { digest: _, ...stated } = content;
  const tables = stated.tables.filter((table) => !names.includes(nameOfTable(table)));
  if (tables.length === stated.tables.length) return content;
  if (tables.length === 0) throw new AppError('INVALID_INPUT', { fields: ['without'] });
  const withheld = stated.tables
    .filter((table) => !tables.includes(table))
    .map(({ id, part, designed }): WithheldTable => ({ id, part, title: designed?.title ?? null }));
  const facts = { ...stated, tables, withheld: [...(stated.withheld ?? []), ...withheld] };
  return { ...facts, digest: digestOfFacts(facts) };
}

/** Own tables that betray something: all parts of each, since it goes out whole or not at all. */
export function betrayingDesigns({ tables }: SummaryContent, betrayals: readonly TableBetrayal[]): string[] {
  const isBetraying = new Set(betrayals.map(({ table }) => table));
  const designed = tables.filter((table) => table.designed !== undefined);
  const ids = new Set(designed.filter((table) => isBetraying.has(nameOfTable(table))).map(({ id }) => id));
  return designed.filter(({ id }) => ids.has(id)).map(nameOfTable);
}

/** BETRAYS_GROUP with the tables named, by reason too, and how many of the others could go out; nothing where there are none. */
export function refuse({ tables, threshold }: SummaryContent, betrayals: readonly TableBetrayal[]): void {
  if (betrayals.length === 0) return;
  const earlier = betrayals.flatMap((each) => each.earlier.map(({ table, period }) => `${table} ${period}`));
  const byReason = betrayalReasons.map((reason) => [
    reason,
    betrayals.filter((each) => each.reason === reason).map(({ table }) => table),
  ]);
  throw new AppError('BETRAYS_GROUP', {
    tables: betrayals.map(({ table }) => table).join(', '),
    earlier: [...new Set(earlier)].join(', '),
    threshold,
    ...Object.fromEntries(byReason),
    left: tables.length - betrayals.length,
  });
}
