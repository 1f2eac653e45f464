import type { qualityProcedures } from '#shared/contract/quality.ts';
import type { HandlersFor } from './handler.ts';

export const qualityHandlers: HandlersFor<typeof qualityProcedures> = {
  'quality.table': (input, { session, services, note }) => {
    note({ by: input.by ?? 'none' });
    return services.quality.table(session, input);
  },
  'quality.confirmations': (input, { session, services, note }) => {
    note({ by: input.by ?? 'none', ...(input.rule === null ? {} : { rule: input.rule }) });
    return services.quality.confirmations(session, input);
  },
  'quality.write': async (input, { session, services, note }) => {
    note({ by: input.by ?? 'none' });
    const written = await services.reports.writeQuality(session, input);
    note({ digest: written.digest });
    return written;
  },
  'quality.judge': (_input, { session, services }) => services.quality.judge(session),
};
