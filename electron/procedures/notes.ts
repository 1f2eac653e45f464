import type { noteProcedures } from '#shared/contract/note.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const noteHandlers: HandlersFor<typeof noteProcedures> = {
  'note.list': ({ recordId, reason }, { session, services, note }) => {
    if (reason !== null) note({ reason });
    return services.records.notes.list(session, recordId, reason);
  },
  'note.add': atomic((input, { session, services, note }) => {
    note({ field: input.at.field });
    return services.records.notes.add(session, input);
  }),
  'note.remove': atomic(({ recordId, id }, { session, services }) => {
    services.records.notes.remove(session, recordId, id);
    return {};
  }),
};
