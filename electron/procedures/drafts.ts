import type { draftProcedures } from '#shared/contract/draft.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const draftHandlers: HandlersFor<typeof draftProcedures> = {
  'draft.keep': atomic((input, { session, services }) => services.records.drafts.keep(session, input)),
  'draft.discard': atomic(({ id, window }, { session, services }) => {
    services.records.drafts.discard(session, id, window);
    return {};
  }),
  'draft.release': ({ id, window }, { session, services }) => {
    services.records.drafts.release(session, id, window);
    return {};
  },
  'draft.list': (_input, { session, services }) => services.records.drafts.list(session),
};
