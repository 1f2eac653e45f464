/** The tables of the register of victims as its internal view shows them, without the search for what to hide. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { createLiveStores } from '#electron/services/statistics/counted-records.ts';
import { createDerivedSources, registerFactsSource } from '#electron/services/statistics/derived-sources.ts';
import { assembleTable, type TableBody } from '#shared/statistics/assemble-table.ts';
import { findStatistic } from '#shared/statistics/catalogue/catalogue.ts';
import { findDerived } from '#shared/statistics/catalogue/offered.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { deriveTables } from '#shared/statistics/derived/derive-tables.ts';
import { parsePeriod } from '#shared/statistics/period.ts';

/** Gives the tables of a period by their ids; the records are read once. */
export function catalogueTables(database: RegisterDatabase): (id: string, period: string) => readonly TableBody[] {
  const stores = createLiveStores(database, 'victims', 'counted');
  const counters = new Map<string, ReturnType<typeof createTableCounter>>();
  const counterOf = (entity: string) => {
    const { store, catchUp } = stores(entity);
    catchUp();
    const counter = counters.get(entity) ?? createTableCounter(store);
    counters.set(entity, counter);
    return { store, counter };
  };
  const counted = (id: string, text: string): readonly TableBody[] => {
    const statistic = findStatistic('victims', id);
    const { store, counter } = counterOf(statistic.entity);
    const period = parsePeriod(text);
    return statistic.parts.map((part) =>
      assembleTable({
        statistic,
        part,
        period,
        view: 'internal',
        threshold: 5,
        counts: counter.count(part, period),
        hidden: [],
        measured: counter.measure(part, period),
        hiddenMeasures: [],
        records: store.recordCount,
        draftsLeftOut: store.draftCount,
      }),
    );
  };
  const { sourcesFor, follow } = createDerivedSources({
    stores,
    kind: 'victims',
    facts: registerFactsSource(database, 'victims'),
    tablesOf: ({ id, period }) => ({ tables: counted(id, period) }),
  });
  return (id, period) => {
    const derived = findDerived('victims', id);
    if (!derived) return counted(id, period);
    follow();
    return deriveTables(derived, { id, period, view: 'internal', threshold: 5 }, sourcesFor);
  };
}
