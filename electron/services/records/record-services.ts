/** Everything about records of an open register, built once by the data worker. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import type { Lists } from '../lists/lists.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createIdentities, type Identities } from './identities.ts';
import { createNotes, type Notes } from './notes.ts';
import { abandonRecord, previousRecord } from './previous.ts';
import { type CountedRecords, createRecordLists, type RecordLists } from './record-lists.ts';
import type { RecordSession } from './record-session.ts';
import { createRecordStates, type RecordStates } from './record-states.ts';
import { createRecords, type Records } from './records.ts';
import { keepSecondPass } from './second-pass.ts';
import { createTasks, type Tasks } from './tasks.ts';
import { noteChange, type RecordParts } from './write-revision.ts';

export interface RecordServices extends Records, RecordLists {
  readonly states: RecordStates;
  readonly identities: Identities;
  readonly drafts: Drafts;
  readonly notes: Notes;
  readonly tasks: Tasks;
  previous(session: RecordSession, entity: string, except: string): Output<'record.previous'>;
  abandon(session: RecordSession, id: string): void;
  keepSecondPass(session: RecordSession, result: ParsedInput<'record.second-pass'>): void;
}

/** Builds the record services; each call names the session it acts for. */
export function createRecordServices(
  parts: RecordParts & { readonly lists: Lists; readonly counted: CountedRecords },
): RecordServices {
  return {
    ...createRecords(parts),
    ...createRecordLists(parts.lists, parts.counted),
    states: createRecordStates(parts),
    identities: createIdentities(parts),
    drafts: createDrafts(parts.clock),
    notes: createNotes(parts.clock),
    tasks: createTasks(parts),
    previous: previousRecord,
    keepSecondPass: (session, result) => keepSecondPass(session, result, parts.clock),
    abandon(session, id) {
      const entity = abandonRecord(session, id);
      noteChange(session.register.database, parts.publish, entity, id, parts.clock.now().toISOString());
    },
  };
}
