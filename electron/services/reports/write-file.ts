import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { atomicReplace } from '../../platform/atomic-replace.ts';
import { writeFailure } from '../backup/file-failure.ts';

/** Writes a report whole or not at all; what the system refuses is told in the words of the program. */
export function writeReportFile(file: string, content: Uint8Array | string): void {
  requirePlainFile(file);
  try {
    atomicReplace(file, content);
  } catch (cause) {
    throw writeFailure(cause, { file });
  }
}

/** Refuses a file that could not be written, before anything is counted for it. */
export function requireWritableFile(file: string): void {
  requirePlainFile(file);
  requireWritableFolder(dirname(file), { file });
}

/** The same of a folder: only a trial tells, on every system and drive. */
export function requireWritableFolder(folder: string, named: { readonly file?: string } = {}): void {
  const trial = join(folder, `${randomBytes(6).toString('hex')}.tmp`);
  try {
    closeSync(openSync(trial, 'wx', 0o600));
    rmSync(trial);
  } catch (cause) {
    throw writeFailure(cause, { ...named, folder });
  }
}

/** A device or a folder of that name would be replaced by a file. */
function requirePlainFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new AppError('FILE_WRITE_FAILED', { file });
}
