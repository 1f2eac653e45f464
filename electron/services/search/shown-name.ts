import { personFieldsOf } from '#shared/dictionary/person-fields.ts';
import { identityOfRow } from '#shared/records/identity.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import { nameOf } from '../names/name-reader.ts';
import { identityAccess } from '../records/permissions.ts';
import { indexOfSession, type RecordSession } from '../records/record-session.ts';
import type { RootStore } from '../records/record-store.ts';
import { identityOf } from '../records/rule-context.ts';

/** The name of a record's person, or of the one whose row is given, where the session may open it at once; else null. */
export function shownName(
  session: RecordSession,
  store: RootStore,
  meta: StoredMeta,
  row: string | null,
): { given: string; family: string } | null {
  const fields = personFieldsOf(indexOfSession(session), store.entity);
  if (fields === null || identityAccess(session, store, meta) !== 'open') return null;
  const identity = identityOfRow(identityOf(session, store, meta.id) ?? {}, row ?? undefined);
  return { given: nameOf(identity, fields.given), family: nameOf(identity, fields.family) };
}
