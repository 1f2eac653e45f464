/** Everything about records of an open register, built once by the data worker. */
import type { Output } from '#shared/contract/contract.ts';
import type { Lists } from '../lists/lists.ts';
import { readReferences } from '../reference.ts';
import { createIdentities, type Identities } from './identities.ts';
import { createRecordLists, type RecordLists } from './record-lists.ts';
import type { RecordSession } from './record-session.ts';
import { createRecordStates, type RecordStates } from './record-states.ts';
import { createRecords, type Records } from './records.ts';
import type { RecordParts } from './write-revision.ts';

export interface RecordServices extends Records, RecordLists {
  readonly states: RecordStates;
  readonly identities: Identities;
  references(session: RecordSession): Output<'reference.list'>;
}

/** Builds the record services; each call names the session it acts for. */
export function createRecordServices(parts: RecordParts & { readonly lists: Lists }): RecordServices {
  return {
    ...createRecords(parts),
    ...createRecordLists(parts.lists),
    states: createRecordStates(parts),
    identities: createIdentities(parts),
    references: ({ register: { database } }) => ({ lists: readReferences(database) }),
  };
}
