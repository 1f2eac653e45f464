/** The tables of a register as its internal view shows them, without the search for what to hide: that takes longest. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { createLiveStores } from '#electron/services/statistics/counted-records.ts';
import { createDerivedSources, registerFactsSource } from '#electron/services/statistics/derived-sources.ts';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';
import { assembleTable, type TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { findDerived } from '#shared/statistics/catalogue/offered.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { deriveTables } from '#shared/statistics/derived/derive-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';
import type { ColumnStore } from '#shared/statistics/store/column-store.ts';

/** All parts of a table by its id and period. */
export type Tables = (id: string, period: string) => readonly TableBody[];

/** The tables that are counted from the records of a store. */
export function tablesOver(store: ColumnStore, kind: RegisterKind): Tables {
  const { count, measure } = createTableCounter(store);
  return (id, text) => {
    const statistic = findStatistic(kind, id);
    const period = parsePeriod(text);
    return statistic.parts.map((part) =>
      assembleTable({
        statistic,
        part,
        period,
        view: 'internal',
        threshold: 5,
        counts: count(part, period),
        hidden: [],
        measured: measure(part, period),
        hiddenMeasures: [],
        records: store.recordCount,
        draftsLeftOut: store.draftCount,
      }),
    );
  };
}

/** Every table of a register, derived ones included; the records are read once. */
export function tablesOfRegister(database: RegisterDatabase, kind: RegisterKind): Tables {
  const stores = createLiveStores(database, kind);
  const made = new Map<string, Tables>();
  const counted: Tables = (id, period) => {
    const { entity } = findStatistic(kind, id);
    const { store, catchUp } = stores(entity);
    catchUp();
    const tables = made.get(entity) ?? tablesOver(store, kind);
    made.set(entity, tables);
    return tables(id, period);
  };
  const { sourcesFor, follow } = createDerivedSources({
    stores,
    kind,
    facts: registerFactsSource(database, kind),
    tablesOf: ({ id, period }) => ({ tables: counted(id, period) }),
  });
  return (id, period) => {
    const derived = findDerived(kind, id);
    if (!derived) return counted(id, period);
    follow();
    return deriveTables(derived, { id, period, view: 'internal', threshold: 5 }, sourcesFor);
  };
}
