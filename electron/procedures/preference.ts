import type { preferenceProcedures } from '#shared/contract/preference.ts';
import { readPreferences, writePreferences } from '../services/preferences.ts';
import { atomic, type HandlersFor } from './handler.ts';

export const preferenceHandlers: HandlersFor<typeof preferenceProcedures> = {
  'preference.get': (_input, { session }) => ({ values: readPreferences(session) }),
  'preference.set': atomic(({ values }, { session }) => {
    writePreferences(session, values);
    return {};
  }),
};
