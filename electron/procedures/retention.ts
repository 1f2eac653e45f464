import type { retentionProcedures } from '#shared/contract/retention.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const retentionHandlers: HandlersFor<typeof retentionProcedures> = {
  'retention.get': (_input, { session, services }) => services.retention.periods(session),
  'retention.set': atomic((input, { session, services, note }) => {
    note({ fields: services.retention.setPeriods(session, input) });
    return {};
  }),
  'retention.due': ({ limit }, { session, services }) => services.retention.due(session, limit),
  'erasure.preview': (input, { session, services }) => services.retention.preview(session, input),
  'erasure.propose': atomic((input, { session, services, note }) => {
    note({ records: input.recordIds, scope: input.scope });
    return { ids: services.retention.propose(session, input) };
  }),
  'erasure.withdraw': atomic(({ id, reason }, { session, services, note }) => {
    note({ recordId: services.retention.withdraw(session, id, reason) });
    return {};
  }),
  // Not atomic as a whole: the journal can only be emptied after the transaction.
  'erasure.confirm': ({ ids }, { session, services, note, enter }) =>
    services.retention.confirm(session, ids, (records) => {
      note({ erasures: ids, records });
      enter();
    }),
  'erasure.list': (_input, { session, services }) => services.retention.proposals(session),
  'erasure.finished': (input, { session, services }) => services.retention.finished(session, input),
  'erasure.print': ({ id, language, file }, { session, services, note }) => {
    const certificate = services.retention.certificate(session, id);
    note({ digest: certificate.digest });
    return services.reports.printErasure(session, certificate, language, file);
  },
};
