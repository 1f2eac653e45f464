/** The lists that an installation keeps, as the handlers see them. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { tablesOf } from '../../database/registers.ts';
import { changesOf } from '../../database/repositories/reference-changes.ts';
import { countUses } from '../../database/repositories/reference-uses.ts';
import type { RecordSession } from '../records/record-session.ts';
import { readReferences } from '../reference.ts';
import { type CarryOverParts, previewCarryOver, startCarryOver } from './carry-over.ts';
import { addEntry, correctEntry, entriesOf, reinstateEntry, requireEntry, retireEntry } from './edit-entries.ts';

export interface ReferenceLists {
  list(session: RecordSession): Output<'reference.list'>;
  uses(session: RecordSession, list: string): Output<'reference.uses'>;
  history(session: RecordSession, list: string, code: string): Output<'reference.history'>;
  add(session: RecordSession, input: ParsedInput<'reference.add'>): number;
  /** Names of the facts that were changed. */
  correct(session: RecordSession, input: ParsedInput<'reference.correct'>): string[];
  retire(session: RecordSession, input: ParsedInput<'reference.retire'>): string[];
  reinstate(session: RecordSession, input: ParsedInput<'reference.reinstate'>): string[];
  preview(session: RecordSession, input: ParsedInput<'reference.preview'>): Output<'reference.preview'>;
  carryOver(session: RecordSession, input: ParsedInput<'reference.carry-over'>): Output<'reference.carry-over'>;
}

/** Builds the services over the reference lists of the open register. */
export function createReferenceLists(parts: CarryOverParts): ReferenceLists {
  return {
    list: ({ register: { database } }) => ({ lists: readReferences(database) }),
    uses(session, list) {
      entriesOf(session, list);
      const { database, kind } = session.register;
      return { uses: countUses(database, tablesOf(kind), list) };
    },
    history(session, list, code) {
      requireEntry(entriesOf(session, list), code);
      return {
        changes: changesOf(session.register.database, list, code).map(
          ({ number, at, by, change, before, after, reason }) => ({
            number,
            at,
            by,
            change,
            before: { ...before },
            after: { ...after },
            reason,
          }),
        ),
      };
    },
    add: (session, input) => addEntry(parts, session, input),
    correct: (session, input) => correctEntry(parts, session, input),
    retire: (session, input) => retireEntry(parts, session, input),
    reinstate: (session, input) => reinstateEntry(parts, session, input),
    preview: previewCarryOver,
    carryOver: (session, input) => startCarryOver(parts, session, input),
  };
}
