/** Attachments of records: listed, opened part by part, removed and restored, with the rights of the identity. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RegisterDatabase } from '../../database/register-database.ts';
import {
  attachmentsOf,
  countAttachments,
  findAttachment,
  markRemoved,
  type StoredAttachment,
} from '../../database/repositories/attachments.ts';
import { findReadable } from '../records/find-readable.ts';
import { identityAccess, requireIdentityAccess } from '../records/identities.ts';
import { allowedOn } from '../records/permissions.ts';
import { isSupervisor, type RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { type AddingParts, noteEvent, requireChange, startAdding } from './add-attachment.ts';
import { type AttachmentFacts, openFacts } from './attachment-cipher.ts';
import { damaged, readPart } from './read-part.ts';
import { saveCopy } from './save-copy.ts';

export interface Attachments {
  count(session: RecordSession, recordId: string): Output<'attachment.count'>;
  list(session: RecordSession, recordId: string, reason: string | null): Output<'attachment.list'>;
  add(session: RecordSession, input: ParsedInput<'attachment.add'>): Output<'attachment.add'>;
  open(session: RecordSession, id: string, reason: string | null): Output<'attachment.open'>;
  read(session: RecordSession, id: string, part: number): Output<'attachment.read'>;
  /** `beforeFirstByte` runs when everything is allowed and nothing has left yet. */
  saveCopy(
    session: RecordSession,
    input: ParsedInput<'attachment.save-copy'>,
    beforeFirstByte: () => void,
  ): Promise<Output<'attachment.save-copy'>>;
  remove(session: RecordSession, id: string, reason: string): void;
  restore(session: RecordSession, id: string, reason: string): void;
  /** Record to which an attachment belongs, for the entry in the log; null where there is none. */
  recordOf(session: RecordSession, id: string): string | null;
}

interface FoundAttachment {
  readonly attachment: StoredAttachment;
  readonly found: Found;
}

/** An attachment that the session may know of. What was removed exists for supervisors only. */
function findOne(session: RecordSession, id: string): FoundAttachment {
  const attachment = findAttachment(session.register.database, id);
  if (attachment === null || (attachment.removed !== null && !isSupervisor(session))) {
    throw new AppError('ATTACHMENT_NOT_FOUND');
  }
  return { attachment, found: findReadable(session, attachment.recordId) };
}

/** Attachments of the open register, as one account may see and change them. */
export function createAttachments(parts: AddingParts): Attachments {
  // Opening is what the log tells of; parts are given to those who opened, as long as the register stays open.
  const opened = new WeakMap<RegisterDatabase, Set<string>>();
  const openedIn = ({ register: { database } }: RecordSession): Set<string> => {
    const ids = opened.get(database) ?? new Set();
    opened.set(database, ids);
    return ids;
  };

  return {
    count: (session, recordId) => {
      findReadable(session, recordId);
      return { count: countAttachments(session.register.database, recordId) };
    },
    list: (session, recordId, reason) =>
      session.register.database.read(() => {
        const found = findReadable(session, recordId);
        const key = requireIdentityAccess(session, found, reason);
        const { identity, editIdentity } = allowedOn(session, found.store, found.record);
        const shown = attachmentsOf(session.register.database, recordId).filter(
          ({ removed }) => removed === null || isSupervisor(session),
        );
        return {
          attachments: shown.map((attachment) => ({
            id: attachment.id,
            facts: factsOrNull(session, key, attachment),
            bytes: attachment.bytes,
            by: attachment.by,
            at: attachment.at,
            removed: attachment.removed,
          })),
          allowed: {
            change: editIdentity,
            restore: editIdentity && isSupervisor(session),
            saveCopy: identity === 'open',
          },
        };
      }),
    add: (session, input) => startAdding(parts, session, input),
    open(session, id, reason) {
      const { attachment, found } = findOne(session, id);
      const key = requireIdentityAccess(session, found, reason);
      const facts = factsOf(session, key, attachment);
      openedIn(session).add(id);
      return { ...facts, bytes: attachment.bytes, parts: attachment.parts };
    },
    read(session, id, part) {
      const { attachment, found } = findOne(session, id);
      if (!openedIn(session).has(id)) throw new AppError('ATTACHMENT_NOT_FOUND');
      // The reason was given when it was opened.
      const { key } = identityAccess(session, found);
      return { content: readPart(session, key, attachment, part).toString('base64') };
    },
    async saveCopy(session, { id, file }, beforeFirstByte) {
      const { attachment, found } = findOne(session, id);
      if (attachment.removed !== null) throw new AppError('ATTACHMENT_NOT_FOUND');
      const { key, access } = identityAccess(session, found);
      if (access !== 'open') throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
      beforeFirstByte();
      await saveCopy(session, key, attachment, file);
      return { file };
    },
    remove: (session, id, reason) =>
      session.register.database.write(() => {
        const { attachment } = findOne(session, id);
        if (attachment.removed !== null) throw new AppError('ATTACHMENT_NOT_FOUND');
        const { found } = requireChange(session, attachment.recordId);
        const at = parts.clock.now().toISOString();
        markRemoved(session.register.database, id, { at, accountId: session.account.id });
        noteEvent(session, found, { id, at, event: 'attachment-removed', reason });
      }),
    restore: (session, id, reason) =>
      session.register.database.write(() => {
        if (!isSupervisor(session)) throw new AppError('FORBIDDEN', { needs: ['supervisor'] });
        const { attachment } = findOne(session, id);
        const { found } = requireChange(session, attachment.recordId);
        if (attachment.removed === null) return;
        markRemoved(session.register.database, id, null);
        const at = parts.clock.now().toISOString();
        noteEvent(session, found, { id, at, event: 'attachment-restored', reason });
      }),
    recordOf: ({ register: { database } }, id) => findAttachment(database, id)?.recordId ?? null,
  };
}

function factsOf({ register }: RecordSession, key: Buffer, attachment: StoredAttachment): AttachmentFacts {
  const { id, recordId, bytes, parts, sealed } = attachment;
  try {
    return openFacts(key, { registerId: register.id, recordId, id, bytes, parts }, sealed);
  } catch (cause) {
    throw damaged(cause);
  }
}

function factsOrNull(session: RecordSession, key: Buffer, attachment: StoredAttachment): AttachmentFacts | null {
  try {
    return factsOf(session, key, attachment);
  } catch {
    return null;
  }
}
