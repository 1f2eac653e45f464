/** Notes on fields: read, written and taken away by those to whom the identity of the record is open. */
import { v7 as newId } from 'uuid';
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { FieldNote } from '#shared/contract/note.ts';
import type { FieldRef } from '#shared/records/record.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import { countNotes, insertNote, notesOf, removeNote, type StoredNote } from '../../database/repositories/notes.ts';
import type { Clock } from '../ports.ts';
import { findReadable } from './find-readable.ts';
import { requireIdentityAccess } from './identities.ts';
import { requireEntry } from './permissions.ts';
import { indexOfSession, isSupervisor, type RecordSession } from './record-session.ts';
import type { Found } from './record-store.ts';
import { openJson, type SealPlace, sealJson } from './vault-cipher.ts';

export interface Notes {
  list(session: RecordSession, recordId: string, reason: string | null): Output<'note.list'>;
  add(session: RecordSession, input: ParsedInput<'note.add'>): Output<'note.add'>;
  remove(session: RecordSession, recordId: string, id: string): void;
}

/** Notes of the open register. */
export function createNotes(clock: Clock): Notes {
  return {
    list(session, recordId, reason) {
      const found = findReadable(session, recordId);
      const key = requireIdentityAccess(session, found, reason);
      const notes = notesOf(session.register.database, recordId);
      return { notes: notes.map((note) => answer(session, note, openText(session, key, note))) };
    },
    add(session, { recordId, at, text }) {
      const { found, key } = requireWriting(session, recordId);
      requireField(session, found, at);
      const note = { id: newId(), recordId, entity: at.entity, rowId: at.row ?? null, field: at.field };
      const sealed = sealJson(key, placeOf(session, recordId, note.id), text);
      const stored = { ...note, accountId: session.account.id, at: clock.now().toISOString(), sealed };
      insertNote(session.register.database, stored);
      tellHistory(session, found, stored, 'note-added', stored.at);
      return answer(session, stored, text);
    },
    remove(session, recordId, id) {
      const { found } = requireWriting(session, recordId);
      const note = notesOf(session.register.database, recordId).find((each) => each.id === id);
      if (!note) throw new AppError('RECORD_NOT_FOUND', { id });
      if (!mayRemove(session, note)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
      removeNote(session.register.database, id);
      tellHistory(session, found, note, 'note-removed', clock.now().toISOString());
    },
  };
}

/** Fields of a record that carry notes. */
export function notedFields(database: RegisterDatabase, recordId: string): Output<'record.open'>['notes'] {
  return countNotes(database, recordId).map(({ entity, rowId, field, count }) => ({
    at: { entity, field, ...(rowId === null ? {} : { row: rowId }) },
    count,
  }));
}

/** A note is written into whatever state the record is in: it changes no answer. */
function requireWriting(session: RecordSession, recordId: string): { found: Found; key: Buffer } {
  const found = findReadable(session, recordId);
  requireEntry(session, found.record);
  if (found.record.meta.binnedAt !== null) throw new AppError('RECORD_LOCKED', { state: found.record.meta.state });
  return { found, key: requireIdentityAccess(session, found, null) };
}

function requireField(session: RecordSession, { store, record }: Found, at: FieldRef): void {
  const index = indexOfSession(session);
  const isDeclared = index.findField(at.entity, at.field) !== undefined && index.rootOf(at.entity).id === store.entity;
  const rows = record.content.groups[at.entity] ?? [];
  // A row that was added a moment ago may not be saved yet; its note waits for it.
  if (!isDeclared || (at.row === undefined && rows.length > 0)) throw new AppError('INVALID_INPUT', { fields: ['at'] });
}

const placeOf = (session: RecordSession, recordId: string, id: string): SealPlace => ({
  registerId: session.register.id,
  recordId,
  revision: 0,
  use: `note ${id}`,
});

const openText = (session: RecordSession, key: Buffer, { id, recordId, sealed }: StoredNote): string =>
  String(openJson(key, placeOf(session, recordId, id), sealed));

const mayRemove = (session: RecordSession, { accountId }: StoredNote): boolean =>
  accountId === session.account.id || isSupervisor(session);

function answer(session: RecordSession, note: StoredNote, text: string): FieldNote {
  const name = session.register.database
    .prepare('SELECT "display_name" AS "name" FROM "account" WHERE "id" = ?')
    .get(note.accountId)?.name;
  return {
    id: note.id,
    at: { entity: note.entity, field: note.field, ...(note.rowId === null ? {} : { row: note.rowId }) },
    text,
    by: String(name ?? ''),
    writtenAt: note.at,
    mayRemove: mayRemove(session, note),
  };
}

/** That there was a note stays; what it said does not. */
function tellHistory(
  session: RecordSession,
  { record }: Found,
  note: StoredNote,
  event: 'note-added' | 'note-removed',
  at: string,
): void {
  appendHistory(session.register.database, {
    recordId: note.recordId,
    revision: record.meta.revision,
    at,
    accountId: session.account.id,
    entity: note.entity,
    rowId: note.rowId,
    field: note.field,
    event,
    before: null,
    after: null,
    reason: null,
    sealed: null,
  });
}
