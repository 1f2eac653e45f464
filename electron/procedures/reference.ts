import type { referenceProcedures } from '#shared/contract/reference.ts';
import type { HandlersFor } from './handler.ts';

export const referenceHandlers: HandlersFor<typeof referenceProcedures> = {
  'reference.list': (_input, { session, services }) => services.records.references(session),
};
