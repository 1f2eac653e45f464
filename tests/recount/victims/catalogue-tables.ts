/** The catalogue's tables of the register of victims as its internal view shows them, without the search for what to hide. */
import type { RegisterDatabase } from '#electron/database/register-database.ts';
import { createLiveStores } from '#electron/services/statistics/counted-records.ts';
import { assembleTable, type TableBody } from '#shared/statistics/assemble-table.ts';
import { statisticsOf } from '#shared/statistics/catalogue/catalogue.ts';
import { createTableCounter } from '#shared/statistics/count-table.ts';
import { parsePeriod } from '#shared/statistics/period.ts';

/** Gives every table of a period; the records are read once. */
export function catalogueTables(database: RegisterDatabase): (period: string) => readonly TableBody[] {
  const stores = createLiveStores(database, 'victims', 'counted');
  const counters = new Map(
    ['victim', 'prevented_case'].map((entity) => {
      const live = stores(entity);
      live.catchUp();
      return [entity, { store: live.store, counter: createTableCounter(live.store) }];
    }),
  );
  return (text) => {
    const period = parsePeriod(text);
    return statisticsOf('victims').flatMap((statistic) => {
      const counted = counters.get(statistic.entity);
      if (!counted) return [];
      const { store, counter } = counted;
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
    });
  };
}
