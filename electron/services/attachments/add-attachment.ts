/** A file becomes an attachment: sealed part by part in short transactions, and visible by one statement at the end. */
import type { Output, ParsedInput } from '#shared/contract/contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { JobResult } from '#shared/contract/exchange.ts';
import { attachmentParts } from '#shared/records/attachment.ts';
import { insertAttachment, insertPart, showAttachment } from '../../database/repositories/attachments.ts';
import { appendHistory } from '../../database/repositories/history.ts';
import type { AuditLog } from '../audit.ts';
import { isDiskFull } from '../disk-full.ts';
import type { Jobs } from '../jobs.ts';
import type { Clock, JobTools } from '../ports.ts';
import { findReadable } from '../records/find-readable.ts';
import { requireVault } from '../records/identities.ts';
import { requireEdit } from '../records/permissions.ts';
import type { RecordSession } from '../records/record-session.ts';
import type { Found } from '../records/record-store.ts';
import { sealFacts, sealPart } from './attachment-cipher.ts';
import { type AttachmentFile, withAttachmentFile } from './attachment-file.ts';
import { discardAttachment } from './discard-attachments.ts';

export interface AddingParts {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly newId: () => string;
}

/** The vault key, for somebody who may change the attachments of this record: who may change its identity. */
export function requireChange(session: RecordSession, recordId: string): { found: Found; key: Buffer } {
  const found = findReadable(session, recordId);
  requireEdit(session, found.record);
  return { found, key: requireVault(session, found).key };
}

interface AttachmentEvent {
  readonly id: string;
  readonly at: string;
  readonly event: 'attachment-added' | 'attachment-removed' | 'attachment-restored';
  readonly reason: string | null;
}

/** The history of the record tells that, who and when; which file it was, only the vault key tells. */
export function noteEvent(
  { register: { database }, account }: RecordSession,
  { store, record }: Found,
  { id, at, event, reason }: AttachmentEvent,
): void {
  appendHistory(database, {
    recordId: record.meta.id,
    revision: record.meta.revision,
    at,
    accountId: account.id,
    entity: store.entity,
    rowId: id,
    field: null,
    event,
    before: null,
    after: null,
    reason,
    sealed: null,
  });
}

/** Starts the job; whoever may not change the record is refused before the file is looked at. */
export function startAdding(
  parts: AddingParts,
  session: RecordSession,
  input: ParsedInput<'attachment.add'>,
): Output<'attachment.add'> {
  requireChange(session, input.recordId);
  return parts.jobs.start('attachment.add', async (tools) => {
    try {
      return await withAttachmentFile(input.file, (file) => write(parts, session, input, file, tools));
    } catch (cause) {
      const outcome = tools.signal.aborted ? 'CANCELLED' : outcomeOf(cause);
      enter(parts, session, outcome, { recordId: input.recordId });
      throw cause;
    }
  });
}

function outcomeOf(cause: unknown): string {
  if (cause instanceof AppError) return cause.code;
  return isDiskFull(cause) ? 'DISK_FULL' : 'INTERNAL';
}

/** A disk that is full has no room for the entry either; what was added is never without one. */
function enter({ audit }: AddingParts, session: RecordSession, outcome: string, detail: { recordId: string }): void {
  try {
    audit.append(session, { name: 'attachment.add', outcome, detail });
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause;
  }
}

async function write(
  { clock, audit, newId }: AddingParts,
  session: RecordSession,
  { recordId, description }: ParsedInput<'attachment.add'>,
  file: AttachmentFile,
  tools: JobTools,
): Promise<JobResult<'attachment.add'>> {
  const { database, id: registerId } = session.register;
  const { key } = requireChange(session, recordId);
  const { name, kind, bytes } = file;
  const place = { registerId, recordId, id: newId(), bytes, parts: attachmentParts(bytes) };
  const sealed = sealFacts(key, place, { name, description, kind });
  try {
    const at = clock.now().toISOString();
    database.write(() => insertAttachment(database, { ...place, sealed, accountId: session.account.id, at }));
    let part = 0;
    for await (const clear of file.parts()) {
      stopIfAsked(tools);
      const content = sealPart(key, place, part, clear);
      database.write(() => insertPart(database, place.id, part, content));
      part += 1;
      tools.progress('write', part, place.parts);
    }
    stopIfAsked(tools);
    database.write(() => {
      // Verified, archived or put in the bin while the file was read?
      const { found } = requireChange(session, recordId);
      const shownAt = clock.now().toISOString();
      showAttachment(database, place.id, shownAt);
      noteEvent(session, found, { id: place.id, at: shownAt, event: 'attachment-added', reason: null });
      audit.append(session, { name: 'attachment.add', outcome: 'ok', detail: { recordId, id: place.id, bytes } });
    });
    return { id: place.id, bytes };
  } catch (cause) {
    const discarded = discardAttachment(database, place.id);
    // A lock does not wait until everything is gone, and a full disk may not let it go: the next sign-in does.
    if (tools.signal.aborted || isDiskFull(cause)) discarded.catch(() => undefined);
    else await discarded;
    throw cause;
  }
}

function stopIfAsked({ signal }: JobTools): void {
  if (signal.aborted) throw new AppError('CANCELLED');
}
