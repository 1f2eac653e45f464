import { requireReadable } from './permissions.ts';
import type { RecordSession } from './record-session.ts';
import { type Found, storeOf } from './record-store.ts';

/** Finds a record the session may read. */
export function findReadable(session: RecordSession, id: string): Found {
  const found = storeOf(session.register.database, session.register.kind).find(id);
  requireReadable(session, found.record);
  return found;
}
