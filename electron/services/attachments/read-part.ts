import { AppError } from '#shared/contract/errors.ts';
import { loadPart, type StoredAttachment } from '../../database/repositories/attachments.ts';
import type { RecordSession } from '../records/record-session.ts';
import { openPart } from './attachment-cipher.ts';

/** What does not open is not what was sealed: changed, moved or cut. */
export const damaged = (cause?: unknown): AppError => new AppError('ATTACHMENT_DAMAGED', {}, { cause });

/** One part in the clear, proved to be this part of this attachment. */
export function readPart(
  { register }: RecordSession,
  key: Buffer,
  { id, recordId, bytes, parts }: StoredAttachment,
  part: number,
): Buffer {
  if (part >= parts) throw new AppError('INVALID_INPUT', { fields: ['part'] });
  const sealed = loadPart(register.database, id, part);
  if (sealed === null) throw damaged();
  try {
    return openPart(key, { registerId: register.id, recordId, id, bytes, parts }, part, sealed);
  } catch (cause) {
    throw damaged(cause);
  }
}
