/** Invented registrations in columns, and the tables over them by their keys. */
import type { StatisticTable } from '#shared/contract/statistics.ts';
import { victims } from '#shared/dictionary/registers/victims/register.ts';
import type { GroupRow, Values } from '#shared/records/record.ts';
import type { TableBody } from '#shared/statistics/assemble-table.ts';
import { createTables } from '#shared/statistics/compute-tables.ts';
import { ColumnStore } from '#shared/statistics/store/column-store.ts';

/** Fields of a registration, and its groups as lists of rows. */
export type Registered = Readonly<Record<string, Values[string] | readonly Values[]>>;

const isGroup = (value: Registered[string]): value is readonly Values[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object');

/** Identified on a day of 2025 unless its decisions say otherwise; its number is its code where none is given. */
export function takeIn(store: ColumnStore, registered: Registered, number: number): void {
  const all: Registered = {
    victim_code: `V-${number}`,
    episode_no: 1,
    episode_relation: 'first_registration',
    status_decision: [{ status: 'formally_identified', status_date: '2025-05-01' }],
    ...registered,
  };
  const values: Record<string, Values[string]> = {};
  const groups: Record<string, readonly GroupRow[]> = {};
  for (const [field, value] of Object.entries(all)) {
    if (isGroup(value)) groups[field] = value.map((row, at) => ({ id: `${field} ${at}`, values: row }));
    else values[field] = value;
  }
  const entry = { enteredBy: 'a-1', enteredOn: '2026-11-01', findings: [] };
  store.apply({ id: `victim ${number}`, content: { values, groups }, isDraft: false, entry });
}

export function storeOf(registered: readonly Registered[]): ColumnStore {
  const store = new ColumnStore(victims, 'victim', 'XKX');
  store.setKinds('INST', new Map(Object.entries({ 'INST-1': 'police', 'INST-2': 'ngo' })));
  registered.forEach((each, index) => {
    takeIn(store, each, index + 1);
  });
  return store;
}

type View = StatisticTable['view'];

/** Protecting the tables of a register takes long; it is done once for each store and period. */
const answering = new WeakMap<ColumnStore, ReturnType<typeof createTables>>();

/** Every table of a statistic by its part; the empty name where there is only one. */
export function tablesOf(store: ColumnStore, id: string, period = '2025', view: View = 'internal') {
  const answer = answering.get(store) ?? createTables('victims', store);
  answering.set(store, answer);
  return new Map(answer({ id, period, view, threshold: 5 }).map((table) => [table.part ?? '', table]));
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
