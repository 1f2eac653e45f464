/** Joining records, as the handlers see it: a supervisor looks at both, decides, and may take it back. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isKnown } from '#shared/records/record.ts';
import { countAttachments } from '../../database/repositories/attachments.ts';
import { mergedTogether, mergesOf } from '../../database/repositories/merges.ts';
import { notesOf } from '../../database/repositories/notes.ts';
import { findReadable } from '../records/find-readable.ts';
import { requireIdentityAccess } from '../records/identities.ts';
import { answerSaved, plainValues } from '../records/record-answer.ts';
import type { RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { identityOf } from '../records/rule-context.ts';
import { type MergeParts, requireMergeable } from './merge-parts.ts';
import { declaredRegistrations, mergePersons, registeredOn, registrationsOfBoth } from './merge-persons.ts';
import { mergeRecords } from './merge-records.ts';
import { undoMerge } from './undo-merge.ts';

export interface Merges {
  prepare(session: RecordSession, id: string, other: string): Output<'merge.prepare'>;
  persons(session: RecordSession, input: ParsedInput<'merge.persons'>): Output<'merge.persons'>;
  /** `enter` writes the audit entry in the transaction that merges. */
  records(
    session: RecordSession,
    input: ParsedInput<'merge.records'>,
    enter: () => void,
  ): Promise<Output<'merge.records'>>;
  list(session: RecordSession, recordId: string): Output<'merge.list'>;
  /** Returns the records that were changed. */
  undo(session: RecordSession, id: string, reason: string): string[];
}

/** Builds the service; each call names the session it acts for. */
export function createMerges(parts: MergeParts): Merges {
  return {
    prepare: (session, id, other) =>
      session.register.database.read(() => {
        const founds = [requireMergeable(session, id, null), requireMergeable(session, other, null)] as const;
        const [own, second] = founds;
        if (id === other || own.store !== second.store) throw new AppError('INVALID_INPUT', { fields: ['other'] });
        return { id: sideOf(session, own), other: sideOf(session, second), registrations: numbered(session, founds) };
      }),
    persons: (session, input) => mergePersons(parts, session, input),
    records: (session, input, enter) => mergeRecords(parts, session, input, enter),
    list: (session, recordId) => session.register.database.read(() => ({ merges: listMerges(session, recordId) })),
    undo: (session, id, reason) => undoMerge(parts, session, id, reason),
  };
}

function sideOf(session: RecordSession, found: Found): Output<'merge.prepare'>['id'] {
  const { database } = session.register;
  const { meta } = found.record;
  const hasVault = found.store.vault !== null;
  if (hasVault) requireIdentityAccess(session, found, null);
  return {
    ...answerSaved(session, found.store, found.record),
    identity: hasVault ? plainValues(identityOf(session, found.store, meta.id) ?? {}) : null,
    notes: notesOf(database, meta.id).length,
    attachments: countAttachments(database, meta.id),
  };
}

/** Registrations of both as one person would have them; what stands in a later one as the first is left to be decided. */
function numbered(session: RecordSession, founds: readonly [Found, Found]): Output<'merge.prepare'>['registrations'] {
  const [{ store, record }, { record: other }] = founds;
  const declared = declaredRegistrations(session, store);
  const { code } = record.meta;
  if (declared === undefined || (code !== null && code === other.meta.code)) return null;
  return registrationsOfBoth(session, founds).map(({ record: { meta, content } }, position) => {
    const relation = content.values[declared.relation];
    const stored = isKnown(relation) && typeof relation === 'string' ? relation : null;
    const episode = content.values[declared.episode];
    const isOpen = stored === null || stored === declared.first;
    return {
      id: meta.id,
      revision: meta.revision,
      code: meta.code,
      number: meta.number,
      registered: registeredOn(store, content),
      state: meta.state,
      episode: position + 1,
      relation: position === 0 ? declared.first : isOpen ? '' : stored,
      stored: { episode: typeof episode === 'number' ? episode : null, relation: stored },
    };
  });
}

function listMerges(session: RecordSession, recordId: string): Output<'merge.list'>['merges'] {
  const { database } = session.register;
  findReadable(session, recordId);
  const name = database.prepare('SELECT "display_name" AS "name" FROM "account" WHERE "id" = ?');
  return mergesOf(database, recordId).map((merged) => ({
    id: merged.mergeId,
    kind: merged.kind,
    at: merged.at,
    by: String(name.get(merged.accountId)?.name ?? ''),
    role: merged.role,
    others: mergedTogether(database, merged.mergeId).flatMap((other) =>
      other.recordId === recordId ? [] : namedOf(session, other.recordId),
    ),
  }));
}

/** Nothing of a record that somebody may not see, or that was erased. */
function namedOf(session: RecordSession, id: string) {
  try {
    const { store, record } = findReadable(session, id);
    return [{ id, entity: store.entity, code: record.meta.code, number: record.meta.number }];
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'RECORD_NOT_FOUND') return [];
    throw cause;
  }
}
