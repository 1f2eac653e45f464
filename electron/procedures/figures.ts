import type { figureProcedures } from '#shared/contract/figure.ts';
import type { HandlersFor } from './handler.ts';

export const figureHandlers: HandlersFor<typeof figureProcedures> = {
  'figure.count': async (input, { session, services }) =>
    (await services.statistics.ask(session, 'counted', input)).value,
};
