import type { summaryProcedures } from '#shared/contract/summary.ts';
import type { HandlersFor } from './handler.ts';

export const summaryHandlers: HandlersFor<typeof summaryProcedures> = {
  'summary.write': (input, { session, services, note }) => {
    const { period, view, languages, formats, without } = input;
    note({ period, view, languages: languages.join(' '), formats: formats.join(' '), without });
    return services.summaries.write(session, input);
  },
};
