import type { searchProcedures } from '#shared/contract/search.ts';
import { otherRecords } from '../services/search/other-records.ts';
import type { HandlersFor } from './handler.ts';

export const searchHandlers: HandlersFor<typeof searchProcedures> = {
  'search.find': async (input, { session, services, note }) => {
    const found = await services.search.find(session, input);
    // What was looked for may be a name: how much was found is all that the log keeps.
    note({ namesFound: found.names.hits.length, textsFound: found.codes.length + found.texts.hits.length });
    return found;
  },
  'text.names': async (input, { session, services, note }) => {
    const found = await services.textsWithNames.find(session, input);
    note({ namesFound: found.named.length });
    return found;
  },
  'person.others': (input, { session }) => otherRecords(session, input),
  'person.likely': async (input, { session, services, note }) => {
    const found = await services.likelyPersons.find(session, input);
    note({ namesFound: found.persons.length });
    return found;
  },
};
