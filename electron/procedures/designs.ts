import type { designProcedures } from '#shared/contract/table-design.ts';
import { registerOf } from '#shared/dictionary/registers.ts';
import { offerOf } from '#shared/statistics/design/offer.ts';
import { listDesigns, removeDesign, renameDesign, saveDesign, shareDesign } from '../services/designs/saved-designs.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const designHandlers: HandlersFor<typeof designProcedures> = {
  'design.offer': (_input, { session }) => offerOf(registerOf(session.register.kind)),
  'design.count': async (input, { session, services, note }) => {
    note({ period: input.period, view: input.view });
    const tables = await services.statistics.designed(session, input);
    note({ design: tables[0]?.id ?? '', filters: input.design.filters.map(({ field }) => field) });
    return { tables };
  },
  'design.list': (_input, { session }) => ({ designs: listDesigns(session) }),
  'design.save': atomic((input, { session }) => ({ id: saveDesign(session, input) })),
  'design.remove': atomic(({ id }, { session }) => {
    removeDesign(session, id);
    return {};
  }),
  'design.share': atomic((input, { session, note }) => {
    shareDesign(session, input);
    note({ shared: input.shared, inReport: input.inReport });
    return {};
  }),
  'design.rename': atomic((input, { session }) => {
    renameDesign(session, input);
    return {};
  }),
  'design.write': async (input, { session, services, note }) => {
    note({ period: input.period, view: input.view, format: input.format });
    const written = await services.reports.writeDesign(session, input);
    note({ digest: written.digest, filters: input.design.filters.map(({ field }) => field) });
    return written;
  },
};
