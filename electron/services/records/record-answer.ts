/** Records as the contract shows them. */
import type { Output } from '#shared/contract/contract.ts';
import type { RecordMeta } from '#shared/contract/record.ts';
import type { FieldValue, RecordContent, Values } from '#shared/records/record.ts';
import { lastEvent } from '../../database/repositories/history.ts';
import type { StoredMeta } from '../../database/repositories/record-meta.ts';
import type { StoredRecord } from '../../database/repositories/record-reader.ts';
import { accountNames } from '../account-names.ts';
import type { RecordSession } from './record-session.ts';
import type { RootStore } from './record-store.ts';

export const copyValue = (value: FieldValue) =>
  Array.isArray(value) ? [...(value as readonly string[])] : (value as Exclude<FieldValue, readonly string[]>);

/** Values as plain JSON of their own. */
export const plainValues = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, copyValue(value)]));

/** Nobody changes an answer: what leaves the data thread is a copy. */
export const plainContent = (content: RecordContent): Output<'record.save'>['content'] =>
  content as Output<'record.save'>['content'];

/** Who put a record in the bin and why; a record that was invented lying there has no such entry. */
function binOf({ register: { database } }: RecordSession, { id, binnedAt }: StoredMeta): RecordMeta['bin'] {
  if (binnedAt === null) return null;
  const entry = lastEvent(database, id, 'binned');
  return { at: binnedAt, by: entry?.by ?? null, reason: entry?.reason ?? null };
}

/** Meta of records of one type, with the names of those who entered them. */
export function answerMetas(session: RecordSession, store: RootStore, metas: readonly StoredMeta[]): RecordMeta[] {
  const names = accountNames(session.register.database);
  const personOf = (id: string): RecordMeta['enteredBy'] => ({ id, displayName: names.get(id) ?? '' });
  const withIdentity = store.vault?.has(metas.map(({ id }) => id)) ?? new Set<string>();
  return metas.map((meta) => ({
    id: meta.id,
    entity: store.entity,
    number: meta.number,
    code: meta.code,
    state: meta.state,
    archived: meta.archived,
    binned: meta.binnedAt !== null,
    bin: binOf(session, meta),
    revision: meta.revision,
    dictionaryVersion: meta.dictionaryVersion,
    enteredBy: personOf(meta.enteredBy),
    handedTo: meta.handedTo === null ? null : personOf(meta.handedTo),
    createdAt: meta.createdAt,
    savedAt: meta.savedAt,
    completedRevision: meta.completedRevision,
    hasIdentity: withIdentity.has(meta.id),
  }));
}

/** Answer of every call that writes a revision. */
export function answerSaved(
  session: RecordSession,
  store: RootStore,
  { meta, content }: StoredRecord,
): Output<'record.save'> {
  const [answered] = answerMetas(session, store, [meta]);
  if (!answered) throw new Error('one record has one meta');
  return { meta: answered, content: plainContent(content) };
}
