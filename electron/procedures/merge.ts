import type { mergeProcedures } from '#shared/contract/merge.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const mergeHandlers: HandlersFor<typeof mergeProcedures> = {
  'merge.prepare': ({ id, other }, { session, services }) => services.merges.prepare(session, id, other),
  'merge.persons': atomic((input, { session, services, note }) => {
    note({ records: input.registrations.map(({ id }) => id), code: input.code });
    return services.merges.persons(session, input);
  }),
  // Not atomic as a whole: attachments are sealed anew before the transaction that merges.
  'merge.records': (input, { session, services, note, enter }) =>
    services.merges.records(session, input, () => {
      note({ kept: input.kept.id, gone: input.gone.id, fields: [...input.fields, ...input.identity] });
      enter();
    }),
  'merge.list': ({ recordId }, { session, services }) => services.merges.list(session, recordId),
  'merge.undo': atomic(({ id, reason }, { session, services, note }) => {
    note({ records: services.merges.undo(session, id, reason) });
    return {};
  }),
};
