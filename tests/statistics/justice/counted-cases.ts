/** Invented cases in columns, and the tables over them by their keys. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { derive } from '#shared/dictionary/registers/justice/derivations.ts';
import { justice } from '#shared/dictionary/registers/justice/register.ts';
import type { RuleSubject } from '#shared/records/record.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';
import { context } from '../../justice/a-case.ts';

export const entry = { enteredBy: 'a-1', enteredOn: '2026-11-01', findings: [] };

/** Takes in a case as the program stores it, under a number of its own. */
export function takeIn(store: ColumnStore, subject: RuleSubject, number: number): void {
  const { values, groups } = derive(subject, context);
  const content = { values: { ...values, case_id: number }, groups };
  store.apply({ id: `case ${number}`, content, isDraft: false, entry });
}

export function storeOf(cases: readonly RuleSubject[]): ColumnStore {
  const store = new ColumnStore(justice, 'case', 'XKX');
  cases.forEach((subject, index) => {
    takeIn(store, subject, index + 1);
  });
  return store;
}

type View = StatisticTable['view'];

/** Every table of a statistic by its part; the empty name where there is only one. */
export function tablesOf(store: ColumnStore, id: string, period = '2025', view: View = 'internal') {
  const tables = createTables('justice', store)({ id, period, view, threshold: 5 });
  return new Map(tables.map((table) => [table.part ?? '', table]));
}

/** Cells of a table that hold something, as `row/column: figure`; zeros and empty figures are left out. */
export function figuresOf(table: TableBody | undefined): Record<string, number> {
  if (!table) throw new Error('no such table');
  return Object.fromEntries(
    table.rows.flatMap((row, r) =>
      table.columns.flatMap((column, c) => {
        const count = table.cells[r]?.[c]?.count;
        return count ? [[`${row.key}/${column.key}`, count] as const] : [];
      }),
    ),
  );
}
