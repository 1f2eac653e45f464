import type { identityProcedures } from '#shared/contract/identity.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const identityHandlers: HandlersFor<typeof identityProcedures> = {
  'identity.open': ({ recordId, reason }, { session, services, note }) => {
    // The written reason is what an auditor reads; it is no value of the record.
    if (reason !== null) note({ reason });
    return services.records.identities.open(session, recordId, reason);
  },
  'identity.save': atomic((input, { session, services, note }) => {
    note({ fields: Object.keys(input.values) });
    return services.records.identities.save(session, input);
  }),
};
