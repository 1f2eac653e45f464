import type { referenceProcedures } from '#shared/contract/reference.ts';
import { atomic, type HandlersFor } from './handler.ts';

/** Facts of an entry by their names; the languages of its names are one. */
const factNames = (changed: readonly string[]): string[] => [
  ...new Set(changed.map((name) => name.split('.')[0] ?? name)),
];

export const referenceHandlers: HandlersFor<typeof referenceProcedures> = {
  'reference.list': (_input, { session, services }) => services.referenceLists.list(session),
  'reference.uses': ({ list }, { session, services }) => services.referenceLists.uses(session, list),
  'reference.history': ({ list, code }, { session, services }) => services.referenceLists.history(session, list, code),
  'reference.add': atomic((input, { session, services, note }) => {
    const number = services.referenceLists.add(session, input);
    note({ list: input.list, code: input.code, number, ...(input.despiteAlike ? { despiteAlike: true } : {}) });
    return { number };
  }),
  'reference.correct': atomic((input, { session, services, note }) => {
    const facts = factNames(services.referenceLists.correct(session, input));
    note({ list: input.list, code: input.code, facts, ...(input.despiteAlike ? { despiteAlike: true } : {}) });
    return {};
  }),
  'reference.retire': atomic((input, { session, services, note }) => {
    services.referenceLists.retire(session, input);
    const { list, code, lastDay, successor } = input;
    note({ list, code, lastDay, ...(successor === null ? {} : { successor }) });
    return {};
  }),
  'reference.reinstate': atomic((input, { session, services, note }) => {
    services.referenceLists.reinstate(session, input);
    note({ list: input.list, code: input.code });
    return {};
  }),
  'reference.preview': (input, { session, services, note }) => {
    note({ list: input.list, code: input.code });
    return services.referenceLists.preview(session, input);
  },
  'reference.carry-over': (input, { session, services, note }) => {
    const { list, code, to: successor, withLocked } = input;
    note({ list, code, successor, withLocked });
    return services.referenceLists.carryOver(session, input);
  },
};
