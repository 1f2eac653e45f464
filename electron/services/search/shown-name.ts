import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import { nameOf } from '../names/name-reader.ts';
import { identityAccess } from '../records/permissions.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import type { RootStore } from '../records/record-store.ts';
import { identityOf } from '../records/rule-context.ts';

/** The name of a record's person, where the session may open it at once; null elsewhere. */
export function shownName(
  session: RecordSession,
  store: RootStore,
  meta: StoredMeta,
): { given: string; family: string } | null {
  const fields = personFieldsOf(indexOfSession(session), store.entity);
  if (fields === null || identityAccess(session, store, meta) !== 'open') return null;
  const identity = identityOf(session, store, meta.id) ?? {};
  return { given: nameOf(identity, fields.given), family: nameOf(identity, fields.family) };
}
