import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import type { StoredAttachment } from '../../database/repositories/attachments.ts';
import { renameDurably } from '../../platform/rename.ts';
import { writeFailure } from '../backup/file-failure.ts';
import { writePieces } from '../backup/file-stream.ts';
import type { RecordSession } from '../records/record-session.ts';
import { readPart } from './read-part.ts';

/** Writes an attachment in the clear to where somebody asked for it: the whole file, or none. */
export async function saveCopy(
  session: RecordSession,
  key: Buffer,
  attachment: StoredAttachment,
  file: string,
): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writePieces(temporary, clearParts(session, key, attachment));
    renameDurably(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw writeFailure(cause);
  }
}

/** Whoever saves meanwhile waits for one part, not for the file. */
async function* clearParts(session: RecordSession, key: Buffer, attachment: StoredAttachment) {
  for (let part = 0; part < attachment.parts; part += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    // Locked meanwhile: the keys are gone.
    if (!session.register.database.sql.open) throw new AppError('CANCELLED');
    yield readPart(session, key, attachment, part);
  }
}
