import type { statisticsProcedures } from '#shared/contract/statistics.ts';
import type { HandlersFor } from './handler.ts';

export const statisticsHandlers: HandlersFor<typeof statisticsProcedures> = {
  'statistics.list': (_input, { session, services }) => services.statistics.list(session),
  'statistics.table': async (input, { session, services, note }) => {
    note({ statistic: input.id, period: input.period, view: input.view });
    return { tables: await services.statistics.tables(session, input) };
  },
  'statistics.trend': (input, { session, services, note }) => {
    note({ statistic: input.id, period: input.period, view: input.view });
    return services.statistics.trend(session, input);
  },
  'statistics.marks': (input, { session, services }) => services.statistics.marks(session, input),
  'statistics.held': (_input, { session, services }) => services.statistics.held(session),
  'report.write': async (input, { session, services, note }) => {
    note({ statistic: input.id, period: input.period, view: input.view, format: input.format });
    const written = await services.reports.write(session, input);
    note({ digest: written.digest });
    return written;
  },
  'dictionary.print': ({ language, file }, { session, services }) =>
    services.reports.printDictionary(session, language, file),
};
